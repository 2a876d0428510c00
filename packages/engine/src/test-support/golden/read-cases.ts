/** A golden case as it stands in the YAML: every number is the text it was written as. */
export type Value = string | boolean | null | readonly Value[] | { readonly [key: string]: Value };
export type Case = { readonly [key: string]: Value } & { readonly case: string; readonly clause: string };
export type Fields = { readonly [key: string]: Value };

/** Parameters that count something and are whole numbers in the rule set; all others stay decimal text. */
const WHOLE = new Set([
  'times',
  'digits',
  'dropHighest',
  'dropLowest',
  'minVotes',
  'minPeriods',
  'minGroup',
  'voidAfter',
  'withinDays',
  'years',
  'year',
  'places',
  'first',
  'last',
  'top',
]);
const NOT_WHOLE_IN = new Set(['form', 'rule']);

/** Turns the whole-number parameters back into numbers, wherever they stand. */
export function withWholeNumbers(value: Value, within = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => withWholeNumbers(each, within));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, own]) => {
      const whole = WHOLE.has(key) && typeof own === 'string' && /^\d+$/.test(own);
      return [
        key,
        whole && !(NOT_WHOLE_IN.has(within) && key === 'first') ? Number(own) : withWholeNumbers(own, key),
      ];
    }),
  );
}

export function fieldsOf(value: Value | undefined): Fields {
  if (value === undefined || value === null || typeof value !== 'object' || Array.isArray(value)) return {};
  return value as Fields;
}

export function listOf(value: Value | undefined): readonly Value[] {
  return Array.isArray(value) ? value : [];
}

export function textOrNone(value: Value | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
