import type { Refusals } from '../kernel/refusal.ts';
import { appliesTo, type CompiledIndicator } from '../rules/compile.ts';
import type { FactEntry, Subject } from '../rules/facts.ts';
import { isCommonKind, kindTakenBy } from './row-treatment.ts';

/** Refuses an entry that its indicator cannot take, with the reason. */
export function checkEntry(
  entry: FactEntry,
  indicator: CompiledIndicator,
  subject: Subject,
  refusals: Refusals,
): void {
  const { source } = indicator;
  const path = `entries[${entry.id}]`;
  const takes = kindTakenBy(indicator);
  if (!isCommonKind(entry.kind) && entry.kind !== takes) {
    refusals.add(
      'kindMismatch',
      `${path}.kind`,
      `记录 ${entry.id} 的种类是 ${entry.kind}，指标“${source.name}”只接受 ${takes}（以及 adjustment、exemption、reversal）`,
      source.clause,
    );
  }
  if (!appliesTo(source, subject)) {
    refusals.add(
      'indicatorNotForSubject',
      `${path}.indicator`,
      `指标“${source.name}”不适用于对象“${subject.id}”，请核对记录 ${entry.id}`,
      source.clause,
    );
  }
  if (entry.kind === 'adjustment' && entry.points === undefined) {
    refusals.add('pointsMissing', `${path}.points`, `调整记录 ${entry.id} 没有写明分值 points`);
  }
}
