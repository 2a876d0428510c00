import type { Answer, identity } from '@mingji/contract';
import type { Role } from '@mingji/engine';
import type { z } from 'zod';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Reader, Tx } from '../../../db/database.ts';
import { generatePassword } from '../generate-password.ts';
import { replaceGrants } from '../grants.ts';
import { withHasher } from '../hashing-slots.ts';
import { proposedRoles } from '../proposed-roles.ts';
import { storePassword } from '../store-password.ts';

type Input = z.output<typeof identity.approveOfficerAccounts.body>;
type Approved = Answer<typeof identity.approveOfficerAccounts>;

/** Approves a batch of officers' accounts with the roles that follow from their positions. */
export async function approveOfficerAccounts(ctx: Ctx, input: Input): Promise<Approved> {
  const { requestId, ...content } = input;
  const prepared = await preparePasswords(ctx, input.limit);
  const request = { name: 'approveOfficerAccounts', requestId, content };
  return runCommand<Approved>(ctx, request, async (tx) => {
    requireAccess(ctx, 'account.approve', {});
    const accounts: Approved['accounts'] = [];
    for (const one of prepared) {
      if (await approveOne(tx, ctx, one)) accounts.push(shown(one));
    }
    const remaining = await countWaiting(tx, ctx);
    return {
      result: { accounts, remaining },
      remembered: { accounts: accounts.map((one) => ({ ...one, initialPassword: null })), remaining },
      audit: {
        action: 'account.approvedForOfficers',
        subjectKind: 'account',
        subjectId: null,
        summary: `批量审批人员账号 ${accounts.length} 个`,
        detail: { usernames: accounts.map((one) => one.username) },
      },
    };
  });
}

type Waiting = Awaited<ReturnType<typeof selectWaiting>>[number];
interface Prepared extends Waiting {
  readonly password: string;
  readonly hash: string;
}

/** Hashed before the transaction and one at a time, so that people can sign in meanwhile. */
async function preparePasswords(ctx: Ctx, limit: number): Promise<Prepared[]> {
  const prepared: Prepared[] = [];
  for (const account of await selectWaiting(ctx.deps.db, ctx, limit)) {
    const password = generatePassword();
    prepared.push({ ...account, password, hash: await withHasher((hasher) => hasher.hash(password)) });
  }
  return prepared;
}

function waiting(db: Reader, ctx: Ctx) {
  return db
    .selectFrom('account')
    .innerJoin('membership', (join) =>
      join.onRef('membership.officer_id', '=', 'account.officer_id').on('membership.to_on', 'is', null),
    )
    .innerJoin('unit', 'unit.id', 'membership.unit_id')
    .where('account.bureau_id', '=', ctx.actor.bureauId)
    .where('account.state', '=', 'pending')
    .where((either) =>
      either.or([
        either('account.created_by', 'is', null),
        either('account.created_by', '<>', ctx.actor.accountId),
      ]),
    );
}

function selectWaiting(db: Reader, ctx: Ctx, limit: number) {
  return waiting(db, ctx)
    .select([
      'account.id',
      'account.username',
      'account.display_name',
      'membership.position',
      'unit.id as unit_id',
      'unit.name as unit_name',
      'unit.parent_id',
    ])
    .orderBy('unit.path')
    .orderBy('account.username')
    .limit(limit)
    .execute();
}

async function countWaiting(tx: Tx, ctx: Ctx): Promise<number> {
  const { total } = await waiting(tx, ctx)
    .select((rows) => rows.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

/** Whether it was still pending: another administrator may have been quicker. */
async function approveOne(tx: Tx, ctx: Ctx, one: Prepared): Promise<boolean> {
  const approved = await tx
    .updateTable('account')
    .set({ state: 'active', approved_by: ctx.actor.accountId })
    .where('id', '=', one.id)
    .where('state', '=', 'pending')
    .returning('id')
    .executeTakeFirst();
  if (!approved) return false;
  await storePassword(tx, one.id, one.hash, { mustChange: true, now: ctx.now });
  const grants = rolesOf(one).map((role) => ({ role, unitId: one.unit_id }));
  await replaceGrants(tx, ctx, one.id, grants);
  return true;
}

function rolesOf(one: Waiting): Role[] {
  return proposedRoles({ position: one.position, atRoot: one.parent_id === null });
}

function shown(one: Prepared): Approved['accounts'][number] {
  return {
    username: one.username,
    displayName: one.display_name,
    unitName: one.unit_name,
    roles: rolesOf(one),
    initialPassword: one.password,
  };
}
