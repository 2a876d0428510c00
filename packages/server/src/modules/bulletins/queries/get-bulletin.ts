import type { bulletins } from '@mingji/contract';
import { type AccessTarget, bulletinWorkflow, decideAccess } from '@mingji/engine';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import type { Reader } from '../../../db/database.ts';
import { workTimeline } from '../../submissions/index.ts';
import { documentOf } from '../document-of.ts';
import { type FoundBulletin, findBulletin } from '../find-bulletin.ts';
import { involvedAccounts } from '../involvement.ts';
import { mayRead } from '../reach.ts';
import { staleSources } from '../staleness.ts';
import { superseded } from '../superseded.ts';
import { bulletinRows } from './bulletin-rows.ts';
import { lastOpinion } from './last-opinion.ts';

export async function getBulletin(ctx: Ctx, bulletinId: string) {
  return { bulletin: await bulletinDetailOf(ctx.deps.db, ctx, bulletinId) };
}

/** A bulletin as it is read, with what the reader may do about it. */
export async function bulletinDetailOf(
  reader: Reader,
  ctx: Ctx,
  bulletinId: string,
): Promise<bulletins.BulletinDetail> {
  const row = await findBulletin(reader, ctx, bulletinId);
  const [listed] = await bulletinRows(reader, ctx, {
    where: sql<boolean>`b.id = ${bulletinId}`,
    limit: 1,
    offset: 0,
  });
  if (!listed) throw new Error(`bulletin ${bulletinId} is not there`);
  const document = await documentOf(reader, row);
  const drafts = decideAccess(ctx.actor, 'bulletin.draft', { unitPath: row.unit_path }).allowed;
  const related = await bulletinRows(reader, ctx, {
    where: sql<boolean>`${mayRead(ctx)} and b.state = 'published'
      and (b.corrects = ${bulletinId} or b.id = ${row.corrects}::uuid)`,
    limit: 50,
    offset: 0,
  });
  const other = ({ id, number, title }: bulletins.BulletinRow) => ({ id, number, title });
  return {
    ...listed,
    document,
    documentHash: row.document_hash?.toString('hex') ?? null,
    corrects: related.filter(({ id }) => id === row.corrects).map(other)[0] ?? null,
    corrections: related.filter(({ id }) => id !== row.corrects).map(other),
    scopeUnits: await scopeUnits(reader, row),
    namingReason: drafts ? row.naming_reason : null,
    opinion: row.state === 'draft' ? await lastOpinion(reader, bulletinId) : null,
    stale: await staleFor(reader, row, document, drafts),
    timeline: drafts || row.state !== 'published' ? await timelineOf(reader, bulletinId) : [],
    can: permitted(ctx, row, drafts, (await involvedAccounts(reader, row)).has(ctx.actor.accountId)),
  };
}

function permitted(
  ctx: Ctx,
  row: FoundBulletin,
  drafts: boolean,
  wrote: boolean,
): bulletins.BulletinDetail['can'] {
  const authorAccountId = wrote ? ctx.actor.accountId : row.created_by;
  const target: AccessTarget = { unitPath: row.unit_path, authorAccountId };
  const decision = decideAccess(ctx.actor, 'bulletin.approve', target);
  const waits = row.state === 'submitted';
  const own = !decision.allowed && decision.reason === 'ownWork';
  return {
    edit: drafts && row.state === 'draft',
    withdraw: drafts && waits,
    approve: waits && decision.allowed,
    approveRefusal: waits && own ? '拟制、修改或送审通报的人不得审批该通报，请由其他领导审批。' : null,
    publish: drafts && row.state === 'approved',
    correct: drafts && row.state === 'published',
    seeReceipts: drafts && row.state === 'published',
  };
}

/** Before it is out the makers are told what to refresh; afterwards every reader what no longer holds. */
async function staleFor(
  reader: Reader,
  row: FoundBulletin,
  { sources }: bulletins.BulletinDocument,
  drafts: boolean,
): Promise<string[]> {
  if (row.state === 'published') return superseded(reader, row.id, sources);
  return drafts || row.state === 'submitted' ? staleSources(reader, sources, 'countNot') : [];
}

async function scopeUnits(reader: Reader, row: FoundBulletin) {
  if (row.scope_unit_ids.length === 0) return [];
  return reader
    .selectFrom('unit')
    .select(['id', 'name'])
    .where('id', 'in', row.scope_unit_ids)
    .orderBy('path')
    .limit(200)
    .execute();
}

const labels: Readonly<Record<string, string>> = {
  create: '拟制',
  change: '修改',
  press: '催阅',
  ...bulletinWorkflow.actions,
};
function timelineOf(reader: Reader, bulletinId: string) {
  return workTimeline(reader, 'bulletin', bulletinId, (action) => labels[action] ?? action);
}
