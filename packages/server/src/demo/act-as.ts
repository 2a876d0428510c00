import type { Ctx, Deps } from '../context.ts';
import { type City, ZONE } from './city.ts';
import type { DemoAccount } from './demo-accounts.ts';

/** A person of the city at a moment, so that history is made by the commands that people use. */
export function actAs(deps: Deps, city: City, account: DemoAccount, now: Date): Ctx {
  return {
    // Jobs are run here and now, not by a worker.
    deps: { ...deps, clock: () => now, jobs: { add: async () => {} } },
    actor: {
      accountId: account.id,
      officerId: account.officer?.id ?? null,
      grants: account.grants.map((grant) => ({ role: grant.role, unitPath: grant.unit.path })),
      bureauId: city.bureauId,
      timeZone: ZONE,
      username: account.username,
      displayName: account.displayName,
    },
    now,
    address: null,
    httpRequestId: 'demo',
  };
}
