import type { RuleSet } from '@mingji/engine';
import { Form } from 'antd';
import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import type { Row } from './form-fields.ts';
import { Notes } from './notes.tsx';
import type { Section } from './section-fields.ts';
import { type Placed, sectionNotes } from './section-notes.ts';

interface SectionCheckProps {
  readonly section: Section;
  readonly stored: RuleSet;
  readonly withTyped: (typed: Row) => RuleSet;
}

/** While a section is written: what is wrong stands at its field, what else the change brings about below (X6). */
export function SectionCheck({ section, stored, withTyped }: SectionCheckProps) {
  const form = Form.useFormInstance();
  const watched = useDeferredValue(Form.useWatch((all: Row) => all, form) as Row | undefined);
  const told = useRef<Placed[]>([]);
  const typed = JSON.stringify(watched ?? null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new object of the same words changes nothing
  const { placed, notes } = useMemo(
    () => (watched ? sectionNotes(section, stored, withTyped(watched)) : { placed: [], notes: [] }),
    [typed],
  );
  useEffect(() => {
    const gone = told.current.map(({ name }) => ({ name, warnings: [] }));
    form.setFields([
      ...gone,
      ...placed.map(({ name, messages }) => ({ name, warnings: [...messages] })),
    ] as never);
    told.current = [...placed];
  }, [form, placed]);
  return notes.length === 0 ? null : <Notes notes={notes} />;
}
