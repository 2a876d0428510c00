import { compare, type Exact } from '../kernel/exact.ts';
import { parseRate } from '../kernel/exact-text.ts';
import { sameContent } from './same-content.ts';

/**
 * What a lower method may do to a field of the upper one (§16). fixed: nothing. raise, lower: a number only so. order: a
 * choice only towards the end of the list. grow, shrink: a list only so. free: anything.
 */
export type FieldRule =
  | { readonly may: 'nothing'; readonly absent?: string | boolean | number }
  | { readonly may: 'raise' | 'lower'; readonly absent?: string; readonly absentIs?: 'strictest' }
  | {
      readonly may: 'order';
      readonly order: readonly (string | boolean)[];
      readonly absent?: string | boolean;
    }
  | { readonly may: 'grow' | 'shrink' }
  | { readonly may: 'anything' };

export type FieldTable = Readonly<Record<string, FieldRule>>;

function numberOf(value: unknown, absent: string | undefined): Exact | undefined {
  return parseRate(String(value ?? absent));
}

/** A number that is not there is no limit, unless the field says that then it is the tightest. */
function numberAllowed(
  rule: FieldRule & { may: 'raise' | 'lower' },
  upper: unknown,
  lower: unknown,
): boolean {
  const above = numberOf(upper, rule.absent);
  const below = numberOf(lower, rule.absent);
  if (above === undefined || below === undefined) {
    return (rule.absentIs === 'strictest' ? below : above) === undefined;
  }
  const difference = compare(below, above);
  return rule.may === 'raise' ? difference >= 0 : difference <= 0;
}

function includesAll(whole: unknown, part: unknown): boolean {
  const members = Array.isArray(whole) ? whole : [];
  return Array.isArray(part) && part.every((one) => members.some((other) => sameContent(one, other)));
}

/** Whether the lower value is the upper one or stricter. */
export function mayBecome(rule: FieldRule, upper: unknown, lower: unknown): boolean {
  switch (rule.may) {
    case 'anything':
      return true;
    case 'nothing':
      return sameContent(upper ?? rule.absent, lower ?? rule.absent);
    case 'raise':
    case 'lower':
      return numberAllowed(rule, upper, lower);
    case 'order': {
      const place = (value: unknown) => rule.order.indexOf((value ?? rule.absent) as string | boolean);
      return place(lower) >= place(upper);
    }
    case 'grow':
      return upper === undefined || includesAll(lower, upper);
    case 'shrink':
      return upper === undefined || includesAll(upper, lower);
  }
}

/** What may be done, in words: the end of a refusal. */
export function allowedWords(rule: FieldRule): string {
  switch (rule.may) {
    case 'raise':
      return '只可提高，不可降低';
    case 'lower':
      return '只可降低，不可提高';
    case 'order':
      return `只可从严（由宽到严：${rule.order.map(String).join('、')}）`;
    case 'grow':
      return '只可增加，不可减少或改动';
    case 'shrink':
      return '只可缩小范围，不可扩大';
    default:
      return '不可改动';
  }
}
