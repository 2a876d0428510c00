/** What an effect is called where people read it (§9). */
export const EFFECT_NAMES: Readonly<Record<string, string>> = {
  zeroItem: '本项目记零分',
  zeroTotal: '总分记零分',
  gradeCeiling: '等次受限',
  noGrade: '不确定等次',
  excludeFromRanking: '不参加排名',
  rankLast: '列末位',
  noCommendation: '不得评先评优',
  leaderLiability: '领导连带责任',
  manualReview: '提请人工审核',
};
