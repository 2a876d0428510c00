import {
  type Refusal as EngineRefusal,
  evaluate,
  type FactEntry,
  type RuleSet,
  type Subject,
  toFixedText,
  toText,
  type WorkingDayCalendar,
} from '@mingji/engine';
import type { Reader } from '../../db/database.ts';
import { Refusal } from '../../refusal.ts';
import { loadCalendar } from '../organization/index.ts';
import { factOf, given, type LedgerRow } from './entry-facts.ts';
import type { PlacedIndicator } from './find-indicator.ts';
import type { WorkSubject } from './load-subject.ts';
import type { WorkPeriod } from './work-period.ts';

/** The facts of one entry before it is booked. */
export interface EntryFacts {
  readonly kind: FactEntry['kind'];
  readonly eventCode?: string | undefined;
  readonly quantity?: string | undefined;
  readonly ofQuantity?: string | undefined;
  readonly chosenPoints?: string | undefined;
  readonly multipliers?: readonly string[] | undefined;
  readonly dueOn?: string | undefined;
  readonly doneOn?: string | undefined;
  readonly matterKey?: string | undefined;
  /** The part in a matter, where the event has points by role (P2). */
  readonly roleCode?: string | undefined;
  readonly reason: string;
}
export interface BookingQuestion {
  readonly period: WorkPeriod;
  readonly subject: WorkSubject;
  readonly placed: PlacedIndicator;
  readonly facts: EntryFacts;
  readonly at: Date;
  readonly bureauId: string;
  /** Of the bureau, by who has read it already. */
  readonly calendar?: WorkingDayCalendar;
}

/** In the engine's messages the entry that is being made is called this. */
const THIS_ENTRY = '本次';

/**
 * What the rule gives for one entry by itself, before same-matter, caps and clamps: the engine's own number. Null for
 * measures, which are scored over the whole period. Everything the engine finds wrong is refused at once, a matter
 * shared beyond its standard too (§3): it would stop the whole period's evaluation later.
 */
export async function bookPoints(reader: Reader, question: BookingQuestion): Promise<string | null> {
  const { period, subject, placed } = question;
  const others = await entriesOfMatter(reader, question);
  const outcome = evaluate({
    ruleSet: period.ruleSet,
    facts: {
      period: { id: period.id, from: period.fromOn, to: period.toOn, kind: period.kind },
      subjects: await subjectFacts(reader, question, others),
      entries: [...others.map(factOf), newFact(question)],
      calendar: question.calendar ?? (await loadCalendar(reader, question.bureauId)),
    },
  });
  if (!outcome.ok) throw refusalOf(outcome.refusals);
  if (question.facts.kind === 'measure') return null;
  const own = outcome.value.subjects.find((each) => each.subject === subject.id);
  const booked = own?.entries?.find((each) => each.id === THIS_ENTRY);
  if (!booked) {
    throw new Refusal(
      'refused',
      `指标“${placed.indicator.name}”不适用于“${subject.name}”，不能记分。请核对对象和指标。`,
    );
  }
  const text = toText(booked.points);
  // A share like 4/3 has no finite decimal: what was shown is kept to six places, the facts stay exact (§1).
  return text.includes('/') ? toFixedText(booked.points, { digits: 6, mode: 'halfAwayFromZero' }) : text;
}

function refusalOf(refusals: readonly EngineRefusal[]): Refusal {
  const problems = refusals.map((refusal) => ({
    path: fieldOf(refusal.path),
    message: refusal.message.replaceAll(`记录 ${THIS_ENTRY}`, THIS_ENTRY),
    ...(refusal.clause === undefined ? {} : { clause: refusal.clause }),
  }));
  return new Refusal('refused', problems.map((each) => each.message).join('；'), problems);
}

/** What the period already holds on the same matter, standing, whoever it concerns. */
async function entriesOfMatter(reader: Reader, question: BookingQuestion): Promise<LedgerRow[]> {
  const { period, facts } = question;
  if (facts.matterKey === undefined || facts.kind !== 'event') return [];
  return reader
    .selectFrom('ledger_entry as entry')
    .selectAll('entry')
    .where('entry.bureau_id', '=', question.bureauId)
    .where('entry.period_id', '=', period.id)
    .where('entry.matter_key', '=', facts.matterKey)
    .where('entry.kind', '=', 'event')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('ledger_entry as reversal')
            .select('reversal.id')
            .whereRef('reversal.reverses', '=', 'entry.id'),
        ),
      ),
    )
    .limit(500)
    .execute();
}

