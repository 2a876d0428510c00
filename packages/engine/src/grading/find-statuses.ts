import type { Refusals } from '../kernel/refusal.ts';
import type { Facts } from '../rules/facts.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { refuseUnknown } from '../rules/side-facts.ts';
import { type StatusFinding, statusInPeriod } from './status-in-period.ts';

function grouped<T extends { readonly subject: string; readonly from?: string; readonly to?: string }>(
  list: readonly T[],
  name: 'statuses' | 'leaves',
  known: ReadonlySet<string>,
  refusals: Refusals,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const [at, fact] of list.entries()) {
    const path = `${name}[${at}]`;
    if (!known.has(fact.subject)) refuseUnknown('subject', fact.subject, path, refusals);
    const { from = '', to = from } = fact;
    if (from > to) {
      refusals.add('datesReversed', path, `${path}：${from} 晚于 ${to}，请把起止日期对调`);
    }
    const own = groups.get(fact.subject);
    if (own === undefined) groups.set(fact.subject, [fact]);
    else own.push(fact);
  }
  return groups;
}

/** The status of everybody who is not simply normal (§8); a rule set without a matrix asks nobody. */
export function findStatuses(
  { statuses: rules }: RuleSet,
  facts: Omit<Facts, 'entries'>,
  refusals: Refusals,
): ReadonlyMap<string, StatusFinding> {
  const found = new Map<string, StatusFinding>();
  const { statuses: held = [], leaves: taken = [] } = facts;
  if (rules === undefined || held.length + taken.length === 0) return found;
  const known = new Set(facts.subjects.map(({ id }) => id));
  const statuses = grouped(held, 'statuses', known, refusals);
  const leaves = grouped(taken, 'leaves', known, refusals);
  const codes = new Set(rules.map(({ code }) => code));
  for (const [at, { status }] of held.entries()) {
    if (codes.has(status)) continue;
    const path = `statuses[${at}].status`;
    refusals.add('statusUnknown', path, `${path} 的情形“${status}”不在本办法的 statuses 中，请核对代码`);
  }
  for (const subject of facts.subjects) {
    const own = statuses.get(subject.id);
    const away = leaves.get(subject.id);
    if (own === undefined && away === undefined) continue;
    const both = { statuses: own ?? [], leaves: away ?? [] };
    const finding = statusInPeriod({ rules, subject, ...both, facts, refusals });
    if (finding !== null) found.set(subject.id, finding);
  }
  return found;
}
