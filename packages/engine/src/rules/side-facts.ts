import { effectsInForce, type HeldEffect } from '../grading/effects-in-force.ts';
import { absolute, add, type Exact, ZERO } from '../kernel/exact.ts';
import type { Refusals } from '../kernel/refusal.ts';
import type { CompiledRuleSet } from './compile.ts';
import type { Facts } from './facts.ts';
import type { TargetValue } from './families/family.ts';
import type { NumberReader } from './number-reader.ts';

export interface PriorBooking {
  readonly addition: Exact;
  readonly deduction: Exact;
}

/** What stands beside the entries; each list is by position of the subject. */
export interface SideFacts {
  readonly targets: readonly (ReadonlyMap<number, TargetValue> | undefined)[];
  readonly priors: readonly (ReadonlyMap<string, PriorBooking> | undefined)[];
  readonly decisions: readonly (ReadonlyMap<string, string> | undefined)[];
  readonly effects: readonly (readonly HeldEffect[] | undefined)[];
}

export function refuseUnknown(
  kind: 'subject' | 'indicator',
  id: string,
  path: string,
  refusals: Refusals,
): void {
  if (kind === 'subject') {
    refusals.add('subjectUnknown', `${path}.subject`, `${path} 的对象“${id}”不在名单 subjects 中，请核对`);
  } else {
    refusals.add(
      'indicatorUnknown',
      `${path}.indicator`,
      `${path} 的指标“${id}”不在本办法中，请核对指标代码`,
    );
  }
}

function slot<K, V>(list: (Map<K, V> | undefined)[], at: number): Map<K, V> {
  const existing = list[at];
  if (existing !== undefined) return existing;
  const created = new Map<K, V>();
  list[at] = created;
  return created;
}

/** Targets, matters of sealed periods, decisions and effects, by subject. */
export function readSideFacts(
  facts: Omit<Facts, 'entries'>,
  subjects: ReadonlyMap<string, number>,
  rules: CompiledRuleSet,
  numbers: NumberReader,
  refusals: Refusals,
): SideFacts {
  const targets: (Map<number, TargetValue> | undefined)[] = [];
  const priors: (Map<string, PriorBooking> | undefined)[] = [];
  const decisions: (Map<string, string> | undefined)[] = [];
  const subjectAt = (id: string, path: string): number => {
    const found = subjects.get(id);
    if (found === undefined) refuseUnknown('subject', id, path, refusals);
    return found ?? -1;
  };
  for (const [at, target] of (facts.targets ?? []).entries()) {
    const path = `targets[${at}]`;
    const subject = subjectAt(target.subject, path);
    const indicator = rules.indexOf.get(target.indicator);
    if (indicator === undefined) refuseUnknown('indicator', target.indicator, path, refusals);
    if (subject < 0 || indicator === undefined) continue;
    const own = slot(targets, subject);
    if (own.has(indicator)) {
      refusals.add(
        'targetDuplicate',
        path,
        `对象“${target.subject}”的指标“${target.indicator}”下达了两次目标，请合并`,
      );
    }
    own.set(indicator, {
      quantity: numbers.decimal(target.quantity, `${path}.quantity`),
      dueOn: target.dueOn ?? null,
    });
  }
  for (const [at, prior] of (facts.priorMatters ?? []).entries()) {
    const path = `priorMatters[${at}]`;
    const subject = subjectAt(prior.subject, path);
    if (subject < 0) continue;
    addPrior(slot(priors, subject), prior.matter, {
      addition: numbers.optional(prior.addition, `${path}.addition`) ?? ZERO,
      deduction: absolute(numbers.optional(prior.deduction, `${path}.deduction`) ?? ZERO),
    });
  }
  for (const [at, decision] of (facts.matterDecisions ?? []).entries()) {
    const subject = subjectAt(decision.subject, `matterDecisions[${at}]`);
    if (subject >= 0) slot(decisions, subject).set(decision.matter, decision.keep);
  }
  const effects = effectsInForce(facts, rules.source, subjectAt, refusals);
  return { targets, priors, decisions, effects };
}

function addPrior(own: Map<string, PriorBooking>, matter: string, more: PriorBooking): void {
  const known = own.get(matter);
  own.set(
    matter,
    known === undefined
      ? more
      : { addition: add(known.addition, more.addition), deduction: add(known.deduction, more.deduction) },
  );
}
