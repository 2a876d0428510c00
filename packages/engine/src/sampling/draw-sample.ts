import { compareText } from '../kernel/compare-text.ts';

/** What was drawn from: the things in their recorded order, and a way to turn text into an even key (a hash). */
export interface Draw {
  readonly population: readonly string[];
  readonly size: number;
  readonly seed: string;
  readonly keyOf: (text: string) => string;
}

/**
 * Draws by lot so that everybody can draw again (抽查复核, X10): each thing gets the key of "seed, line break, itself",
 * and those with the smallest keys are drawn, in the order of their keys. Whatever is not drawn can be left out or
 * added without moving the others past each other, and a larger draw begins with the smaller one.
 */
export function drawSample({ population, size, seed, keyOf }: Draw): string[] {
  const keyed = [...new Set(population)].map((thing) => ({ thing, key: keyOf(`${seed}\n${thing}`) }));
  keyed.sort((a, b) => compareText(a.key, b.key) || compareText(a.thing, b.thing));
  return keyed.slice(0, Math.max(0, size)).map(({ thing }) => thing);
}

/** How many n % of a number are: rounded up, so that a percentage of something is never nothing. */
export function shareOf(population: number, percent: number): number {
  return Math.min(population, Math.ceil((population * percent) / 100));
}
