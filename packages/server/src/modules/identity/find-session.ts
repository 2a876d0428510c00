import { isAdministrator, type Role } from '@mingji/engine';
import { sql } from 'kysely';
import type { Deps, SignedIn } from '../../context.ts';

/** The idle clock is moved at most once in this many seconds, so that reading does not write. */
const TOUCH_SECONDS = 60;
const ADMINISTRATOR_IDLE_MINUTES = 15;

export interface Session {
  readonly tokenHash: Buffer;
  readonly csrfToken: string;
  readonly mustChangePassword: boolean;
  readonly passwordChangedAt: Date | null;
  readonly idleMinutes: number;
  readonly actor: SignedIn;
}

/**
 * The session behind a token, or null: none, unknown, idle for too long, expired, account not active. What a screen
 * asks by itself (`background`) is answered, but does not count as somebody being there.
 */
export async function findSession(
  deps: Deps,
  token: string,
  { background = false }: { readonly background?: boolean } = {},
): Promise<Session | null> {
  const tokenHash = deps.crypto.sm3(Buffer.from(token));
  const now = deps.clock();
  const row = await selectSession(deps, tokenHash, now);
  if (!row) return null;
  const idleMinutes = row.grants.some((grant) => isAdministrator(grant.role))
    ? Math.min(ADMINISTRATOR_IDLE_MINUTES, deps.idleMinutes)
    : deps.idleMinutes;
  const idleMs = now.getTime() - row.last_seen_at.getTime();
  if (idleMs >= idleMinutes * 60_000) return null;
  if (!background && idleMs > TOUCH_SECONDS * 1000) {
    await deps.db
      .updateTable('session')
      .set({ last_seen_at: now })
      .where('token_hash', '=', tokenHash)
      .execute();
  }
  return {
    tokenHash,
    csrfToken: row.csrf_token,
    mustChangePassword: row.must_change_password,
    passwordChangedAt: row.password_changed_at,
    idleMinutes,
    actor: {
      accountId: row.id,
      officerId: row.officer_id,
      grants: row.grants,
      bureauId: row.bureau_id,
      timeZone: row.time_zone,
      username: row.username,
      displayName: row.display_name,
    },
  };
}

function selectSession(deps: Deps, tokenHash: Buffer, now: Date) {
  return deps.db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .innerJoin('bureau', 'bureau.id', 'account.bureau_id')
    .select([
      'session.csrf_token',
      'session.last_seen_at',
      'account.id',
      'account.officer_id',
      'account.username',
      'account.display_name',
      'account.must_change_password',
      'account.password_changed_at',
      'account.bureau_id',
      'bureau.time_zone',
      sql<{ role: Role; unitPath: string }[]>`(
        select coalesce(json_agg(json_build_object('role', r.role, 'unitPath', u.path)), '[]')
        from account_role r join unit u on u.id = r.unit_id where r.account_id = account.id)`.as('grants'),
    ])
    .where('session.token_hash', '=', tokenHash)
    .where('session.expires_at', '>', now)
    .where('account.state', '=', 'active')
    .executeTakeFirst();
}
