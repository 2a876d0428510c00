import { fromInteger } from '../../kernel/exact.ts';
import { exact, toText } from '../../kernel/exact-text.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { annualQuota } from '../../quota/annual-quota.ts';
import { checkBureauQuota } from '../../quota/bureau-check.ts';
import { quotaBalances } from '../../quota/quota-balances.ts';
import { mergeBalances, splitBalance } from '../../quota/reorganize-balances.ts';
import { type Case, type Fields, fieldsOf, listOf, textOrNone } from './read-cases.ts';

function refusal([first]: readonly Refusal[]): Fields {
  return { refused: first?.code ?? '', says: first?.message ?? '' };
}

/** §10: a unit's balance over its cycles. */
export function runQuota(given: Case): Fields {
  const { rate, participants, used } = fieldsOf(given.quota);
  const submitted = listOf(used);
  const result = quotaBalances(
    { rate: exact(String(rate)), minimumOne: true },
    listOf(participants).map((own, at) => ({ participants: Number(own), used: Number(submitted[at]) })),
  );
  if (!result.ok) return refusal(result.refusals);
  return {
    available: result.value.map(({ available }) => toText(available)),
    cap: result.value.map(({ cap }) => String(cap)),
    carry: result.value.map(({ carry }) => (carry === null ? null : toText(carry))),
  };
}

/** §10: the bureau's own cap. */
export function runBureau(given: Case): Fields {
  const { rate, participants, standing, document } = fieldsOf(given.bureau);
  const result = checkBureauQuota({
    rate: exact(String(rate)),
    past: [],
    participants: Number(participants),
    standing: Number(standing),
    ...(document === undefined ? {} : { override: { document: String(document), reason: '经批准' } }),
  });
  if (!result.ok) return refusal(result.refusals);
  const { cap, excess, blocked } = result.value;
  return { cap: String(cap), excess: String(excess), blocked };
}

/** §10: the annual quota of one pool. */
export function runAnnual(given: Case): Fields {
  const { rate, raisedRate, participants, approval } = fieldsOf(given.annual);
  const result = annualQuota(
    { rate: String(rate), raisedRate: String(raisedRate) },
    { participants: Number(participants), ...(approval === undefined ? {} : { approval: String(approval) }) },
  );
  return result.ok ? { places: String(result.value.cap) } : refusal(result.refusals);
}

/** §10: units that merge. */
export function runMerge(given: Case): Fields {
  const from = Object.entries(fieldsOf(given.merge)).map(([unit, balance]) => ({
    unit,
    balance: exact(String(balance)),
  }));
  const [merged] = mergeBalances('合并后', from).to;
  return { balance: toText(merged?.balance ?? fromInteger(0)) };
}

/** §10: a unit that splits. */
export function runDivide(given: Case): Fields {
  const { balance, heads } = fieldsOf(given.divide);
  const into = Object.entries(fieldsOf(heads)).map(([unit, own]) => ({ unit, headCount: Number(own) }));
  const result = splitBalance({ unit: '分立前', balance: exact(textOrNone(balance) ?? '') }, into);
  if (!result.ok) return refusal(result.refusals);
  return { balances: Object.fromEntries(result.value.to.map((own) => [own.unit, toText(own.balance)])) };
}
