import { parseRate, toText } from '../kernel/exact-text.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { type CanonicalValue, canonicalJson } from './canonical-json.ts';
import { toCanonical } from './canonical-seal.ts';
import { utf8 } from './utf8.ts';

/** The fields of a rule set that hold a number as text; codes, ids and versions that look like one are none. */
export const RULE_SET_NUMBERS: ReadonlySet<string> = new Set([
  ...[
    'totalMarks',
    'marks',
    'cap',
    'low',
    'high',
    'weight',
    'factor',
    'points',
    'latePoints',
    'short',
    'done',
  ],
  ...[
    'min',
    'max',
    'floor',
    'ceiling',
    'target',
    'per',
    'step',
    'first',
    'last',
    'at',
    'from',
    'to',
    'scale',
  ],
  ...['full', 'places', 'otherwise', 'rate', 'raisedRate', 'below', 'over', 'lowShare', 'mean', 'tolerance'],
]);

function shortest(value: CanonicalValue, field: string): CanonicalValue {
  if (typeof value === 'string') {
    const number = RULE_SET_NUMBERS.has(field) ? parseRate(value) : undefined;
    return number === undefined ? value : toText(number);
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((member: CanonicalValue) => shortest(member, field));
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shortest(member, name)]));
}

/**
 * The content that is hashed: as written, without the defaults, numbers in their shortest text. `10.0` and `10`, `40%`
 * and `2/5` are one number and must be one sequence of bytes; the order of lists is content.
 */
export function canonicalRuleSet<T extends object = RuleSet>(ruleSet: T): CanonicalValue {
  return shortest(toCanonical(ruleSet), '');
}

/** The canonical text of `mingji/rule-set@1`: keys in order, no white space, text in NFC. */
export function ruleSetText(ruleSet: RuleSet): string {
  return canonicalJson(canonicalRuleSet(ruleSet));
}

/** The bytes whose SM3 is the content hash of a rule set. Frozen; a golden test pins them. */
export function ruleSetBytes(ruleSet: RuleSet): Uint8Array {
  return utf8(ruleSetText(ruleSet));
}
