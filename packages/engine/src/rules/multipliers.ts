import { type Exact, multiply, ONE } from '../kernel/exact.ts';
import { parseDay, parseInstant } from '../kernel/instant.ts';
import type { Refusals } from '../kernel/refusal.ts';
import type { FactEntry } from './facts.ts';
import type { NumberReader } from './number-reader.ts';
import type { Indicator, Multiplier } from './rule-set.ts';

/** One multiplier of an indicator, ready to run (§2: who found it, repeat within a window, special period). */
export interface CompiledMultiplier {
  readonly source: Multiplier;
  readonly factor: Exact;
  /** Day numbers of a special period, both included. */
  readonly first: number;
  readonly last: number;
}

export type Multipliers = ReadonlyMap<string, CompiledMultiplier>;

export function compileMultipliers(
  { multipliers = [], name }: Indicator,
  path: string,
  numbers: NumberReader,
  refusals: Refusals,
): Multipliers | null {
  const compiled = new Map<string, CompiledMultiplier>();
  for (const [at, source] of multipliers.entries()) {
    const own = `${path}.multipliers[${at}]`;
    const during = source.when?.kind === 'during' ? source.when : null;
    const first = during === null ? 0 : (parseDay(during.from) ?? Number.NaN);
    const last = during === null ? 0 : (parseDay(during.to) ?? Number.NaN);
    if (!(first <= last)) {
      refusals.add(
        'multiplierDays',
        `${own}.when`,
        `指标“${name}”的系数“${source.name}”的起止日期须是真实的日期，且先后不能颠倒，例如 from: 2026-09-20、to: 2026-10-08`,
        source.clause,
      );
    }
    compiled.set(source.code, { source, factor: numbers.rate(source.factor, `${own}.factor`), first, last });
  }
  return compiled.size === 0 ? null : compiled;
}

/** Whether some multiplier applies without the entry naming it. */
export function hasAutomatic(multipliers: Multipliers | null): boolean {
  return multipliers !== null && [...multipliers.values()].some(({ source }) => source.when !== undefined);
}

/** Whether entries must be read in time, to know what came before them. */
export function countsRepeats(multipliers: Multipliers | null): boolean {
  return (
    multipliers !== null && [...multipliers.values()].some(({ source }) => source.when?.kind === 'repeat')
  );
}

const HOUR = 3_600_000;

/** The day on which something happened, in China (§6). */
export function dayOf({ at }: Pick<FactEntry, 'at'>): number {
  return Math.floor(((parseInstant(at) ?? 0) + 8 * HOUR) / (24 * HOUR));
}

function appliesByItself({ source, first, last }: CompiledMultiplier, day: number, since: number | null) {
  if (source.when === undefined) return false;
  if (source.when.kind === 'during') return first <= day && day <= last;
  return since !== null && since <= source.when.withinDays;
}

export interface Factor {
  readonly value: Exact;
  /** The names of the multipliers, for the explanation. */
  readonly names: string;
}

export const NO_FACTOR: Factor = { value: ONE, names: '' };

/**
 * The product of the multipliers an entry names and of those that apply by themselves; one that does both counts
 * once. `since`: days from the occurrence before this one; null: there was none.
 */
export function factorOf(
  multipliers: Multipliers,
  entry: FactEntry,
  since: number | null,
  unknown: (code: string) => void,
): Factor {
  const applied = new Set<CompiledMultiplier>();
  for (const code of entry.multipliers ?? []) {
    const known = multipliers.get(code);
    if (known === undefined) unknown(code);
    else applied.add(known);
  }
  const day = dayOf(entry);
  for (const multiplier of multipliers.values()) {
    if (appliesByItself(multiplier, day, since)) applied.add(multiplier);
  }
  if (applied.size === 0) return NO_FACTOR;
  const used = [...multipliers.values()].filter((multiplier) => applied.has(multiplier));
  return {
    value: used.reduce((product, { factor }) => multiply(product, factor), ONE),
    names: used.map(({ source }) => source.name).join('、'),
  };
}
