import { sql } from 'kysely';
import type { Reader } from '../../../db/database.ts';
import { nearestSequence, type SequencePlace } from '../sequence-of-path.ts';
import { serviceOn } from './current-service.ts';

export interface SnapshotOfficer {
  readonly officerId: string;
  readonly policeNo: string;
  readonly name: string;
  readonly category: string;
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly unitPath: string;
  readonly position: string;
  readonly post: string | null;
  readonly status: string;
  readonly sequence: SequencePlace | null;
}

export interface SnapshotUnit {
  readonly unitId: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly level: number;
  readonly path: string;
  readonly sequence: SequencePlace | null;
}

/**
 * Who served where on the day, for the engine's facts (§7: a subject that moved is ranked where it stands at the
 * period's end). Whoever had left before, or had not begun, is not on it. Ordered by 警号, so that the snapshot of
 * the same facts is the same bytes. With `sequenceCodes` only those ranking sequences are looked at,
 * with `officerIds` only those officers.
 */
export async function rosterSnapshot(
  db: Reader,
  bureauId: string,
  onDay: string,
  unitPath: string,
  sequenceCodes: readonly string[] = [],
  officerIds?: readonly string[],
): Promise<SnapshotOfficer[]> {
  const places = await sequencePlaces(db, bureauId, onDay, 'officer', sequenceCodes);
  const rows = await db
    .selectFrom('officer')
    .innerJoin(serviceOn(bureauId, onDay, officerIds).as('service'), (join) =>
      join.on(sql<boolean>`service.officer_id = officer.id`),
    )
    .innerJoin('unit', (join) => join.on(sql<boolean>`unit.id = service.unit_id`))
    .select([
      'officer.id as officerId',
      'officer.police_no as policeNo',
      'officer.name',
      'officer.category',
      'unit.id as unitId',
      'unit.code as unitCode',
      'unit.name as unitName',
      'unit.path as unitPath',
      sql<string>`service.position`.as('position'),
      sql<string | null>`service.post`.as('post'),
      sql<string>`service.status`.as('status'),
    ])
    .where('officer.bureau_id', '=', bureauId)
    .where(sql<boolean>`(officer.left_on is null or officer.left_on >= ${onDay})`)
    .where(sql<boolean>`service.from_on <= ${onDay} and (service.to_on is null or service.to_on >= ${onDay})`)
    .where(sql<boolean>`starts_with(unit.path, ${unitPath})`)
    .orderBy(sql`officer.police_no collate "C"`)
    .execute();
  return rows.map((row) => ({ ...row, sequence: nearestSequence(row.unitPath, places) }));
}

/** The units that exist on the day, each with its own sequence of that year (a unit is not ranked through its parent). */
export async function unitSnapshot(
  db: Reader,
  bureauId: string,
  onDay: string,
  unitPath: string,
  sequenceCodes: readonly string[] = [],
): Promise<SnapshotUnit[]> {
  const places = await sequencePlaces(db, bureauId, onDay, 'unit', sequenceCodes);
  const rows = await db
    .selectFrom('unit')
    .select(['id as unitId', 'code', 'name', 'kind', 'level', 'path'])
    .where('bureau_id', '=', bureauId)
    .where(sql<boolean>`starts_with(path, ${unitPath})`)
    .where(sql<boolean>`(abolished_on is null or abolished_on > ${onDay})`)
    .orderBy(sql`code collate "C"`)
    .execute();
  return rows.map((row) => ({ ...row, sequence: places.get(row.path) ?? null }));
}

/** A unit may stand in one sequence under one method and in another under a second: only the named ones count. */
async function sequencePlaces(
  db: Reader,
  bureauId: string,
  onDay: string,
  subjectKind: 'unit' | 'officer',
  codes: readonly string[],
): Promise<Map<string, SequencePlace>> {
  const all = db
    .selectFrom('ranking_sequence_member as member')
    .innerJoin('ranking_sequence as sequence', 'sequence.id', 'member.sequence_id')
    .innerJoin('unit', 'unit.id', 'member.unit_id')
    .select(['unit.path', 'sequence.code', 'sequence.name', 'member.group_code', 'member.exempt'])
    .where('sequence.bureau_id', '=', bureauId)
    .where('sequence.year', '=', Number(onDay.slice(0, 4)))
    .where('sequence.subject_kind', '=', subjectKind)
    .orderBy('sequence.sort_order', 'desc')
    .orderBy('sequence.code', 'desc');
  const rows = await (codes.length === 0 ? all : all.where('sequence.code', 'in', [...codes])).execute();
  return new Map(
    rows.map((row) => [
      row.path,
      { sequenceCode: row.code, sequenceName: row.name, groupCode: row.group_code, exempt: row.exempt },
    ]),
  );
}
