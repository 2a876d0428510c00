import type { RuleSet } from '@mingji/engine';
import { type FormField, type FormList, type ParameterForm, valueAt } from './form-fields.ts';
import styles from './rule-sets.module.css';
import { wordsOf } from './section-words.ts';

interface SectionViewProps {
  readonly content: RuleSet;
  readonly form: ParameterForm;
  readonly value: unknown;
}

/** A section in words, by the description that also draws its form. */
export function SectionView({ content, form, value }: SectionViewProps) {
  const told = form.fields.filter((field) => valueAt(value, field.name) !== undefined);
  return (
    <>
      {told.length > 0 && (
        <dl className={styles.facts}>
          {told.map((field) => (
            <div key={field.name.join('.')} className={field.kind === 'clause' ? styles.whole : undefined}>
              <dt>{field.label}</dt>
              <dd>
                {wordsOf(content, field, valueAt(value, field.name))}
                {field.kind === 'clause' && <ClauseText content={content} id={valueAt(value, field.name)} />}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {form.lists.map((list) => (
        <ListView key={list.label} {...{ content, list }} rows={rowsOf(valueAt(value, list.name))} />
      ))}
    </>
  );
}

function ClauseText({ content, id }: { readonly content: RuleSet; readonly id: unknown }) {
  const clause = content.clauses.find((each) => each.id === id);
  return clause ? <>：{clause.text}</> : null;
}

function rowsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

interface ListViewProps {
  readonly content: RuleSet;
  readonly list: FormList;
  readonly rows: readonly unknown[];
}

function ListView({ content, list, rows }: ListViewProps) {
  if (rows.length === 0) return null;
  const all = [...list.columns, ...(list.more ?? [])];
  const columns = all.filter((column) => rows.some((row) => valueAt(row, column.name) !== undefined));
  const { inner } = list;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={`${column.name.join('.')} ${column.label}`}>{column.label}</th>
          ))}
          {inner && <th>{inner.label}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, place) => (
          <tr key={String(valueAt(row, ['code']) ?? place)}>
            {columns.map((column) => (
              <td key={`${column.name.join('.')} ${column.label}`} data-label={column.label}>
                {applies(column, row) ? wordsOf(content, column, valueAt(row, column.name), row) : '—'}
              </td>
            ))}
            {inner && (
              <td data-label={inner.label}>
                <ul>
                  {rowsOf(valueAt(row, inner.name)).map((each, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a table that only shows.
                    <li key={at}>
                      {inner.columns
                        .map(
                          (column) =>
                            `${column.label}：${wordsOf(content, column, valueAt(each, column.name))}`,
                        )
                        .join('，')}
                    </li>
                  ))}
                </ul>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function applies(field: FormField, row: unknown): boolean {
  return field.when === undefined || valueAt(row, field.when.name) === field.when.is;
}
