import { toText } from '../kernel/exact-text.ts';
import type { Score } from '../kernel/score.ts';
import type { Evaluation } from '../rules/evaluation.ts';
import type { Facts } from '../rules/facts.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { normalizedDecimal } from './canonical-entry.ts';
import { type CanonicalValue, canonicalJson } from './canonical-json.ts';
import { utf8 } from './utf8.ts';

export const SEAL_FORMAT = 'mingji/seal@1';

/** What a seal holds: everything the result is a function of, and the result (§15). */
export type SealContent = {
  readonly format: typeof SEAL_FORMAT;
  readonly bureau: string;
  readonly period: CanonicalValue;
  readonly ruleSet: CanonicalValue;
  /** The roster snapshot, by subject id. */
  readonly subjects: { readonly [id: string]: CanonicalValue };
  /** By entry id. */
  readonly entries: { readonly [id: string]: CanonicalValue };
  /** Targets, prior matters, decisions, effects, calendar. */
  readonly sideFacts: { readonly [name: string]: CanonicalValue };
  /** By subject id. */
  readonly results: { readonly [id: string]: CanonicalValue };
};

/** Plain data as canonical content: undefined members vanish; a non-integer number is refused by the writer. */
export function toCanonical(value: unknown): CanonicalValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(toCanonical);
  if (typeof value !== 'object') throw new TypeError('not plain data');
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([key, member]) => [key, toCanonical(member)]));
}

const DECIMAL_FIELDS = ['quantity', 'of', 'points'] as const;

function canonicalFact(fact: object): CanonicalValue {
  const copy: Record<string, unknown> = { ...fact };
  for (const field of DECIMAL_FIELDS) {
    const text = copy[field];
    if (typeof text === 'string') copy[field] = normalizedDecimal(text);
  }
  return toCanonical(copy);
}

function scoreText(score: Score): string {
  return score.state === 'scored' ? toText(score.value) : score.state;
}

function canonicalResults(evaluation: Pick<Evaluation, 'subjects'>): {
  readonly [id: string]: CanonicalValue;
} {
  return Object.fromEntries(
    evaluation.subjects.map((result) => [
      result.subject,
      {
        score: scoreText(result.score),
        rank: result.rank,
        items: Object.fromEntries(result.items.map((item) => [item.code, scoreText(item.score)])),
        indicators: Object.fromEntries(result.indicators.map((own) => [own.code, scoreText(own.score)])),
        effects: result.effects.map((effect) => toCanonical(effect)),
      },
    ]),
  );
}

function sorted(rows: readonly object[]): CanonicalValue {
  return rows
    .map(canonicalFact)
    .map((row) => ({ row, key: canonicalJson(row) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ row }) => row);
}

/** The canonical content of a seal; independent of the order of the facts. */
export function sealContent(input: {
  readonly bureau: string;
  readonly ruleSet: RuleSet;
  readonly facts: Facts;
  readonly evaluation: Pick<Evaluation, 'subjects'>;
}): SealContent {
  const { facts } = input;
  return {
    format: SEAL_FORMAT,
    bureau: input.bureau,
    period: toCanonical(facts.period),
    ruleSet: toCanonical(input.ruleSet),
    subjects: Object.fromEntries(facts.subjects.map((subject) => [subject.id, toCanonical(subject)])),
    entries: Object.fromEntries(facts.entries.map((entry) => [entry.id, canonicalFact(entry)])),
    sideFacts: {
      targets: sorted(facts.targets ?? []),
      priorMatters: sorted(facts.priorMatters ?? []),
      matterDecisions: sorted(facts.matterDecisions ?? []),
      effects: sorted(facts.effects ?? []),
      calendar: toCanonical(facts.calendar ?? null),
    },
    results: canonicalResults(input.evaluation),
  };
}

/** The canonical text of `mingji/seal@1`; what is hashed and signed is its UTF-8. */
export function sealText(content: SealContent): string {
  return canonicalJson(toCanonical(content));
}

/** The bytes that are hashed and signed. */
export function sealBytes(content: SealContent): Uint8Array {
  return utf8(sealText(content));
}
