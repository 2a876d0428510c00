import { ok, Refusals, type Result } from '../kernel/refusal.ts';
import type { Facts } from '../rules/facts.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { Dictionary, type EntryColumns, emptyColumns } from './entry-columns.ts';
import { prepareRules } from './prepare-rules.ts';
import { readEntries } from './read-entries.ts';
import { readRoster } from './roster.ts';

/** The entries of several periods, written as objects, in one set of columns; refused when one cannot stand. */
export function columnsOf(ruleSet: RuleSet, periods: readonly Facts[]): Result<EntryColumns> {
  const prepared = prepareRules(ruleSet);
  if (!prepared.ok) return prepared;
  const refusals = new Refusals();
  const parts = periods.map((facts) => {
    const { index } = readRoster(facts.subjects, () => false, refusals);
    return readEntries(facts, index, prepared.value.rules, refusals);
  });
  return refusals.any ? { ok: false, refusals: refusals.list } : ok(joinColumns(parts));
}

/** Puts the columns of one period behind those of another; each part becomes a period of its own. */
function joinColumns(parts: readonly EntryColumns[]): EntryColumns {
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  const joined = emptyColumns(size);
  const [subjects, indicators, events] = [new Dictionary(), new Dictionary(), new Dictionary()];
  const reversedBy = new Map<number, string>();
  const ends: number[] = [];
  let matters = 0;
  for (const [period, part] of parts.entries()) {
    const start = ends.at(-1) ?? 0;
    const subjectAt = part.subjects.map((id) => subjects.of(id));
    const indicatorAt = part.indicators.map((code) => indicators.of(code));
    const eventAt = [0, ...part.events.map((code) => 1 + events.of(code))];
    joined.kind.set(part.kind, start);
    joined.quantity.set(part.quantity, start);
    joined.at.set(part.at, start);
    joined.marks.set(part.marks, start);
    for (let at = 0; at < part.size; at++) {
      const matter = part.matter[at] ?? -1;
      joined.period[start + at] = period;
      joined.subject[start + at] = subjectAt[part.subject[at] ?? 0] ?? -1;
      joined.indicator[start + at] = indicatorAt[part.indicator[at] ?? 0] ?? -1;
      joined.event[start + at] = eventAt[part.event[at] ?? 0] ?? 0;
      joined.matter[start + at] = matter < 0 ? -1 : matters + matter;
    }
    for (const [at, by] of part.reversedBy) reversedBy.set(start + at, by);
    matters += part.matters;
    ends.push(start + part.size);
  }
  return {
    ...joined,
    subjects: subjects.texts,
    indicators: indicators.texts,
    events: events.texts,
    matters,
    reversedBy,
    entry: (at) => {
      const own = ends.findIndex((end) => at < end);
      const part = parts[own];
      if (part === undefined) throw new RangeError(`no entry at ${at}`);
      return part.entry(at - (ends[own - 1] ?? 0));
    },
  };
}
