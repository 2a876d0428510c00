import type { identity } from '@mingji/contract';
import { heldAbilities } from '@mingji/engine';
import type { Deps } from '../../../context.ts';
import type { Session } from '../find-session.ts';
import { passwordNotice } from '../password-rules.ts';
import { grantsOf } from './grants-of.ts';

/** The session as every screen needs it: who, where, what may be done. */
export async function sessionView(deps: Deps, session: Session): Promise<identity.SessionView> {
  const { actor } = session;
  const now = deps.clock();
  const [bureau, officer, grants] = await Promise.all([
    deps.db
      .selectFrom('bureau')
      .select(['id', 'name', 'is_demo', 'time_zone'])
      .where('id', '=', actor.bureauId)
      .executeTakeFirstOrThrow(),
    actor.officerId ? officerOf(deps, actor.officerId) : undefined,
    grantsOf(deps.db, [actor.accountId]),
  ]);
  return {
    account: {
      id: actor.accountId,
      username: actor.username,
      displayName: actor.displayName,
      mustChangePassword: session.mustChangePassword,
      passwordNotice: passwordNotice(session.passwordChangedAt, now),
    },
    officer: officer
      ? {
          id: officer.id,
          policeNo: officer.police_no,
          name: officer.name,
          unitId: officer.unit_id,
          unitName: officer.unit_name,
        }
      : null,
    bureau: { id: bureau.id, name: bureau.name, isDemo: bureau.is_demo, timeZone: bureau.time_zone },
    grants: grants.get(actor.accountId) ?? [],
    abilities: heldAbilities(actor),
    csrfToken: session.csrfToken,
    serverTime: now.toISOString(),
    idleMinutes: session.idleMinutes,
  };
}

function officerOf(deps: Deps, officerId: string) {
  return deps.db
    .selectFrom('officer')
    .innerJoin('membership', 'membership.officer_id', 'officer.id')
    .innerJoin('unit', 'unit.id', 'membership.unit_id')
    .select([
      'officer.id',
      'officer.police_no',
      'officer.name',
      'unit.id as unit_id',
      'unit.name as unit_name',
    ])
    .where('officer.id', '=', officerId)
    .where('membership.to_on', 'is', null)
    .executeTakeFirst();
}
