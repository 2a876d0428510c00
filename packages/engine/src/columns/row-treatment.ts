import { toScaled } from '../kernel/scaled.ts';
import { appliesTo, type CompiledIndicator, type CompiledRuleSet } from '../rules/compile.ts';
import { ENTRY_KINDS, type EntryKind, type Subject } from '../rules/facts.ts';
import { hasAutomatic } from '../rules/multipliers.ts';
import { QUANTITY_SCALE } from './entry-columns.ts';
import type { ScaledRules } from './scaled-rules.ts';

/** No entry of this kind may stand here. */
export const REFUSE = 0;
/** Event and quantity say what it is worth: it is added up at once. */
export const SUM = 1;
/** It must be looked at together with others, or by itself. */
export const APART = 2;
/** A reversal: its work is done by the mark on the entry it cancels. */
export const SKIP = 3;

/** The kinds that every family takes. */
export function isCommonKind(kind: EntryKind): boolean {
  return kind === 'adjustment' || kind === 'exemption' || kind === 'reversal';
}

/** The one kind of entry a family scores. */
export function kindTakenBy({ family }: CompiledIndicator): EntryKind {
  return family.kind === 'event' ? 'event' : family.takes;
}

/** Subjects that every rule treats alike. */
export interface SubjectClass {
  readonly example: Subject;
  readonly traced: boolean;
}

export interface SubjectClasses {
  readonly of: Int32Array;
  readonly list: readonly SubjectClass[];
}

export function classify(
  subjects: readonly Subject[],
  isTraced: (subject: Subject) => boolean,
): SubjectClasses {
  const known = new Map<string, number>();
  const list: SubjectClass[] = [];
  const of = Int32Array.from(subjects, (subject) => {
    const traced = isTraced(subject);
    const key = `${traced} ${subject.kind} ${subject.sequence ?? ''}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, list.length);
    return list.push({ example: subject, traced }) - 1;
  });
  return { of, list };
}

export const KINDS = ENTRY_KINDS.length;

/**
 * What to do with an entry, by class, indicator and kind: looked up once an entry, a million times a year. Behind the
 * classes stands each of them once more, for subjects of whom nothing may be added up unseen.
 */
export function treatments(
  rules: CompiledRuleSet,
  classes: readonly SubjectClass[],
  sums: boolean,
): Uint8Array {
  const table = new Uint8Array(2 * classes.length * rules.indicators.length * KINDS);
  let at = 0;
  for (const unseen of [true, false])
    for (const { example, traced } of classes)
      for (const indicator of rules.indicators)
        for (const kind of ENTRY_KINDS)
          table[at++] = treatmentOf(indicator, example, kind, sums && unseen && !traced);
  return table;
}

function treatmentOf(indicator: CompiledIndicator, subject: Subject, kind: EntryKind, sums: boolean): number {
  if (!appliesTo(indicator.source, subject)) return REFUSE;
  if (kind === 'reversal') return SKIP;
  if (isCommonKind(kind)) return APART;
  if (kind !== kindTakenBy(indicator)) return REFUSE;
  const { family } = indicator;
  return sums && family.kind === 'event' && family.pointsOf !== null ? SUM : APART;
}

/**
 * Points of one occurrence by indicator and event, NaN where there is no such event or its day matters too. Times a quantity in
 * ten-thousandths they are points in 1/scale.
 */
export function pointTable(
  rules: CompiledRuleSet,
  events: readonly string[],
  scaled: ScaledRules,
): Float64Array {
  const scale = scaled.scale / QUANTITY_SCALE;
  const width = events.length + 1;
  const table = new Float64Array(rules.indicators.length * width).fill(Number.NaN);
  for (const { index, family, multipliers } of rules.indicators) {
    if (family.kind !== 'event' || family.pointsOf === null || hasAutomatic(multipliers)) continue;
    const { only, byCode } = family.pointsOf;
    if (only !== null) table[index * width] = toScaled(only, scale);
    for (const [at, event] of events.entries()) {
      const points = byCode.get(event);
      if (points !== undefined) table[index * width + 1 + at] = toScaled(points, scale);
    }
  }
  return table;
}
