import type { RuleSet } from '@mingji/engine';
import { ownOptions } from './editor-content.ts';
import type { FormField } from './form-fields.ts';

/** A value in the words of the office; codes as the names they stand for. */
export function wordsOf(content: RuleSet, field: FormField, value: unknown): string {
  if (value === undefined) return '—';
  if (typeof value === 'boolean') return value ? '是' : '否';
  const options = field.options ?? (field.kind === 'clause' ? [] : ownOptions(content, field.kind));
  const named = (one: unknown) => options.find((option) => option.value === one)?.label ?? String(one);
  return Array.isArray(value) ? value.map(named).join('；') : named(value);
}
