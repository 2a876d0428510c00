import type { Refusals } from '../kernel/refusal.ts';
import { EntryReader } from '../rules/entry-reader.ts';
import type { Warning } from '../rules/evaluation.ts';
import type { Facts } from '../rules/facts.ts';
import { EntryGatherer } from '../rules/gather-entries.ts';
import { MatterShares } from '../rules/matters.ts';
import { NumberReader } from '../rules/number-reader.ts';
import { PeerMeasures } from '../rules/peer-measures.ts';
import type { SubjectContext } from '../rules/score-subject.ts';
import { readSideFacts } from '../rules/side-facts.ts';
import type { EntryColumns } from './entry-columns.ts';
import type { PreparedRules } from './prepare-rules.ts';
import type { Roster } from './roster.ts';
import { pointTable, type SubjectClasses } from './row-treatment.ts';
import type { MatterContext } from './settle-matters.ts';
import { largestValue, sumEntries } from './sum-entries.ts';
import { Sums } from './sums.ts';

/** The facts of a period beside its entries. */
export type PeriodFacts = Omit<Facts, 'entries'>;

export interface PeriodInput {
  readonly prepared: PreparedRules;
  /** Its subjects are those of the roster. */
  readonly facts: PeriodFacts;
  readonly columns: EntryColumns;
  /** Where this period's entries lie in the columns: `to` is the first behind them. */
  readonly from: number;
  readonly to: number;
  readonly roster: Roster;
  /** Position in the columns' subjects → position in the roster; see placesOf. */
  readonly subjectAt: Int32Array;
  readonly refusals: Refusals;
  /** See sharedMatters. */
  readonly shared: Uint8Array;
  /** To be used again; see newSums. */
  readonly sums: Sums;
}

/** A period whose entries are added up and grouped; its subjects can be scored one after another. */
export interface OpenPeriod {
  readonly prepared: PreparedRules;
  readonly classes: SubjectClasses;
  readonly context: SubjectContext;
  readonly matters: MatterContext;
}

/** ⚙split = each: nobody's parts are summed over several subjects (§3). */
const NOBODY = new Uint8Array(0);

/** The position of each id; -1: it is not there. */
export function placesOf(ids: readonly string[], index: ReadonlyMap<string, number>): Int32Array {
  return Int32Array.from(ids, (id) => index.get(id) ?? -1);
}

/** Room for the sums of a roster under these rules. */
export function newSums({ rules, scaled }: PreparedRules, { subjects }: Roster): Sums {
  return new Sums(subjects.length, rules.indicators.length, scaled?.scale ?? null);
}

/** Adds up and groups a period's entries; what is unsound is added to the refusals. */
export function openPeriod(input: PeriodInput): OpenPeriod {
  const { prepared, facts, columns, from, to, roster, subjectAt, refusals, sums, shared } = input;
  const { rules, scaled } = prepared;
  const { subjects, index, classes } = roster;
  const indicatorAt = placesOf(columns.indicators, rules.indexOf);
  const points = scaled === null ? new Float64Array(0) : pointTable(rules, columns.events, scaled);
  sums.clear();
  const adding = { rules, scaled, columns, points, subjects, classes, subjectAt, indicatorAt, refusals };
  const { order, starts } = sumEntries(adding, from, to, sums);
  const numbers = new NumberReader(refusals);
  const reader = new EntryReader(numbers, refusals, facts.calendar ?? null);
  const side = readSideFacts({ ...facts, subjects }, index, rules, numbers, refusals);
  const grouped = { subjects, columns, indicatorAt, order, starts, sums, ...side };
  const gatherer = new EntryGatherer(grouped, rules, reader);
  const peers = new PeerMeasures(grouped, rules, numbers, refusals);
  const warnings: Warning[] = [];
  const shares = new MatterShares(rules.source.roles);
  return {
    prepared,
    classes,
    context: {
      rules,
      grouped,
      gatherer,
      peers,
      shares,
      warnings,
      numbers,
      refusals,
      untouched: new Map(),
    },
    matters: {
      columns,
      indicatorAt,
      points,
      shared: rules.split === 'fixedTotal' ? shared : NOBODY,
      limit: largestValue(to - from),
    },
  };
}
