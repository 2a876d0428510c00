/** Why somebody may not answer an appeal, in the order in which it is told (§13, 回避). */
export const INVOLVEMENTS = {
  appellant: '提出人不得答复本人的复议',
  concerned: '当事人不得答复本人的复议',
  scorer: '原评分人不得答复对该评分的复议',
  workAuthor: '该事项的填报人不得答复对它的复议',
  reviewer: '审核过该事项的人员不得答复对它的复议',
  firstDecider: '首次复议的答复人不得再答复二次复议',
  recused: '已对该复议回避',
  challenged: '当事人已申请其回避，须待考核办决定',
} as const satisfies Record<string, string>;
export type Involvement = keyof typeof INVOLVEMENTS;

/** The first reason that stands in the way, as a sentence for the one who wanted to answer; null when nothing does. */
export function involvementRefusal(found: readonly Involvement[]): string | null {
  const first = (Object.keys(INVOLVEMENTS) as Involvement[]).find((each) => found.includes(each));
  return first === undefined ? null : `${INVOLVEMENTS[first]}，请由其他人员答复。`;
}
