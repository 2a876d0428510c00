import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import type { Reader } from '../../db/database.ts';
import { localDay } from '../../local-day.ts';
import { hashIdNumber, serviceOn } from '../organization/index.ts';
import type { KnownUnit } from './recognition/resolve-unit.ts';
import type { ExistingOfficer } from './recognition/roster/roster-values.ts';

export interface ImportUnit extends KnownUnit {
  readonly code: string;
  readonly kind: string;
  readonly path: string;
  readonly parentId: string | null;
}

/** The units a file of this office can speak of: its own and everything below (P1), with all names they go by. */
export async function unitsBelow(
  db: Reader,
  ctx: Ctx,
  unitPath: string,
  exceptBatchId?: string,
): Promise<ImportUnit[]> {
  const rows = await db
    .selectFrom('unit')
    .leftJoin('unit as parent', 'parent.id', 'unit.parent_id')
    .select([
      'unit.id',
      'unit.name',
      'unit.code',
      'unit.kind',
      'unit.path',
      'unit.parent_id as parentId',
      'parent.name as parentName',
      sql<string[]>`array(select alias from unit_alias a where a.unit_id = unit.id order by alias)`.as(
        'aliases',
      ),
    ])
    .where('unit.bureau_id', '=', ctx.actor.bureauId)
    .where(sql<boolean>`starts_with(unit.path, ${unitPath})`)
    .where(
      sql<boolean>`(unit.abolished_on is null or unit.abolished_on > ${localDay(ctx.now, ctx.actor.timeZone)})`,
    )
    .$if(exceptBatchId !== undefined, (query) =>
      query.where(sql<boolean>`unit.import_batch_id is distinct from ${exceptBatchId ?? null}`),
    )
    .orderBy('unit.path')
    .execute();
  return rows.map(({ parentName, ...row }) => ({
    ...row,
    // A city's file tells twelve 刑侦大队 apart by the county's name in front.
    aliases: parentName === null ? row.aliases : [...row.aliases, `${parentName}${row.name}`],
  }));
}

/**
 * Who of the file's people is registered already, by 警号 or ID number. ID numbers are compared by their keyed hash:
 * nothing is decrypted. Somebody of another office is not named (P1). What this
 * very batch wrote does not stand against it.
 */
export async function registeredOfficers(
  db: Reader,
  ctx: Ctx,
  people: readonly { readonly policeNo: string | null; readonly idNo: string | null }[],
  batch: { readonly id: string; readonly unit_path: string },
): Promise<ExistingOfficer[]> {
  const policeNos = people.map((person) => person.policeNo).filter((no) => no !== null);
  const idNos = new Map(
    people
      .map((person) => person.idNo)
      .filter((no) => no !== null)
      .map((no) => [hashIdNumber(ctx.deps, no).toString('hex'), no]),
  );
  const hashes = [...idNos.keys()].map((hash) => Buffer.from(hash, 'hex'));
  const rows = await db
    .selectFrom('officer')
    .leftJoin(serviceOn(ctx.actor.bureauId, localDay(ctx.now, ctx.actor.timeZone)).as('service'), (join) =>
      join.on(sql<boolean>`service.officer_id = officer.id`),
    )
    .leftJoin('unit', (join) => join.on(sql<boolean>`unit.id = service.unit_id`))
    .select([
      'officer.police_no',
      'officer.id_no_hash',
      'officer.name',
      'unit.name as unit_name',
      'unit.path',
    ])
    .where('officer.bureau_id', '=', ctx.actor.bureauId)
    .where(sql<boolean>`officer.import_batch_id is distinct from ${batch.id}`)
    .where(
      sql<boolean>`(officer.police_no = any(${policeNos}::text[]) or officer.id_no_hash = any(${hashes}::bytea[]))`,
    )
    .execute();
  return rows.map((row) => {
    const mine = row.path?.startsWith(batch.unit_path) ?? false;
    return {
      policeNo: row.police_no,
      idNo: (row.id_no_hash && idNos.get(row.id_no_hash.toString('hex'))) ?? null,
      name: mine ? row.name : '其他单位人员',
      unitName: mine ? row.unit_name : null,
    };
  });
}
