import type { Exact } from '../../kernel/exact.ts';
import type { Refusals } from '../../kernel/refusal.ts';
import type { WorkingDayCalendar } from '../../working-days/calendar.ts';
import type { FactEntry } from '../facts.ts';
import type { NumberReader } from '../number-reader.ts';
import type { Absent, EffectRule, FamilyName } from '../scoring.ts';
import type { TraceFact } from '../trace.ts';

/** An entry that was not reversed, with its own points and what stands of them after §3. */
export interface LiveEntry {
  readonly entry: FactEntry;
  readonly indicator: number;
  /** Its points by its own rule. */
  points: Exact;
  /** The full standard behind a share of a split matter. */
  standard: Exact;
  counted: Exact;
  standsIn: string | null;
  facts: Readonly<Record<string, TraceFact>> | null;
}

export interface TargetValue {
  readonly quantity: Exact;
  readonly dueOn: string | null;
}

/** What a family sees while it reads one entry; `detail` is filled only when a trace is wanted. */
export interface EntryContext {
  readonly numbers: NumberReader;
  readonly refusals: Refusals;
  readonly calendar: WorkingDayCalendar | null;
  /** Product of the entry's multipliers. */
  factor: Exact;
  /** 1 for the first occurrence in time, matters counted once; only for ordered families. */
  nth: number;
  /** Days since the occurrence before this one; null: there was none, or nobody asks. */
  since: number | null;
  wantsDetail: boolean;
  /** Out: the full standard, when the entry claims a share of it. */
  standard: Exact | null;
  /** Out: operands for the trace. */
  detail: Readonly<Record<string, TraceFact>> | null;
}

export type Emptied = 'indicator' | 'item' | null;

/** Points of one occurrence by the event's code; `only` where an entry need not name it. */
export interface EventPoints {
  readonly byCode: ReadonlyMap<string, Exact>;
  readonly only: Exact | null;
}

/** Families whose entries carry points of their own; the engine applies §3, adds up and caps. */
export interface EventFamily {
  readonly kind: 'event';
  readonly name: FamilyName;
  /** Entries must be read in the order of time. */
  readonly ordered: boolean;
  /** Its score is the plain sum of the points; no entry changes what another one means. */
  readonly additive: boolean;
  /** Additive, and one occurrence of each event has fixed points: event and quantity alone say what an entry is worth. */
  readonly pointsOf: EventPoints | null;
  readonly floor: Exact | null;
  points(entry: FactEntry, context: EntryContext): Exact;
  /** Looks at the entries that stand: do they empty the indicator or the item? */
  empties(standing: readonly LiveEntry[]): Emptied;
  effects(standing: readonly LiveEntry[]): readonly { readonly rule: EffectRule; readonly source: string }[];
}

export interface Measured {
  readonly value: Exact;
  readonly facts: Readonly<Record<string, TraceFact>>;
}

/** The same indicator's measures of everybody in the same sequence and group. */
export interface Peers {
  /** Best first. */
  readonly ordered: readonly Exact[];
  readonly mean: Exact;
}

export interface MeasureInput {
  readonly marks: Exact | null;
  readonly target: TargetValue | null;
  readonly peers: Peers | null;
}

export interface MeasureScore {
  readonly amount: Exact;
  /** True: the amount is the indicator's value. False: it is added to its marks. */
  readonly absolute: boolean;
  /** The real ratio or rate, kept and shown even beyond the ceiling. */
  readonly measured: Exact;
  readonly facts: Readonly<Record<string, TraceFact>>;
}

/** Families that turn one measured quantity into points. */
export interface MeasureFamily {
  readonly kind: 'measure';
  readonly name: FamilyName;
  readonly takes: 'measure' | 'score' | 'vote';
  readonly absent: Absent;
  readonly needsTarget: boolean;
  readonly target: Exact | null;
  /** For rankBased and relativeToMean: which measure is the better. */
  readonly peers: 'high' | 'low' | null;
  measure(
    entries: readonly FactEntry[],
    target: TargetValue | null,
    numbers: NumberReader,
    refusals: Refusals,
  ): Measured | null;
  /** Null: not applicable after all. */
  score(measured: Measured, input: MeasureInput): MeasureScore | null;
}

export type CompiledFamily = EventFamily | MeasureFamily;
