import type { RuleSet } from '@mingji/engine';
import { eventsOf, ownOptions } from './editor-content.ts';
import { type FormField, valueAt } from './form-fields.ts';

/** A value in the words of the office; codes as the names they stand for. */
export function wordsOf(content: RuleSet, field: FormField, value: unknown, row?: unknown): string {
  if (value === undefined) return '—';
  if (typeof value === 'boolean') return value ? '是' : '否';
  const options = optionsOf(content, field, row);
  const named = (one: unknown) => options.find((option) => option.value === one)?.label ?? String(one);
  return Array.isArray(value) ? value.map(named).join('；') : named(value);
}

/** Clauses are told by their number; what an event's code stands for its row's indicator knows. */
function optionsOf(content: RuleSet, field: FormField, row: unknown) {
  if (field.options) return field.options;
  if (field.kind === 'clause') return [];
  if (field.kind === 'event') return eventsOf(content, valueAt(row, ['indicator']));
  return ownOptions(content, field.kind);
}
