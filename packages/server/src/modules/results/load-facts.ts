import type { Facts, PriorMatter, TargetFact, WorkingDayCalendar } from '@mingji/engine';
import type { Reader } from '../../db/database.ts';
import type { LedgerRow } from '../ledger/index.ts';
import { loadCalendar } from '../organization/index.ts';
import { type AppraisedSubject, appraisedSubjects } from './appraised-subjects.ts';
import type { PeriodContext } from './period-context.ts';
import { periodTargets } from './period-targets.ts';
import { placeEntries } from './place-entries.ts';
import { priorMatters } from './prior-matters.ts';
import { type PlacedEntry, rolledUp } from './rolled-up.ts';

/** Everything the engine needs for one period, with the ledger rows the facts were read from. */
export interface PeriodFacts {
  readonly facts: Facts;
  readonly subjects: readonly AppraisedSubject[];
  readonly ledger: readonly LedgerRow[];
}

/** More entries than this in one period is no month of a city any more (N11: 1.5 million a year). */
const MAX_ENTRIES = 1_000_000;

/** Reads the inputs of §15: roster snapshot, entries, targets, prior matters, calendar. Ordered, so hashes repeat. */
export async function loadFacts(reader: Reader, period: PeriodContext): Promise<PeriodFacts> {
  const subjects = await appraisedSubjects(reader, period);
  const ledger = await reader
    .selectFrom('ledger_entry')
    .selectAll()
    .where('bureau_id', '=', period.bureauId)
    .where('period_id', '=', period.id)
    .orderBy('seq')
    .limit(MAX_ENTRIES)
    .execute();
  const entries = await placeEntries(reader, period, ledger);
  const targets = await periodTargets(reader, period);
  const calendar = await loadCalendar(reader, period.bureauId);
  return {
    ledger,
    subjects,
    facts: assemble(period, {
      subjects,
      entries,
      targets,
      calendar,
      priorMatters: await priorMatters(reader, period),
    }),
  };
}

export interface Parts {
  readonly subjects: readonly AppraisedSubject[];
  readonly entries: readonly PlacedEntry[];
  readonly targets: readonly TargetFact[];
  readonly priorMatters: readonly PriorMatter[];
  readonly calendar: WorkingDayCalendar;
}

/** The engine's facts out of what was read; what is not appraised here is left out. */
export function assemble(period: PeriodContext, parts: Parts): Facts {
  const appraised = new Set(parts.subjects.map((subject) => subject.id));
  return {
    period: { id: period.id, from: period.fromOn, to: period.toOn, kind: period.kind },
    subjects: parts.subjects.map(({ id, kind, code, name, sequence, group, status }) => ({
      id,
      kind,
      code,
      name,
      ...(sequence === undefined ? {} : { sequence }),
      ...(group === undefined ? {} : { group }),
      ...(status === undefined ? {} : { status }),
    })),
    entries: [
      ...parts.entries.map(({ entry }) => entry).filter((entry) => appraised.has(entry.subject)),
      ...rolledUp(period.ruleSet, parts.entries, parts.subjects),
    ],
    targets: parts.targets.filter((target) => appraised.has(target.subject)),
    priorMatters: parts.priorMatters.filter((prior) => appraised.has(prior.subject)),
    calendar: parts.calendar,
  };
}