async function subjectFacts(
  reader: Reader,
  { period, subject, placed }: BookingQuestion,
  others: readonly LedgerRow[],
): Promise<Subject[]> {
  // Alone, an indicator meant for every sequence asks for none.
  if (others.length === 0 && placed.indicator.subjects?.sequences === undefined) {
    return [{ id: subject.id, kind: subject.kind, code: subject.id }];
  }
  const unitOf = new Map<string, { kind: Subject['kind']; unitId: string }>();
  for (const row of others) {
    unitOf.set(row.subject_id, { kind: row.subject_kind as Subject['kind'], unitId: row.subject_unit_id });
  }
  unitOf.set(subject.id, { kind: subject.kind, unitId: subject.unitId });
  const sequences = await sequencesOf(
    reader,
    period,
    [...unitOf.values()].map((each) => each.unitId),
  );
  return [...unitOf].map(([id, { kind, unitId }]) => {
    const sequence = sequences.get(`${kind} ${unitId}`);
    return { id, kind, code: id, ...(sequence === undefined ? {} : { sequence }) };
  });
}

/** Some indicators are meant for some sequences only. */
async function sequencesOf(
  reader: Reader,
  period: WorkPeriod,
  unitIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await reader
    .selectFrom('ranking_sequence_member as member')
    .innerJoin('ranking_sequence as sequence', 'sequence.id', 'member.sequence_id')
    .select(['sequence.code', 'sequence.subject_kind', 'member.unit_id'])
    .where('member.unit_id', 'in', [...new Set(unitIds)])
    .where('sequence.year', '=', Number(period.toOn.slice(0, 4)))
    .orderBy('sequence.sort_order', 'desc')
    .orderBy('sequence.code', 'desc')
    .execute();
  return new Map(rows.map((row) => [`${row.subject_kind} ${row.unit_id}`, row.code]));
}

function newFact({ facts, subject, placed, at }: BookingQuestion): FactEntry {
  return unbookedFact(facts, { id: THIS_ENTRY, subject: subject.id, indicator: placed.indicator.code, at });
}

/** Facts as the engine reads them, of an entry that is not in the ledger. */
export function unbookedFact(
  facts: EntryFacts,
  place: { readonly id: string; readonly subject: string; readonly indicator: string; readonly at: Date },
): FactEntry {
  return {
    id: place.id,
    subject: place.subject,
    indicator: place.indicator,
    kind: facts.kind,
    at: place.at.toISOString(),
    reason: facts.reason,
    ...given('event', facts.eventCode),
    ...given('quantity', facts.quantity),
    ...given('of', facts.ofQuantity),
    ...given('points', facts.chosenPoints),
    ...given('matter', facts.matterKey),
    ...given('role', facts.roleCode),
    ...given('dueOn', facts.dueOn),
    ...given('doneOn', facts.doneOn),
    ...(facts.multipliers === undefined ? {} : { multipliers: facts.multipliers }),
  };
}

const fields: Readonly<Record<string, string>> = {
  event: 'eventCode',
  quantity: 'quantity',
  of: 'ofQuantity',
  points: 'chosenPoints',
  multipliers: 'multipliers',
  matter: 'matterKey',
  dueOn: 'dueOn',
  reason: 'reason',
  subject: 'subjectId',
  indicator: 'indicatorCode',
};

/** The engine's `entries[本次].points` is the form's `chosenPoints`. */
function fieldOf(path: string): string {
  return fields[path.split('.').at(-1) ?? ''] ?? path;
}

/** Whether a rule set lets one matter be shared only up to its standard (§3, fixedTotal is the default). */
export function splitsMatters(ruleSet: RuleSet): boolean {
  return (ruleSet.matters?.split ?? 'fixedTotal') === 'fixedTotal';
}
