import { randomUUID } from 'node:crypto';
import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { Refusal } from '../../refusal.ts';
import { hashIdNumber, storeIdNumber } from './id-number.ts';

export interface Personal {
  readonly policeNo: string;
  readonly name: string;
  readonly sex: string | null;
  readonly birth: string | null;
  readonly joined: string | null;
  readonly category: string;
  readonly politics: string | null;
  readonly jobRank: string | null;
  readonly insignia: string | null;
}
export interface Service {
  readonly unitId: string;
  readonly position: string;
  readonly post: string | null;
  readonly status: string;
  readonly statusNote: string | null;
  readonly from: string;
}

/** 警号 and ID number belong to one person; the message names the other by 警号 only. */
export async function refuseTakenOfficer(
  tx: Tx,
  ctx: Ctx,
  officer: { readonly id: string | null; readonly policeNo: string; readonly idNo: string | null },
): Promise<void> {
  const hash = officer.idNo === null ? null : hashIdNumber(ctx.deps, officer.idNo);
  const others = await tx
    .selectFrom('officer')
    .select(['id', 'police_no', 'id_no_hash'])
    .where('bureau_id', '=', ctx.actor.bureauId)
    .where((where) =>
      where.or([
        where('police_no', '=', officer.policeNo),
        ...(hash ? [where('id_no_hash', '=', hash)] : []),
      ]),
    )
    .execute();
  const problems = others
    .filter((other) => other.id !== officer.id)
    .map((other) =>
      other.police_no === officer.policeNo
        ? { path: 'policeNo', message: `警号 ${officer.policeNo} 已登记，不能重复。` }
        : { path: 'idNo', message: `该身份证号已登记在警号 ${other.police_no} 名下，请核对。` },
    );
  const [first] = problems;
  if (first) throw new Refusal('conflict', first.message, problems);
}

export interface NewOfficer {
  readonly officer: Personal & { readonly idNo: string | null };
  readonly service: Service;
}

/** Adds an officer with the first service; the caller has checked the right to and that nobody else is meant. */
export async function addOfficer(tx: Tx, ctx: Ctx, wish: NewOfficer): Promise<string> {
  const [id] = await addOfficers(tx, ctx, [wish], null);
  if (id === undefined) throw new Error('an officer was not written');
  return id;
}

/** PostgreSQL takes 65,535 parameters a statement. */
const CHUNK = 1000;

/** The same for a whole roster. */
export async function addOfficers(
  tx: Tx,
  ctx: Ctx,
  wishes: readonly NewOfficer[],
  importBatchId: string | null,
): Promise<string[]> {
  const ids: string[] = [];
  for (let start = 0; start < wishes.length; start += CHUNK) {
    const chunk = wishes.slice(start, start + CHUNK).map((wish) => ({ id: randomUUID(), ...wish }));
    await tx
      .insertInto('officer')
      .values(
        chunk.map(({ id, officer }) => ({
          id,
          bureau_id: ctx.actor.bureauId,
          ...personalColumns(officer),
          ...storeIdNumber(ctx.deps, officer.idNo),
          import_batch_id: importBatchId,
        })),
      )
      .execute();
    await tx
      .insertInto('membership')
      .values(chunk.map(({ id, service }) => serviceRow(ctx, id, service, importBatchId)))
      .execute();
    ids.push(...chunk.map(({ id }) => id));
  }
  return ids;
}

export async function openService(tx: Tx, ctx: Ctx, officerId: string, service: Service): Promise<void> {
  await tx
    .insertInto('membership')
    .values(serviceRow(ctx, officerId, service, null))
    .execute();
}

function serviceRow(ctx: Ctx, officerId: string, service: Service, importBatchId: string | null) {
  return {
    id: randomUUID(),
    bureau_id: ctx.actor.bureauId,
    officer_id: officerId,
    unit_id: service.unitId,
    position: service.position,
    post: service.post,
    status: service.status,
    status_note: service.statusNote,
    from_on: service.from,
    import_batch_id: importBatchId,
  };
}

export function personalColumns(officer: Personal) {
  return {
    police_no: officer.policeNo,
    name: officer.name,
    sex: officer.sex,
    birth: officer.birth,
    joined: officer.joined,
    category: officer.category,
    politics: officer.politics,
    job_rank: officer.jobRank,
    insignia: officer.insignia,
  };
}
