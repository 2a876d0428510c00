import { type Appraisal, Appraiser } from '../grading/appraise.ts';
import { compareText } from '../kernel/compare-text.ts';
import { ok, Refusals, type Result } from '../kernel/refusal.ts';
import type { Score } from '../kernel/score.ts';
import type { AppliedEffect, SubjectResult, Warning } from '../rules/evaluation.ts';
import type { PeriodFact, Subject } from '../rules/facts.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { scoreSubject } from '../rules/score-subject.ts';
import type { EntryColumns } from './entry-columns.ts';
import { newSums, openPeriod, type PeriodFacts, placesOf } from './open-period.ts';
import { inPeriodOrder } from './period-order.ts';
import { type PreparedRules, prepareRules } from './prepare-rules.ts';
import { type Roster, readRoster } from './roster.ts';
import { ScoreBoard } from './score-board.ts';
import { scorePeriod } from './score-period.ts';
import { sharedMatters } from './settle-matters.ts';
import type { Sums } from './sums.ts';

export interface PeriodsInput {
  readonly ruleSet: RuleSet;
  /** The facts beside the entries, one for each number in `columns.period`. */
  readonly periods: readonly PeriodFacts[];
  readonly columns: EntryColumns;
}

/** The results of one period in columns; objects are made of them, and numbers explained, when somebody asks. */
export interface PeriodScores {
  readonly period: PeriodFact;
  readonly subjects: readonly Subject[];
  /** By position of the subject. */
  score(at: number): Score;
  /** 0: no rank. */
  readonly ranks: Int32Array;
  readonly effects: ReadonlyMap<number, readonly AppliedEffect[]>;
  /** Grades and consequences, decided when first asked for. */
  readonly appraisal: Appraisal;
  readonly warnings: readonly Warning[];
  /** The whole result with its trace, by the calculation that explains. */
  explain(at: number): SubjectResult;
}

/**
 * Many periods under one rule set, a year of months for instance: the same results as one evaluation after another,
 * from columns and without an object for every number. Refused as a whole, with every reason.
 */
export function evaluatePeriods(input: PeriodsInput): Result<readonly PeriodScores[]> {
  const { ruleSet, periods } = input;
  const prepared = prepareRules(ruleSet);
  if (!prepared.ok) return prepared;
  const refusals = new Refusals();
  const ordered = inPeriodOrder(input.columns, periods.length);
  const { columns } = ordered;
  const shared = sharedMatters(columns);
  const scores: PeriodScores[] = [];
  let last: Placed | null = null;
  for (const [at, facts] of periods.entries()) {
    const appraiser = new Appraiser(prepared.value.rules, facts, refusals);
    const { subjects } = appraiser;
    // Most months have the roster of the month before.
    const same = last?.roster.subjects === subjects ? last : null;
    const placed: Placed = same ?? place(prepared.value, subjects, columns, refusals);
    const [from, to] = [ordered.starts[at] ?? 0, ordered.starts[at + 1] ?? 0];
    const own = { prepared: prepared.value, facts, columns, shared, from, to };
    const evaluated = evaluatePeriod({ ...own, ...placed }, appraiser, refusals);
    last = placed;
    if (evaluated === null) return { ok: false, refusals: refusals.list };
    scores.push(evaluated);
  }
  return ok(scores);
}

/** A roster, where the columns' subjects stand in it, and room for its sums. */
interface Placed {
  readonly roster: Roster;
  readonly subjectAt: Int32Array;
  readonly sums: Sums;
}

function place(
  prepared: PreparedRules,
  subjects: readonly Subject[],
  { subjects: ids }: EntryColumns,
  refusals: Refusals,
): Placed {
  const roster = readRoster(subjects, () => false, refusals);
  return { roster, subjectAt: placesOf(ids, roster.index), sums: newSums(prepared, roster) };
}

interface OwnInput extends Placed {
  readonly prepared: PreparedRules;
  readonly facts: PeriodFacts;
  readonly columns: EntryColumns;
  readonly shared: Uint8Array;
  readonly from: number;
  readonly to: number;
}

function evaluatePeriod(input: OwnInput, appraiser: Appraiser, refusals: Refusals): PeriodScores | null {
  const { roster } = input;
  const period = openPeriod({ ...input, refusals });
  if (refusals.any) return null;
  const board = new ScoreBoard(input.prepared, roster);
  scorePeriod(period, board);
  if (refusals.any) return null;
  const ranks = board.ranks();
  let appraisal: Appraisal | null = null;
  return {
    period: input.facts.period,
    subjects: roster.subjects,
    score: (at) => board.score(at),
    ranks,
    effects: board.effects,
    get appraisal() {
      appraisal ??= appraiser.appraise(board.appraised());
      return appraisal;
    },
    warnings: [...period.context.warnings, ...appraiser.warnings].sort(
      (a, b) => compareText(a.subject, b.subject) || compareText(a.message, b.message),
    ),
    // The memory for sums is not kept for explanations: they are asked for one at a time.
    explain: (at) => ({ ...explain(input, at), rank: ranks[at] || null }),
  };
}

/** Reads the period again for one subject: a few milliseconds for a number somebody wants to see explained. */
function explain(input: OwnInput, at: number): SubjectResult {
  const { subjects } = input.roster;
  const subject = subjects[at];
  if (subject === undefined) throw new RangeError(`no subject at ${at}`);
  const refusals = new Refusals();
  const roster = readRoster(subjects, (own) => own === subject, refusals);
  return scoreSubject(openPeriod({ ...input, roster, refusals }).context, at, subject, true);
}
