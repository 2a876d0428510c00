import type { targets } from '@mingji/contract';
import type { z } from 'zod';

export type Target = targets.TargetView;
export type Part = z.infer<typeof targets.partView>;
export type Book = z.infer<typeof targets.listTargetBooks.response>['books'][number];

export const texts = {
  title: '目标任务',
  description: '定量下达、逐级分解到人；每一级都看得到未分解的数量，完成数自下而上汇总。',
  issue: '下达目标',
  decompose: '分解',
  change: '调整',
  withdraw: '撤回',
  mine: '我的目标',
  units: '单位目标',
} as const;
