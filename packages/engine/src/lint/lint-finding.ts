import { indicatorPaths } from '../rules/check-rule-set.ts';
import type { Indicator, Item, Module, RuleSet } from '../rules/rule-set.ts';
import type { LintWords } from './lint-words.ts';

export interface LintFinding {
  /** Stable: offices, sign-offs and tests refer to it. */
  readonly code: string;
  /** The indicator's code; empty when it is about an item, a module, a clause or the whole. */
  readonly indicator: string;
  /** What the finding is about: the indicator's name, or that of the item, module or clause. */
  readonly name: string;
  readonly path: string;
  /** Chinese: what is wrong, and how to mend it. */
  readonly reason: string;
  readonly mend: string;
  /** The words or numbers that were found. */
  readonly words: readonly string[];
  /** X6: publishing needs a reason and the legal office's sign-off; the others are advice. */
  readonly needsSignOff: boolean;
  /** The clause that is quoted there. */
  readonly clause?: string;
}

/** An indicator and where it stands. */
export interface LintPlace {
  readonly module: Module;
  readonly item: Item;
  readonly indicator: Indicator;
  readonly path: string;
}

export interface LintOptions {
  /** The word lists; an office may bring its own. */
  readonly words?: readonly LintWords[];
  /** Codes of the sequences there are this year; without them only those of the rule set are known. */
  readonly sequences?: readonly string[];
  /** Other rule sets in force, whose scores may be imported here. */
  readonly others?: readonly RuleSet[];
}

/** What every check of the linter looks at. */
export interface LintContext {
  readonly ruleSet: RuleSet;
  readonly places: readonly LintPlace[];
  readonly words: readonly LintWords[];
  readonly sequences: readonly string[] | null;
  readonly others: readonly RuleSet[];
  /** The text of a clause; empty when there is none. */
  clauseText(id: string | undefined): string;
}

export type LintCheck = (context: LintContext) => readonly LintFinding[];

export function lintContext(
  ruleSet: RuleSet,
  options: LintOptions,
  words: readonly LintWords[],
): LintContext {
  const texts = new Map(ruleSet.clauses.map((clause) => [clause.id, clause.text]));
  const own = ruleSet.sequences?.map((sequence) => sequence.code);
  return {
    ruleSet,
    places: indicatorPaths(ruleSet),
    words,
    sequences: options.sequences ?? own ?? null,
    others: options.others ?? [],
    clauseText: (id) => (id === undefined ? '' : (texts.get(id) ?? '')),
  };
}

interface About {
  readonly code: string;
  readonly reason: string;
  readonly mend: string;
  readonly words?: readonly string[];
  /** Below the place: `.cap`, `.scoring.tiers[1]`. */
  readonly at?: string;
}

/** Advice about one indicator. */
export function adviseAt({ indicator, path }: LintPlace, about: About): LintFinding {
  const { code, reason, mend, words = [], at = '' } = about;
  return {
    code,
    indicator: indicator.code,
    name: indicator.name,
    path: `${path}${at}`,
    reason,
    mend,
    words,
    needsSignOff: false,
    clause: indicator.clause,
  };
}

/** Advice about something that is no indicator. */
export function adviseOn(name: string, path: string, about: Omit<About, 'at'>, clause?: string): LintFinding {
  const { code, reason, mend, words = [] } = about;
  const finding = { code, indicator: '', name, path, reason, mend, words, needsSignOff: false };
  return clause === undefined ? finding : { ...finding, clause };
}
