import { type ChangedLine, changedLine, kindOf, pairs, type RuleChange, type RuleSet } from '@mingji/engine';
import { EDITED_SECTIONS, formValue } from './all-sections.ts';
import { type FormField, type FormList, valueAt } from './form-fields.ts';
import { LONG_TABLES } from './long-tables.ts';
import type { Section } from './section-fields.ts';
import { wordsOf } from './section-words.ts';

/** Grades, red line, quota, lists, procedure and the long tables, field by field and row by row. */
export function sectionChanges(old: RuleSet, next: RuleSet): RuleChange[] {
  return [...EDITED_SECTIONS, ...LONG_TABLES].flatMap((section) => {
    const [before, after] = [old[section.key], next[section.key]];
    const lines = linesOf(
      section,
      { content: old, value: formValue(old, section) },
      { content: next, value: formValue(next, section) },
    );
    if (lines.length === 0 && (before === undefined) === (after === undefined)) {
      return unspoken(section, before, after);
    }
    return [
      {
        key: section.key,
        kind: kindOf({ old: before, next: after }),
        part: '规定',
        name: section.title,
        clause: clauseText(next, after) ?? clauseText(old, before),
        lines,
      },
    ];
  });
}

/** A parameter that no form shows: told all the same, as it is written. */
function unspoken(section: Section, before: unknown, after: unknown): RuleChange[] {
  const [was, is] = [JSON.stringify(before), JSON.stringify(after)];
  if (was === is) return [];
  return [
    {
      key: section.key,
      kind: 'changed',
      part: '规定',
      name: section.title,
      clause: null,
      lines: changedLine('其他参数', was, is),
    },
  ];
}

interface Side {
  readonly content: RuleSet;
  readonly value: unknown;
}

function linesOf(section: Section, old: Side, next: Side): ChangedLine[] {
  return [
    ...section.form.fields.flatMap((field) =>
      changedLine(field.label, textOf(old, field), textOf(next, field)),
    ),
    ...section.form.lists.flatMap((list) => rowLines(list, old, next)),
  ];
}

function textOf(side: Side, field: FormField): string | undefined {
  const value = valueAt(side.value, field.name);
  return value === undefined ? undefined : wordsOf(side.content, field, value);
}

function rowLines(list: FormList, old: Side, next: Side): ChangedLine[] {
  const rows = ({ value }: Side) => {
    const found = valueAt(value, list.name);
    return (Array.isArray(found) ? found : []) as readonly object[];
  };
  const named = ({ content }: Side, row: object | undefined) =>
    row === undefined ? undefined : rowText(content, list, row);
  const first = list.columns[0];
  return pairs(rows(old), rows(next), keyOf).flatMap((pair) => {
    const row = pair.next ?? pair.old;
    const name = first && row ? wordsOf(next.content, first, valueAt(row, first.name)) : list.label;
    return changedLine(`${list.label}：${name}`, named(old, pair.old), named(next, pair.next));
  });
}

function keyOf(row: object): string {
  const { code, name } = row as { readonly code?: string; readonly name?: string };
  return code ?? name ?? JSON.stringify(row);
}

function rowText(content: RuleSet, list: FormList, row: object): string {
  const told = [...list.columns, ...(list.more ?? [])]
    .filter((column) => valueAt(row, column.name) !== undefined)
    .map((column) => `${column.label} ${wordsOf(content, column, valueAt(row, column.name), row)}`);
  const { inner } = list;
  const within = inner && valueAt(row, inner.name);
  const innerText =
    inner && Array.isArray(within) ? within.map((each) => rowText(content, inner, each as object)) : [];
  return [...told, ...innerText].join('，');
}

function clauseText(content: RuleSet, section: unknown): string | null {
  const { clause } = Object(section) as { readonly clause?: string };
  return content.clauses.find((each) => each.id === clause)?.text ?? null;
}
