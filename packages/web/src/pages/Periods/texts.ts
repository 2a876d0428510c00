import type { periods } from '@mingji/contract';
import type { z } from 'zod';
import type { StatusMap } from '../../components/status-tag.tsx';

export type Period = periods.PeriodView;
export const periodStates: StatusMap<z.infer<typeof periods.periodState>> = {
  draft: { label: '未开放', look: 'draft' },
  open: { label: '填报中', look: 'running' },
  submissionClosed: { label: '填报截止', look: 'waiting' },
  reviewing: { label: '审核中', look: 'waiting' },
  inNotice: { label: '公示中', look: 'waiting' },
  sealed: { label: '已封存', look: 'sealed' },
};
export const kindNames: Readonly<Record<Period['kind'], string>> = {
  week: '周',
  month: '月',
  quarter: '季度',
  half: '半年',
  year: '年度',
  special: '专项',
};
export const texts = {
  title: '考核周期',
  description: '每个周期的填报、审核、公示、封存各有期限，均含当日 24:00，以服务器时间为准。',
  create: '建立周期',
  change: '调整期限',
  calendar: '按日历办理',
} as const;
