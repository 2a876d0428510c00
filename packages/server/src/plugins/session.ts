import { BACKGROUND_HEADER } from '@mingji/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '../context.ts';
import { findSession, type Session } from '../modules/identity/index.ts';

export type { Session } from '../modules/identity/index.ts';
export const SESSION_COOKIE = 'mingji_session';

/** The session behind the request's cookie, or null. */
export async function readSession(deps: Deps, request: FastifyRequest): Promise<Session | null> {
  const token = request.cookies[SESSION_COOKIE];
  if (!token || token.length > 128) return null;
  return findSession(deps, token, { background: request.headers[BACKGROUND_HEADER] === '1' });
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
