import type { RuleSet } from '../rules/rule-set.ts';

/** As many characters of a clause as remind a reader which one it is. */
const SHOWN = 24;

/** c3“每一处瑕疵扣0.2分…” */
export function clauseWords(ruleSet: RuleSet, id: string | undefined): string {
  if (id === undefined) return '（未注明条款）';
  const text = ruleSet.clauses.find((clause) => clause.id === id)?.text;
  if (text === undefined) return `${id}（没有条款原文）`;
  return `${id}“${text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}”`;
}
