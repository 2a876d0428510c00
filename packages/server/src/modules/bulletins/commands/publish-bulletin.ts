import { sql } from 'kysely';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { Refusal } from '../../../refusal.ts';
import { notify } from '../../notifications/index.ts';
import { type FoundBulletin, lockBulletin, numberOf } from '../find-bulletin.ts';
import { moveBulletin } from '../move-bulletin.ts';
import { bulletinDetailOf } from '../queries/get-bulletin.ts';

/** Sends an approved bulletin to units and everybody below them, for good (P15). */
export async function publishBulletin(
  ctx: Ctx,
  bulletinId: string,
  input: { readonly requestId: string; readonly unitIds: readonly string[] },
) {
  const { requestId, unitIds } = input;
  return runCommand(
    ctx,
    { name: 'bulletin.publish', requestId, content: { bulletinId, unitIds } },
    async (tx) => {
      const row = await lockBulletin(tx, ctx, bulletinId);
      requireAccess(ctx, 'bulletin.draft', { unitPath: row.unit_path });
      await requireBelow(tx, row, unitIds);
      await requireCorrectedScope(tx, row, unitIds);
      await moveBulletin(tx, ctx, row, {
        action: 'publish',
        set: {
          published_by: ctx.actor.accountId,
          published_at: ctx.now,
          scope_unit_ids: [...new Set(unitIds)],
        },
      });
      const readers = await addressReaders(tx, row, unitIds);
      await notify(tx, { bureauId: ctx.actor.bureauId, now: ctx.now }, [
        {
          kind: 'bulletin',
          title: `${row.unit_name}发布通报`,
          detail: `${numberOf(row) ?? ''}《${row.title}》`.slice(0, 500),
          address: `/bulletins/${bulletinId}`,
          about: { kind: 'bulletin', id: bulletinId },
          accountIds: readers.filter((id) => id !== ctx.actor.accountId),
        },
      ]);
      return {
        result: { bulletin: await bulletinDetailOf(tx, ctx, bulletinId) },
        audit: {
          action: 'bulletin.published',
          subjectKind: 'bulletin',
          subjectId: bulletinId,
          summary: `发布通报 ${numberOf(row) ?? ''}，发给 ${readers.length} 人`,
        },
      };
    },
  );
}

async function requireBelow(tx: Tx, row: FoundBulletin, unitIds: readonly string[]): Promise<void> {
  const units = await tx
    .selectFrom('unit')
    .select(['id', 'path', 'name'])
    .where('bureau_id', '=', row.bureau_id)
    .where('id', 'in', [...unitIds])
    .execute();
  const outside = units.find(({ path }) => !path.startsWith(row.unit_path));
  if (outside)
    throw new Refusal('forbidden', `${outside.name}不在${row.unit_name}及其下级之内，不能作为发布范围。`);
  if (units.length < new Set(unitIds).size)
    throw new Refusal('invalid', '发布范围里有不存在的单位，请重新选择。');
}

/** Whoever was told what is wrong is told what is right. */
async function requireCorrectedScope(tx: Tx, row: FoundBulletin, unitIds: readonly string[]): Promise<void> {
  if (row.corrects === null) return;
  const { rows } = await sql<{ name: string }>`
    select u.name from bulletin wrong join unit u on u.id = any(wrong.scope_unit_ids)
    where wrong.id = ${row.corrects} and not exists (
      select from unit chosen where chosen.id = any(${[...unitIds]}::uuid[]) and starts_with(u.path, chosen.path))
    order by u.path`.execute(tx);
  if (rows.length === 0) return;
  const left = rows.map(({ name }) => name).join('、');
  throw new Refusal('refused', `更正通报须发给原通报的全部单位，还缺：${left}。`, [
    { path: 'unitIds', message: `请加上${left}` },
  ]);
}

/** Everybody with an account below the units, where each serves on that day; the three administrators read nothing. */
async function addressReaders(tx: Tx, row: FoundBulletin, unitIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ account_id: string }>`
    insert into bulletin_recipient (bulletin_id, account_id, bureau_id, unit_id)
    select distinct on (a.id) ${row.id}::uuid, a.id, a.bureau_id,
           coalesce((select m.unit_id from membership m where m.officer_id = a.officer_id and m.to_on is null),
                    a.unit_id, at.id)
    from account a join account_role r on r.account_id = a.id join unit at on at.id = r.unit_id
    where a.bureau_id = ${row.bureau_id} and a.state = 'active'
      and r.role not in ('systemAdmin', 'securityAdmin', 'auditAdmin')
      and exists (select from unit s where s.id = any(${[...unitIds]}::uuid[]) and starts_with(at.path, s.path))
    order by a.id, length(at.path) desc
    returning account_id`.execute(tx);
  return rows.map((each) => each.account_id);
}
