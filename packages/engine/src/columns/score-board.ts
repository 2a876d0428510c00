import { round } from '../kernel/rounding.ts';
import { EXEMPT, NOT_APPLICABLE, NOT_SCORED, type Score, scored } from '../kernel/score.ts';
import { REGULAR, rankStandings } from '../ranking/rank-standings.ts';
import { breakerNumbers, breakerValue, placeOf } from '../ranking/rank-subjects.ts';
import type { CompiledRuleSet } from '../rules/compile.ts';
import type { AppliedEffect, AppraisedResult, SubjectResult } from '../rules/evaluation.ts';
import type { Subject } from '../rules/facts.ts';
import type { TieBreaker } from '../rules/rule-set.ts';
import type { Folded } from './fold-subject.ts';
import { foldedScore, foldedUnrounded, scoreDenominator } from './folded-result.ts';
import { NumberColumn } from './number-column.ts';
import type { PreparedRules } from './prepare-rules.ts';
import type { Roster } from './roster.ts';
import type { ScaledRules } from './scaled-rules.ts';
import type { ResultTaker } from './score-period.ts';

const NO_EFFECTS: readonly AppliedEffect[] = [];
const WITHOUT_VALUE: Readonly<Record<Exclude<Score['state'], 'scored'>, Score>> = {
  notScored: NOT_SCORED,
  exempt: EXEMPT,
  notApplicable: NOT_APPLICABLE,
};

/** Where a folded subject's tie-breaking value lies. */
type FoldedValue = (folded: Folded) => number;

function foldedValue({ rules }: PreparedRules, breaker: TieBreaker): FoldedValue {
  if (breaker.by === 'fewerDeductions') return (folded) => folded.deductions;
  const parts =
    breaker.by === 'item'
      ? rules.modules.flatMap((module) => module.items.map((item) => item.source.code))
      : rules.indicators.map((indicator) => indicator.source.code);
  const at = parts.indexOf(breaker.code);
  return breaker.by === 'item' ? (folded) => folded.items[at] ?? 0 : (folded) => folded.leaves[at] ?? 0;
}

/** Scores, effects and what ranks are made of, as columns by position of the subject; objects are made when read. */
export class ScoreBoard implements ResultTaker {
  readonly effects = new Map<number, readonly AppliedEffect[]>();
  readonly #rules: CompiledRuleSet;
  readonly #scaled: ScaledRules | null;
  readonly #roster: Roster;
  readonly #scores: NumberColumn;
  readonly #places: Uint8Array;
  readonly #known = new Map<number, Score>();
  readonly #unscored = new Map<number, Score>();
  readonly #breakers: readonly {
    readonly rule: TieBreaker;
    readonly column: NumberColumn;
    readonly read: FoldedValue;
  }[];

  constructor(prepared: PreparedRules, roster: Roster) {
    const { rules, scaled } = prepared;
    const size = roster.subjects.length;
    this.#rules = rules;
    this.#scaled = scaled;
    this.#roster = roster;
    this.#scores = new NumberColumn(size, scoreDenominator(rules, scaled));
    this.#places = new Uint8Array(size).fill(REGULAR);
    this.#breakers = (rules.source.ranking?.tieBreakers ?? []).map((rule) => ({
      rule,
      column: new NumberColumn(size, scaled?.scale ?? 1),
      read: foldedValue(prepared, rule),
    }));
  }

  folded(at: number, subject: Subject, folded: Folded): void {
    const scaled = this.#scaled;
    if (scaled === null) return;
    const score = foldedScore(this.#rules, scaled, subject, folded);
    if (!Number.isNaN(score)) this.#scores.setScaled(at, score);
    else {
      const { rounding } = this.#rules;
      const unrounded = foldedUnrounded(this.#rules, scaled, subject, folded);
      this.#scores.set(at, rounding === null ? unrounded : round(unrounded, rounding));
    }
    for (const { column, read } of this.#breakers) column.setScaled(at, read(folded));
  }

  exact(at: number, result: SubjectResult): void {
    const { score, effects } = result;
    if (score.state === 'scored') this.#scores.set(at, score.value);
    else this.#unscored.set(at, WITHOUT_VALUE[score.state]);
    if (effects.length > 0) this.effects.set(at, effects);
    this.#places[at] = placeOf(score.state, effects);
    for (const { rule, column } of this.#breakers) {
      const value = breakerValue(rule, result);
      if (value !== null) column.set(at, value);
    }
  }

  /** Equal scores are one object: a city-year has 180,000 scores and a few thousand different ones. */
  score(at: number): Score {
    const number = this.#scores.scaledAt(at);
    const known = this.#known.get(number);
    if (known !== undefined) return known;
    const value = this.#scores.at(at);
    if (value === null) return this.#unscored.get(at) ?? NOT_SCORED;
    const score = scored(value);
    if (!Number.isNaN(number)) this.#known.set(number, score);
    return score;
  }

  /** §7; 0: no rank. */
  ranks(): Int32Array {
    return rankStandings({
      groups: this.#roster.groups.members,
      place: this.#places,
      keys: [
        this.#scores.comparable(),
        ...this.#breakers.map(({ rule, column }) => breakerNumbers(rule, column.comparable())),
      ],
    });
  }

  /** What grades are decided by. */
  appraised(): readonly AppraisedResult[] {
    return this.#roster.subjects.map(({ id, kind }, at) => ({
      subject: id,
      kind,
      score: this.score(at),
      effects: this.effects.get(at) ?? NO_EFFECTS,
    }));
  }
}
