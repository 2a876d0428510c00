import { type Exact, evaluate, type FactEntry, type Facts, type RuleSet } from '@mingji/engine';
import type { Tx } from '../../db/database.ts';
import { Refusal } from '../../refusal.ts';
import { factOf, type WorkSubject } from '../ledger/index.ts';
import { loadCalendar } from '../organization/index.ts';
import { loadPeriod, periodTargets, sealedBasis } from '../results/index.ts';

/** What the subject has reached so far in the period, by the engine: what an appeal may not make worse (§13). */
export async function knownTotal(
  tx: Tx,
  bureauId: string,
  periodId: string,
  subject: WorkSubject,
): Promise<Exact> {
  const period = await loadPeriod(tx, bureauId, periodId);
  const rows = await tx
    .selectFrom('ledger_entry')
    .selectAll()
    .where('bureau_id', '=', bureauId)
    .where('period_id', '=', periodId)
    .where('subject_id', '=', subject.id)
    .orderBy('seq')
    .execute();
  const targets = await periodTargets(tx, period);
  return totalOf(period.ruleSet, subject.id, {
    period: { id: period.id, from: period.fromOn, to: period.toOn, kind: period.kind },
    subjects: [{ id: subject.id, kind: subject.kind, code: subject.code }],
    entries: rows.map(factOf),
    targets: targets.filter((target) => target.subject === subject.id),
    calendar: await loadCalendar(tx, bureauId),
  });
}

/**
 * By how much a sealed period's total would have been another one, had the entry been right from the beginning: by what
 * was sealed, whatever became of roster and targets since.
 */
export async function sealedDifference(
  tx: Tx,
  place: { readonly periodId: string; readonly subject: WorkSubject },
  change: { readonly without: string | null; readonly instead: FactEntry | null },
): Promise<{ readonly before: Exact; readonly after: Exact }> {
  const { ruleSet, facts } = await sealedBasis(tx, place.periodId);
  const { id } = place.subject;
  const before = totalOf(ruleSet, id, facts);
  const kept = facts.entries.filter(
    (entry) =>
      change.without === null || !(entry.id === change.without || entry.id.startsWith(`${change.without}@`)),
  );
  const entries = change.instead ? [...kept, change.instead] : kept;
  return { before, after: totalOf(ruleSet, id, { ...facts, entries }) };
}

function totalOf(ruleSet: RuleSet, subjectId: string, facts: Facts): Exact {
  const evaluated = evaluate({ ruleSet, facts, traces: 'none' });
  if (!evaluated.ok) {
    throw new Refusal(
      'refused',
      `按此答复无法计算得分：${evaluated.refusals.map((refusal) => refusal.message).join('；')}`,
    );
  }
  const result = evaluated.value.subjects.find((each) => each.subject === subjectId);
  if (!result)
    throw new Refusal('refused', '当事人不在该周期的考核范围内，不能更正得分。请联系考核办核对名册。');
  return result.known.value;
}
