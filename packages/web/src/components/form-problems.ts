import type { Problem } from '@mingji/contract';

export type FieldName = readonly (string | number)[];

/** `grants.0.role` as antd names a field; the part of the request in front is not part of the form. */
export function fieldNameOf(path: string): FieldName {
  const steps = path.split('.').filter(Boolean);
  const inside = steps[0] === 'body' ? steps.slice(1) : steps;
  return inside.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

export interface PlacedProblems {
  /** Problems of fields on the form, to be shown there. */
  readonly fields: readonly { readonly name: FieldName; readonly errors: readonly string[] }[];
  /** Their paths, so that the summary can leave them out. */
  readonly shownPaths: readonly string[];
}

/** Puts each problem to its field: the deepest field of the form that its path leads to. */
export function placeProblems(problems: readonly Problem[], known: readonly FieldName[]): PlacedProblems {
  const fields = new Map<string, { name: FieldName; errors: string[] }>();
  const shownPaths: string[] = [];
  for (const problem of problems) {
    const wanted = fieldNameOf(problem.path);
    const field = known
      .filter((name) => name.length > 0 && name.every((step, index) => step === wanted[index]))
      .reduce<FieldName | null>((best, name) => (best && best.length >= name.length ? best : name), null);
    if (!field) continue;
    const key = field.join('.');
    const place = fields.get(key) ?? { name: field, errors: [] };
    place.errors.push(problem.clause ? `${problem.message}（依据：${problem.clause}）` : problem.message);
    fields.set(key, place);
    shownPaths.push(problem.path);
  }
  return { fields: [...fields.values()], shownPaths };
}
