import type { results } from '@mingji/contract';

export type Check = ReturnType<typeof results.checkItem.parse>;

/** One line of the checklist; what is not said stops nothing, counts nothing and leads nowhere. */
export function check(
  code: Check['code'],
  label: string,
  more: Partial<Omit<Check, 'code' | 'label'>> = {},
): Check {
  return { code, label, count: 0, blocks: 'none', overridable: false, href: null, details: [], ...more };
}
