import {
  conservation,
  exact,
  fromInteger,
  parseDecimal,
  splitByWeight,
  subtract,
  toText,
} from '@mingji/engine';

/** Who may get a part, as far as a split needs to know. */
export interface SplitPart {
  readonly id: string;
  readonly code: string;
  readonly headCount: number;
}
/** What is typed: by id; an empty part is absent, not 0. */
export type Typed = Readonly<Record<string, string | null>>;

/** §14: the largest remainder, equal remainders by code; null where it cannot be split, with the reason. */
export function splitEvenly(
  quantity: string,
  kept: string,
  parts: readonly SplitPart[],
  by: 'headCount' | 'equal',
): { readonly typed: Typed } | { readonly refusal: string } {
  const rest = subtract(exact(quantity), exact(kept));
  const children = parts.map((part) => ({
    code: part.code,
    weight: fromInteger(by === 'equal' ? 1 : part.headCount),
  }));
  const split = splitByWeight(rest, children, exact(unitOf(toText(rest))));
  if (!split.ok) return { refusal: split.refusals[0]?.message ?? '' };
  const typed: Record<string, string> = {};
  split.value.forEach((share, index) => {
    const part = parts[index];
    if (part) typed[part.id] = toText(share.quantity);
  });
  return { typed };
}

/** Whole things are split into whole things; what has decimals is split to the same decimals. */
function unitOf(quantity: string): string {
  const decimals = quantity.split('.')[1]?.length ?? 0;
  return decimals === 0 ? '1' : `0.${'0'.repeat(decimals - 1)}1`;
}

/** The balance while it is typed; what is no number yet counts nothing. */
export function balanceOf(quantity: string, kept: string | null, typed: Typed) {
  const numbers = Object.values(typed).flatMap((text) => parseDecimal(text ?? '') ?? []);
  return conservation(exact(quantity), numbers, parseDecimal(kept ?? '') ?? exact('0'));
}

/** Width of a part of the bar in percent of the whole; for the eye only, never a number that counts. */
export function shareOf(part: string, whole: string): number {
  const total = Number(whole);
  return total > 0 ? Math.min(100, Math.max(0, (Number(part) / total) * 100)) : 0;
}
