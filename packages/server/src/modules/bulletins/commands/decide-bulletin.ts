import type { BulletinFacts } from '@mingji/engine';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { localDay } from '../../../local-day.ts';
import { Refusal } from '../../../refusal.ts';
import { notify } from '../../notifications/index.ts';
import { documentNumber } from '../document/document-number.ts';
import { documentHash } from '../document-hash.ts';
import { latestVersion } from '../document-of.ts';
import { type FoundBulletin, lockBulletin } from '../find-bulletin.ts';
import { involvedAccounts } from '../involvement.ts';
import { moveBulletin } from '../move-bulletin.ts';
import { bulletinDetailOf } from '../queries/get-bulletin.ts';

/** Gives the number and the date: from here on neither text nor numbers change (P15). */
export async function approveBulletin(ctx: Ctx, bulletinId: string, requestId: string) {
  return runCommand(ctx, { name: 'bulletin.approve', requestId, content: { bulletinId } }, async (tx) => {
    const row = await lockBulletin(tx, ctx, bulletinId);
    await requireUninvolved(tx, ctx, row);
    if (row.state !== 'submitted') await moveBulletin(tx, ctx, row, { action: 'approve' });
    const datedOn = localDay(ctx.now, ctx.actor.timeZone);
    const year = Number(datedOn.slice(0, 4));
    const serial = await nextSerial(tx, ctx, row, year);
    const version = await latestVersion(tx, row);
    const number = documentNumber(row.mark, year, serial);
    const document = { ...version.document, number, datedOn };
    await moveBulletin(tx, ctx, row, {
      action: 'approve',
      version: version.version,
      set: {
        number_year: year,
        serial,
        dated_on: datedOn,
        title: document.title,
        document: JSON.stringify(document),
        document_hash: documentHash(ctx.deps.crypto, document),
        approved_by: ctx.actor.accountId,
        approved_at: ctx.now,
      },
    });
    await tellDrafters(tx, ctx, row, {
      title: '通报已批准',
      detail: `《${row.title}》已批准，编号${number}，请发布。`,
    });
    return {
      result: { bulletin: await bulletinDetailOf(tx, ctx, bulletinId) },
      audit: {
        action: 'bulletin.approved',
        subjectKind: 'bulletin',
        subjectId: bulletinId,
        summary: `批准通报 ${number}《${row.title}》`,
      },
    };
  });
}

/** Sends it back with an opinion; the text may be changed and handed in again. */
export async function returnBulletin(ctx: Ctx, bulletinId: string, requestId: string, opinion: string) {
  const content = { bulletinId, opinion };
  return runCommand(ctx, { name: 'bulletin.return', requestId, content }, async (tx) => {
    const row = await lockBulletin(tx, ctx, bulletinId);
    await requireUninvolved(tx, ctx, row);
    const facts: BulletinFacts = { reason: opinion };
    await moveBulletin(tx, ctx, row, { action: 'return', facts });
    await tellDrafters(tx, ctx, row, { title: '通报被退回修改', detail: `《${row.title}》：${opinion}` });
    return {
      result: { ok: true as const },
      audit: {
        action: 'bulletin.returned',
        subjectKind: 'bulletin',
        subjectId: bulletinId,
        summary: `退回通报《${row.title}》`,
      },
    };
  });
}

/** Nobody approves what he drew up, changed or sent himself. */
async function requireUninvolved(tx: Tx, ctx: Ctx, row: FoundBulletin): Promise<void> {
  requireAccess(ctx, 'bulletin.approve', { unitPath: row.unit_path });
  if (!(await involvedAccounts(tx, row)).has(ctx.actor.accountId)) return;
  throw new Refusal('forbidden', '拟制、修改或送审通报的人不得审批该通报，请由其他领导审批。');
}

/** The next number of the unit, its 代字 and the year. Two at once wait for each other; rolled back, it was not taken. */
async function nextSerial(tx: Tx, ctx: Ctx, row: FoundBulletin, year: number): Promise<number> {
  const series = { bureau_id: ctx.actor.bureauId, unit_id: row.unit_id, mark: row.mark, year };
  const { last_serial } = await tx
    .insertInto('bulletin_series')
    .values({ ...series, last_serial: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['unit_id', 'mark', 'year'])
        .doUpdateSet((eb) => ({ last_serial: eb('bulletin_series.last_serial', '+', 1) })),
    )
    .returning('last_serial')
    .executeTakeFirstOrThrow();
  return last_serial;
}

async function tellDrafters(
  tx: Tx,
  ctx: Ctx,
  row: FoundBulletin,
  told: { readonly title: string; readonly detail: string },
): Promise<void> {
  await notify(tx, { bureauId: ctx.actor.bureauId, now: ctx.now }, [
    {
      kind: 'bulletin',
      ...told,
      address: `/bulletins/${row.id}`,
      about: { kind: 'bulletin', id: row.id },
      accountIds: [row.created_by, ...(row.submitted_by === null ? [] : [row.submitted_by])],
    },
  ]);
}
