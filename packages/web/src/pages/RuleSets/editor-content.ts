import type { RuleSet } from '@mingji/engine';
import { createContext, useContext } from 'react';
import type { FieldKind, FieldOption } from './form-fields.ts';

/** The draft that the fields of its own forms choose from: clauses, items, indicators, grades, roles. */
const EditorContent = createContext<RuleSet | null>(null);
export const EditorContentProvider = EditorContent.Provider;

export function useDraftContent(): RuleSet | null {
  return useContext(EditorContent);
}

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
    case 'role':
      return named(content.roles ?? []);
    default:
      return [];
  }
}

/** The events of an indicator by its code; none where it counts quantities. */
export function eventsOf(content: RuleSet, code: unknown): FieldOption[] {
  const indicators = content.modules.flatMap((module) => module.items.flatMap((item) => item.indicators));
  const scoring = indicators.find((indicator) => indicator.code === code)?.scoring;
  return scoring !== undefined && 'events' in scoring
    ? scoring.events.map((event) => ({ value: event.code, label: event.name }))
    : [];
}
