import type { operations } from '@mingji/contract';
import type { PeriodState } from '@mingji/engine';
import { dayOf, formatDay, lastDay } from '../../app/format-time.ts';
import type { Stage } from '../../components/stage-bar.tsx';

export type Operation = operations.OperationView;

export const texts = {
  title: '专项行动',
  description: '有自己的办法、期限和考核对象，单独排名；成绩只在办法写明引用时才计入月度考核。',
  create: '建立专项行动',
} as const;

const order: readonly PeriodState[] = [
  'draft',
  'open',
  'submissionClosed',
  'reviewing',
  'inNotice',
  'sealed',
];

/** Where the operation stands: its work, its review, its results. */
export function stagesOf(operation: Operation, timeZone: string): Stage[] {
  const now = order.indexOf(operation.state);
  const state = (first: PeriodState, last: PeriodState = first): Stage['state'] => {
    if (now > order.indexOf(last)) return 'done';
    return now < order.indexOf(first) ? 'toCome' : 'current';
  };
  return [
    {
      key: 'submit',
      title: '填报',
      state: state('open'),
      count: operation.submitted,
      day: lastDay(operation.submitBy, timeZone),
    },
    {
      key: 'review',
      title: '审核',
      state: state('submissionClosed', 'reviewing'),
      count: operation.submitted - operation.waiting,
      total: operation.submitted,
      day: lastDay(operation.reviewBy, timeZone),
    },
    { key: 'notice', title: '公示', state: state('inNotice') },
    { key: 'seal', title: '封存', state: operation.state === 'sealed' ? 'done' : 'toCome' },
  ];
}

/** 还剩 5 天；最后一天；已结束. */
export function daysLeft(operation: Pick<Operation, 'to' | 'from'>, now: Date, timeZone: string): string {
  const today = dayOf(now, timeZone);
  if (today < operation.from) return `${formatDay(operation.from)} 开始`;
  const days = Math.round((Date.parse(operation.to) - Date.parse(today)) / 86_400_000);
  if (days < 0) return '行动已结束';
  return days === 0 ? '行动最后一天' : `行动还剩 ${days} 天`;
}
