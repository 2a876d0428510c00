import type { FamilyName } from './scoring.ts';

/** The Chinese name of each family, for screens, messages and the guided editor. */
export const FAMILY_NAMES: Readonly<Record<FamilyName, string>> = {
  occurrence: '按次加减分',
  band: '裁量幅度内评分',
  deductFromFull: '满分倒扣',
  ratio: '按完成比例得分',
  target: '任务完成加减分',
  thresholdRate: '达标率分步扣分',
  controlNumber: '控制数超额扣分',
  allOrNothing: '达到次数清零',
  imported: '引用其他得分',
  tiers: '分档给分',
  rankBased: '按名次给分',
  ladder: '同一事项就高',
  lateness: '逾期扣分',
  escalation: '累次递进',
  relativeToMean: '与平均水平比较',
  assessment: '民主测评',
  effectOnly: '只产生后果',
};
