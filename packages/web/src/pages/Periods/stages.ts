import type { PeriodState } from '@mingji/engine';
import { dayOf, lastDay } from '../../app/format-time.ts';
import type { Stage } from '../../components/stage-bar.tsx';
import type { Period } from './texts.ts';

const order: readonly PeriodState[] = [
  'draft',
  'open',
  'submissionClosed',
  'reviewing',
  'inNotice',
  'sealed',
];

/** Where a period stands, with what is in each stage and until when (§6). */
export function stagesOf(period: Period, timeZone: string): Stage[] {
  const now = order.indexOf(period.state);
  const { submitted, returned, accepted, openAppeals } = period.counts;
  const all = submitted + returned + accepted;
  const state = (first: PeriodState, last: PeriodState = first): Stage['state'] => {
    if (now > order.indexOf(last)) return 'done';
    return now < order.indexOf(first) ? 'toCome' : 'current';
  };
  return [
    {
      key: 'submit',
      title: '填报',
      state: state('open'),
      count: all,
      day: lastDay(period.submitBy, timeZone),
    },
    {
      key: 'review',
      title: '审核',
      state: state('submissionClosed', 'reviewing'),
      count: accepted + returned,
      total: all,
      day: lastDay(period.reviewBy, timeZone),
    },
    {
      key: 'notice',
      title: '公示与复议',
      state: state('inNotice'),
      ...(openAppeals > 0 ? { count: openAppeals } : {}),
      day: period.publishedAt === null ? null : dayOf(period.publishedAt, timeZone),
    },
    {
      key: 'seal',
      title: '封存',
      state: period.state === 'sealed' ? 'done' : 'toCome',
      day: period.sealedAt === null ? null : dayOf(period.sealedAt, timeZone),
    },
  ];
}

/** What the whole year shows first: those under way; what is done or still to come stands in the table. */
export function isUnderWay(period: Period): boolean {
  return period.state !== 'draft' && period.state !== 'sealed' && period.discardedAt === null;
}
