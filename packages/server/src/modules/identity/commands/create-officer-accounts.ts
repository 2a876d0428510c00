import type { identity } from '@mingji/contract';
import { sql } from 'kysely';
import type { z } from 'zod';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { notFound } from '../../../refusal.ts';

type Input = z.output<typeof identity.createOfficerAccounts.body>;
interface Made {
  readonly created: number;
  readonly skipped: number;
}

/** Pending accounts for the serving officers of a unit and below who have none; the user name is the 警号. */
export async function createOfficerAccounts(ctx: Ctx, input: Input): Promise<Made> {
  const { requestId, ...content } = input;
  return runCommand(ctx, { name: 'createOfficerAccounts', requestId, content }, async (tx) => {
    requireAccess(ctx, 'account.create', {});
    const below = await pathOf(tx, ctx, input.unitId);
    const result = await insertPending(tx, ctx, below, input.limit);
    return {
      result,
      audit: {
        action: 'account.createdForOfficers',
        subjectKind: 'unit',
        subjectId: input.unitId,
        summary: `批量开户 ${result.created} 个，待审批；${result.skipped} 人的警号不能作账号或已被占用`,
      },
    };
  });
}

async function pathOf(tx: Tx, ctx: Ctx, unitId: string | null): Promise<string> {
  if (unitId === null) return '';
  const unit = await tx
    .selectFrom('unit')
    .select('path')
    .where('id', '=', unitId)
    .where('bureau_id', '=', ctx.actor.bureauId)
    .executeTakeFirst();
  if (!unit) throw notFound('单位');
  return unit.path;
}

/** Skipped are those whose number is taken as a name, or cannot be one: they are opened by hand. */
async function insertPending(tx: Tx, ctx: Ctx, below: string, limit: number): Promise<Made> {
  const { rows } = await sql<Made>`
    with wanted as (
      select officer.id, officer.police_no, officer.name, membership.unit_id
      from officer
      join membership on membership.officer_id = officer.id and membership.to_on is null
      join unit on unit.id = membership.unit_id
      where officer.bureau_id = ${ctx.actor.bureauId} and officer.left_on is null
        and starts_with(unit.path, ${below})
        and not exists (
          select from account where account.officer_id = officer.id and account.state <> 'disabled')
      order by unit.path, officer.police_no
      limit ${limit}
    ), made as (
      insert into account (id, bureau_id, username, display_name, officer_id, unit_id, state, created_by, created_at)
      select gen_random_uuid(), ${ctx.actor.bureauId}, police_no, name, id, unit_id, 'pending',
        ${ctx.actor.accountId}, ${ctx.now}
      from wanted
      where police_no ~ '^[A-Za-z0-9_.-]{3,32}$'
      on conflict do nothing
      returning 1
    )
    select (select count(*) from made) as created,
      (select count(*) from wanted) - (select count(*) from made) as skipped`.execute(tx);
  return rows[0] ?? { created: 0, skipped: 0 };
}
