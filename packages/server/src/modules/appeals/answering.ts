import { type AccessDecision, decideAccess, scopeOf } from '@mingji/engine';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import { scopeFilter } from '../../db/scope-filter.ts';
import { type AppealRow, appealTarget } from './find-appeal.ts';
import { involvedAccounts } from './involvement.ts';

/** The actor as far as one role goes: of those who may answer finally, the method names one (§13). */
function inRole<A extends { readonly grants: Ctx['actor']['grants'] }>(actor: A, role: string): A {
  return { ...actor, grants: actor.grants.filter((grant) => grant.role === role) };
}

/** Whether this person answers appeals of this kind: the department's at first, then committee or office. */
export function mayAnswer({ actor }: Ctx, row: AppealRow): AccessDecision {
  const target = appealTarget(row);
  if (row.answered_by === 'department') return decideAccess(actor, 'appeal.decide', target);
  return decideAccess(inRole(actor, row.answered_by), 'appeal.decideFinally', {
    ...target,
    unitPath: row.method_unit_path,
  });
}

/** Whether this person decides about recusal and names who answers: the office that runs the method. */
export function mayManage({ actor }: Ctx, row: AppealRow): AccessDecision {
  return decideAccess(actor, 'appeal.manage', { ...appealTarget(row), unitPath: row.method_unit_path });
}

/** The same for lists (tables of `appealTables`): open, in reach, not named to another, and nothing against the reader. */
export function toAnswer({ actor }: Ctx): RawBuilder<boolean> {
  const department = scopeFilter(scopeOf(actor, 'appeal.decide'), {
    unitPath: sql<string>`su.path`,
    ownerUnitPath: sql<string>`ou.path`,
  });
  const finally_ = (role: string) =>
    scopeFilter(scopeOf(inRole(actor, role), 'appeal.decideFinally'), { unitPath: sql<string>`mu.path` });
  return sql<boolean>`(a.state = 'filed'
    and case a.answered_by when 'department' then ${department}
        when 'committee' then ${finally_('committee')} else ${finally_('office')} end
    and (a.assignee_account_id is null or a.assignee_account_id = ${actor.accountId})
    and not exists (select from ${involvedAccounts} involved where involved.account_id = ${actor.accountId}))`;
}
