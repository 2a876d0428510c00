import type { Role } from '@mingji/engine';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Deps, SignedIn } from '../context.ts';

export const SESSION_COOKIE = 'mingji_session';
/** The idle clock is moved at most once in this many seconds, so that reading does not write. */
const TOUCH_SECONDS = 60;

export interface Session {
  readonly tokenHash: Buffer;
  readonly csrfToken: string;
  readonly mustChangePassword: boolean;
  readonly actor: SignedIn;
}

/** The session behind the request's cookie, or null: none, unknown, idle for too long, expired, disabled. */
export async function readSession(deps: Deps, request: FastifyRequest): Promise<Session | null> {
  const token = request.cookies[SESSION_COOKIE];
  if (!token || token.length > 128) return null;
  const tokenHash = deps.crypto.sm3(Buffer.from(token));
  const now = deps.clock();
  const idleSince = new Date(now.getTime() - deps.idleMinutes * 60_000);
  const row = await deps.db
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
      'account.bureau_id',
      'bureau.time_zone',
      sql<{ role: Role; unitPath: string }[]>`(
        select coalesce(json_agg(json_build_object('role', r.role, 'unitPath', u.path)), '[]')
        from account_role r join unit u on u.id = r.unit_id where r.account_id = account.id)`.as('grants'),
    ])
    .where('session.token_hash', '=', tokenHash)
    .where('session.expires_at', '>', now)
    .where('session.last_seen_at', '>', idleSince)
    .where('account.state', '=', 'active')
    .executeTakeFirst();
  if (!row) return null;
  if (now.getTime() - row.last_seen_at.getTime() > TOUCH_SECONDS * 1000) {
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

export function setSessionCookie(deps: Deps, reply: FastifyReply, token: string): void {
  reply.setCookie(SESSION_COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: deps.secureCookies,
  });
}

export function clearSessionCookie(reply: FastifyReply): void {
  reply.clearCookie(SESSION_COOKIE, { path: '/' });
}
