import type { RuleSet } from '@mingji/engine';
import type { Row } from './form-fields.ts';
import { SECTIONS, type Section } from './section-fields.ts';
import { SHARING_SECTIONS } from './sharing-sections.ts';

/** Every section that has a form. */
export const EDITED_SECTIONS: readonly Section[] = [...SECTIONS, ...SHARING_SECTIONS];

/** A form has fields by name; a section that is a list of its own stands there as `rows`. */
export function formValue(content: RuleSet, { key }: Section): unknown {
  const value = content[key];
  return SHARING_SECTIONS.some((section) => section.key === key) && value !== undefined
    ? { rows: value }
    : value;
}

/** What a form holds, as the section is written. */
export function writtenValue({ key }: Section, typed: Row): unknown {
  return SHARING_SECTIONS.some((section) => section.key === key) ? typed.rows : typed;
}

/** `attendance[1].event` of a check as the field of the section's form. */
export function fieldOfPath(section: Section, path: string): (string | number)[] | null {
  const [first, ...steps] = path.split(/[.[\]]+/).filter(Boolean);
  if (first !== section.key) return null;
  const inside = steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  return SHARING_SECTIONS.includes(section) ? ['rows', ...inside] : inside;
}
