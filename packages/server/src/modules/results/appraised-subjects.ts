import { type Activation, type Subject, takesPartOn } from '@mingji/engine';
import type { Reader } from '../../db/database.ts';
import {
  loadActivations,
  rosterSnapshot,
  type SnapshotOfficer,
  type SnapshotUnit,
  unitSnapshot,
} from '../organization/index.ts';
import type { PeriodContext } from './period-context.ts';

/** A subject with what the result row keeps of the roster (the snapshot of §15). */
export interface AppraisedSubject extends Subject {
  readonly name: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitPath: string;
  readonly sequenceName: string | null;
}

/** What of a period decides who is appraised in it. */
export type AppraisingPeriod = Pick<
  PeriodContext,
  'id' | 'kind' | 'bureauId' | 'toOn' | 'unitPath' | 'sequenceCodes'
> & { readonly ruleSet: Pick<PeriodContext['ruleSet'], 'appraises'> };

/**
 * Who is appraised in the period, where they stand at its end (§7). A rule set names the ranking sequences it is for;
 * one that names none takes every unit that is in a sequence and every officer below its own unit. Auxiliaries and
 * workers have rule sets of their own (§8). Units that the pilot has not reached by then are not appraised (P20).
 * With `officerIds` of the officers only those are looked at.
 */
export async function appraisedSubjects(
  reader: Reader,
  period: AppraisingPeriod,
  officerIds?: readonly string[],
): Promise<AppraisedSubject[]> {
  const chosen = await operationSubjects(reader, period);
  if (chosen !== null) return chosenSubjects(reader, period, chosen, officerIds);
  const { bureauId, toOn, unitPath, sequenceCodes } = period;
  const kinds = period.ruleSet.appraises;
  const units = kinds.includes('unit')
    ? await unitSnapshot(reader, bureauId, toOn, unitPath, sequenceCodes)
    : [];
  const officers = kinds.includes('officer')
    ? await rosterSnapshot(reader, bureauId, toOn, unitPath, sequenceCodes, officerIds)
    : [];
  const pilot = await loadActivations(reader, bureauId);
  return [
    ...units
      .filter((unit) => unit.sequence !== null && takesPart(period, unit, unit.path, pilot))
      .map(unitSubject),
    ...officers
      .filter(
        (officer) => officer.category === 'officer' && takesPart(period, officer, officer.unitPath, pilot),
      )
      .map(officerSubject),
  ];
}

/** P8: the subjects of a special operation; null for every other period. */
async function operationSubjects(
  reader: Reader,
  { id, kind }: AppraisingPeriod,
): Promise<ReadonlySet<string> | null> {
  if (kind !== 'special') return null;
  const operation = await reader
    .selectFrom('operation')
    .select('id')
    .where('period_id', '=', id)
    .executeTakeFirst();
  if (!operation) return null;
  const rows = await reader
    .selectFrom('operation_subject')
    .select('subject_id')
    .where('operation_id', '=', operation.id)
    .execute();
  return new Set(rows.map((row) => row.subject_id));
}

/** The chosen units and officers are ranked among themselves, whatever sequence they stand in otherwise. */
async function chosenSubjects(
  reader: Reader,
  { bureauId, toOn, unitPath, ruleSet }: AppraisingPeriod,
  chosen: ReadonlySet<string>,
  officerIds: readonly string[] | undefined,
): Promise<AppraisedSubject[]> {
  const kinds = ruleSet.appraises;
  const units = kinds.includes('unit') ? await unitSnapshot(reader, bureauId, toOn, unitPath) : [];
  const officers = kinds.includes('officer')
    ? await rosterSnapshot(reader, bureauId, toOn, unitPath, [], officerIds)
    : [];
  return [
    ...units
      .filter((unit) => chosen.has(unit.unitId))
      .map((unit) => unitSubject({ ...unit, sequence: null })),
    ...officers
      .filter((officer) => chosen.has(officer.officerId))
      .map((officer) => officerSubject({ ...officer, sequence: null })),
  ];
}

function takesPart(
  period: AppraisingPeriod,
  place: Pick<SnapshotUnit, 'sequence'>,
  path: string,
  pilot: readonly Activation[],
): boolean {
  if (!takesPartOn(pilot, path, period.toOn)) return false;
  if (period.sequenceCodes.length === 0) return true;
  return place.sequence !== null && period.sequenceCodes.includes(place.sequence.sequenceCode);
}

function unitSubject(unit: SnapshotUnit): AppraisedSubject {
  return {
    id: unit.unitId,
    kind: 'unit',
    code: unit.code,
    name: unit.name,
    unitId: unit.unitId,
    unitName: unit.name,
    unitPath: unit.path,
    ...sequenceOf(unit),
  };
}

function officerSubject(officer: SnapshotOfficer): AppraisedSubject {
  return {
    id: officer.officerId,
    kind: 'officer',
    code: officer.policeNo,
    name: officer.name,
    unitId: officer.unitId,
    unitName: officer.unitName,
    unitPath: officer.unitPath,
    ...sequenceOf(officer),
  };
}

function sequenceOf({ sequence }: Pick<SnapshotUnit, 'sequence'>) {
  return {
    sequenceName: sequence?.sequenceName ?? null,
    status: sequence?.exempt ? ('exempt' as const) : ('normal' as const),
    ...(sequence ? { sequence: sequence.sequenceCode } : {}),
    ...(sequence?.groupCode ? { group: sequence.groupCode } : {}),
  };
}
