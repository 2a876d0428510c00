import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

interface Plan {
  readonly folder: string;
  readonly unit: string;
  readonly sequences?: readonly string[];
  readonly periods?: { readonly kind: string };
}

const read = (path: string): unknown =>
  parse(readFileSync(new URL(`../../rule-sets/${path}`, import.meta.url), 'utf8'));

/**
 * The name of the method that a unit of the demo city appraises by, as its plan has it: of several by what its periods
 * are and the sequence it ranks. Methods are data; no journey knows one by name.
 */
export function methodOf(wish: {
  readonly unit: string;
  readonly periods: string;
  readonly ranks?: string;
}): string {
  const { ruleSets } = read('demo.yaml') as { ruleSets: readonly Plan[] };
  const plan = ruleSets.find(
    ({ unit, periods, sequences }) =>
      unit === wish.unit &&
      periods?.kind === wish.periods &&
      (wish.ranks === undefined || sequences?.includes(wish.ranks)),
  );
  if (!plan) throw new Error(`the demo plan has no method of ${JSON.stringify(wish)}`);
  return (read(`${plan.folder}/rule-set.yaml`) as { name: string }).name;
}
