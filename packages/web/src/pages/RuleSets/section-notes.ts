import { parseFormat, ruleSetFormat } from '@mingji/contract';
import { checkRuleSet, lintRuleSet, type RuleSet } from '@mingji/engine';
import { fieldOfPath, formValue } from './all-sections.ts';
import { valueAt } from './form-fields.ts';
import type { Note } from './notes.tsx';
import type { Section } from './section-fields.ts';

/** Messages for one field of the form. */
export interface Placed {
  readonly name: readonly (string | number)[];
  readonly messages: readonly string[];
}

interface Told {
  readonly path: string;
  readonly message: string;
}

/** What the checks say of the section as it is typed; what the stored draft says too is not told again. */
export function sectionNotes(
  section: Section,
  stored: RuleSet,
  next: RuleSet,
): { placed: readonly Placed[]; notes: readonly Note[] } {
  const unread = formatProblems(section, next);
  // Rows that are not filled in yet mean nothing to the checks.
  if (unread !== null) return { placed: placedAt(section, unread), notes: [] };
  const faults = checkRuleSet(next);
  const known = new Set(checkRuleSet(stored).map(({ message }) => message));
  const here = faults.filter(({ path }) => fieldOfPath(section, path) !== null);
  const elsewhere = faults.filter((each) => !here.includes(each) && !known.has(each.message));
  const before = new Set(lintRuleSet(stored).map(({ path, reason }) => `${path} ${reason}`));
  const findings = lintRuleSet(next).filter(({ path, reason }) => !before.has(`${path} ${reason}`));
  return {
    placed: placedAt(section, here),
    notes: [
      ...elsewhere.map(({ message }) => ({ text: message, wrong: true })),
      ...findings.map(({ reason, mend }) => ({ text: reason, mend })),
    ],
  };
}

/** Of a field that is still empty nothing is said: the form asks for it itself. */
function formatProblems(section: Section, next: RuleSet): readonly Told[] | null {
  const { key } = section;
  if (next[key] === undefined) return null;
  const read = parseFormat(formatOf(key), { [key]: next[key] });
  if (read.ok) return null;
  return read.refusals.filter(({ path }) => {
    const name = fieldOfPath(section, path);
    return name !== null && valueAt(formValue(next, section), name.map(String)) !== undefined;
  });
}

const formats = new Map<keyof RuleSet, ReturnType<typeof sectionFormat>>();
const sectionFormat = (key: keyof RuleSet) => ruleSetFormat.pick({ [key]: true } as { mode: true });

function formatOf(key: keyof RuleSet) {
  const format = formats.get(key) ?? sectionFormat(key);
  formats.set(key, format);
  return format;
}

function placedAt(section: Section, told: readonly Told[]): readonly Placed[] {
  const fields = new Map<string, { name: (string | number)[]; messages: string[] }>();
  for (const { path, message } of told) {
    const name = fieldOfPath(section, path);
    if (name === null) continue;
    const place = fields.get(name.join('.')) ?? { name, messages: [] };
    place.messages.push(message);
    fields.set(name.join('.'), place);
  }
  return [...fields.values()];
}
