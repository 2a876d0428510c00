import type { RuleSet } from '@mingji/engine';
import { createContext, useContext } from 'react';
import type { FieldKind, FieldOption } from './form-fields.ts';

/** The draft that the fields of its own forms choose from: clauses, items, indicators, grades. */
const EditorContent = createContext<RuleSet | null>(null);
export const EditorContentProvider = EditorContent.Provider;

export function useOwnOptions(kind: FieldKind): FieldOption[] {
  const content = useContext(EditorContent);
  return content === null ? [] : ownOptions(content, kind);
}

export function ownOptions(content: RuleSet, kind: FieldKind): FieldOption[] {
  const items = content.modules.flatMap((module) => module.items);
  const named = (all: readonly { readonly code: string; readonly name: string }[]) =>
    all.map(({ code, name }) => ({ value: code, label: name }));
  switch (kind) {
    case 'clause':
      return content.clauses.map(({ id, text }) => ({ value: id, label: `${id}：${text}` }));
    case 'item':
      return named(items);
    case 'indicator':
      return named(items.flatMap((item) => item.indicators));
    case 'grade':
      return named(content.grading?.grades ?? []);
    default:
      return [];
  }
}
