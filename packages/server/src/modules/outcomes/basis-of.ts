import type { RuleSet } from '@mingji/engine';

const MOST = 500;

/** What a proposal rests on, in full: the method, the clause and its words; empty where the method names none. */
export function basisOf(
  { clauses }: Pick<RuleSet, 'clauses'>,
  ruleSetName: string,
  clause: string | undefined,
): string {
  if (clause === undefined) return '';
  const words = clauses.find(({ id }) => id === clause)?.text ?? '';
  return `《${ruleSetName}》${clause}${words === '' ? '' : `：${words}`}`.slice(0, MOST);
}
