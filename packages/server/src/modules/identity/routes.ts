import { identity } from '@mingji/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '../../context.ts';
import { publicRoute, route } from '../../plugins/route.ts';
import { clearSessionCookie, setSessionCookie } from '../../plugins/session.ts';
import { changePassword } from './commands/change-password.ts';
import { signIn } from './commands/sign-in.ts';
import { signInDemo } from './commands/sign-in-demo.ts';
import { signOut } from './commands/sign-out.ts';
import { findSession } from './find-session.ts';
import type { Origin } from './open-session.ts';
import { sessionView } from './queries/session-view.ts';
import { signInPage } from './queries/sign-in-page.ts';

export function registerIdentityRoutes(app: FastifyInstance, deps: Deps): void {
  registerSession(app, deps);
}

function registerSession(app: FastifyInstance, deps: Deps): void {
  publicRoute(app, deps, identity.getSignInPage, () => signInPage(deps));
  publicRoute(app, deps, identity.signIn, async (_deps, { body }, http) =>
    admit(deps, http.reply, await signIn(deps, body, originOf(http.request))),
  );
  if (deps.demoMode) {
    publicRoute(app, deps, identity.signInDemo, async (_deps, { body }, http) =>
      admit(deps, http.reply, await signInDemo(deps, body.username, originOf(http.request))),
    );
  }
  route(app, deps, identity.getSession, (_ctx, _received, { session }) => sessionView(deps, session));
  route(app, deps, identity.signOut, (ctx, _received, { session, reply }) => {
    clearSessionCookie(reply);
    return signOut(ctx, session.tokenHash);
  });
  route(app, deps, identity.changePassword, (ctx, { body }, { session }) =>
    changePassword(ctx, session.tokenHash, body),
  );
}

async function admit(deps: Deps, reply: FastifyReply, token: string): Promise<identity.SessionView> {
  const session = await findSession(deps, token);
  if (!session) throw new Error('a session that was just opened is not there');
  setSessionCookie(deps, reply, token);
  return sessionView(deps, session);
}

function originOf(request: FastifyRequest): Origin {
  return {
    address: request.ip,
    agent: request.headers['user-agent'] ?? null,
    httpRequestId: request.id,
  };
}
