export interface FieldOption {
  readonly value: string;
  readonly label: string;
}
export type FieldKind =
  | 'decimal'
  | 'rate'
  | 'text'
  | 'count'
  | 'choice'
  /** Several of a few. */
  | 'choices'
  /** Several numbers in one line. */
  | 'decimals'
  /** Several words of one's own. */
  | 'tags'
  | 'flag'
  | 'day'
  /** Codes of what the draft itself holds. */
  | 'clause'
  | 'item'
  | 'indicator'
  | 'grade'
  /** A role of the draft, or free words while it has none. */
  | 'role'
  /** An event of the indicator in the same row. */
  | 'event';

/** One parameter on a form; `name` is its path inside what the form edits, or inside the row of a list. */
export interface FormField {
  readonly name: readonly string[];
  readonly label: string;
  readonly kind: FieldKind;
  readonly required?: boolean;
  readonly hint?: string;
  readonly options?: readonly FieldOption[];
  /** Only shown when another parameter has this value. */
  readonly when?: { readonly name: readonly string[]; readonly is: string };
}
export interface FormList {
  readonly name: readonly string[];
  readonly label: string;
  readonly add: string;
  /** Rows that need a code of their own get one when saved. */
  readonly codePrefix?: string;
  readonly columns: readonly FormField[];
  /** Rarer parameters of a row, folded away. */
  readonly more?: readonly FormField[];
  readonly inner?: FormList;
}
/** Parameters as data: the same description draws the form and the words of what it holds. */
export interface ParameterForm {
  readonly fields: readonly FormField[];
  readonly lists: readonly FormList[];
}

export function field(
  name: string,
  label: string,
  kind: FieldKind,
  more: Partial<FormField> = {},
): FormField {
  return { name: name.split('.'), label, kind, ...more };
}
export const must = { required: true } as const;
export function choice(
  name: string,
  label: string,
  options: Readonly<Record<string, string>>,
  more: Partial<FormField> = {},
): FormField {
  const listed = Object.entries(options).map(([value, text]) => ({ value, label: text }));
  return field(name, label, 'choice', { options: listed, ...more });
}
export const clauseField = field('clause', '依据条款', 'clause');

export type Row = Readonly<Record<string, unknown>>;

export function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, step) => (typeof inner === 'object' && inner !== null ? (inner as Row)[step] : undefined),
    value,
  );
}

function withValueAt(value: Row, path: readonly string[], inner: unknown): Row {
  const [first = '', ...rest] = path;
  const own = value[first];
  const next = rest.length === 0 ? inner : withValueAt((own ?? {}) as Row, rest, inner);
  return { ...value, [first]: next };
}

/** Rows of a list that need a code and have none get the next free one. */
export function completed(form: ParameterForm, value: Row): Row {
  let result = value;
  for (const list of form.lists) {
    const rows = valueAt(value, list.name);
    if (list.codePrefix === undefined || !Array.isArray(rows)) continue;
    result = withValueAt(result, list.name, coded(rows as Row[], list.codePrefix));
  }
  return result;
}

function coded(rows: readonly Row[], prefix: string): Row[] {
  const taken = new Set(rows.map((row) => row.code));
  return rows.map((row) => {
    if (row.code) return row;
    let number = 1;
    while (taken.has(`${prefix}${number}`)) number += 1;
    taken.add(`${prefix}${number}`);
    return { ...row, code: `${prefix}${number}` };
  });
}
