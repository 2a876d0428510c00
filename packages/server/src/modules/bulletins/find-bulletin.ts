import { bulletins, type bulletins as contract } from '@mingji/contract';
import type { BulletinState } from '@mingji/engine';
import { type Selectable, sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import type { Reader, Tx } from '../../db/database.ts';
import type { Bulletin } from '../../db/schema.generated.ts';
import { notFound } from '../../refusal.ts';
import { documentNumber } from './document/document-number.ts';
import { bulletinTables, mayRead } from './reach.ts';

export type FoundBulletin = Omit<Selectable<Bulletin>, 'content' | 'kind' | 'state'> & {
  readonly kind: contract.BulletinKind;
  readonly state: BulletinState;
  readonly content: contract.BulletinContent;
  readonly unit_name: string;
  readonly unit_path: string;
};

/** A bulletin that the reader may see, or the refusal that there is none. */
export async function findBulletin(reader: Reader, ctx: Ctx, bulletinId: string): Promise<FoundBulletin> {
  const { rows } = await sql<Selectable<Bulletin> & { unit_name: string; unit_path: string }>`
    select b.*, iu.name as unit_name, iu.path as unit_path from ${bulletinTables}
    where b.bureau_id = ${ctx.actor.bureauId} and b.id = ${bulletinId} and ${mayRead(ctx)}`.execute(reader);
  const row = rows[0];
  if (!row) throw notFound('通报');
  return {
    ...row,
    kind: row.kind as contract.BulletinKind,
    state: row.state as BulletinState,
    content: bulletins.bulletinContent.parse(row.content),
  };
}

/** The same, held until the transaction ends: of two who act at once the second sees what the first did. */
export async function lockBulletin(tx: Tx, ctx: Ctx, bulletinId: string): Promise<FoundBulletin> {
  await tx.selectFrom('bulletin').select('id').where('id', '=', bulletinId).forUpdate().execute();
  return findBulletin(tx, ctx, bulletinId);
}

export function numberOf(row: Pick<FoundBulletin, 'mark' | 'serial' | 'number_year'>): string | null {
  if (row.serial === null || row.number_year === null) return null;
  return documentNumber(row.mark, row.number_year, row.serial);
}
