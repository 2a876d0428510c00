import { identity } from '@mingji/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '../../context.ts';
import { publicRoute, route } from '../../plugins/route.ts';
import { clearSessionCookie, setSessionCookie } from '../../plugins/session.ts';
import { approveAccount } from './commands/approve-account.ts';
import { approveOfficerAccounts } from './commands/approve-officer-accounts.ts';
import { changePassword } from './commands/change-password.ts';
import { createAccount } from './commands/create-account.ts';
import { createOfficerAccounts } from './commands/create-officer-accounts.ts';
import { disableAccount } from './commands/disable-account.ts';
import { resetPassword } from './commands/reset-password.ts';
import { setGrants } from './commands/set-grants.ts';
import { signIn } from './commands/sign-in.ts';
import { signInDemo } from './commands/sign-in-demo.ts';
import { signOut } from './commands/sign-out.ts';
import { unlockAccount } from './commands/unlock-account.ts';
import { findSession } from './find-session.ts';
import type { Origin } from './open-session.ts';
import { listAccounts } from './queries/list-accounts.ts';
import { sessionView } from './queries/session-view.ts';
import { signInPage } from './queries/sign-in-page.ts';

export function registerIdentityRoutes(app: FastifyInstance, deps: Deps): void {
  registerSession(app, deps);
  registerAccounts(app, deps);
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

function registerAccounts(app: FastifyInstance, deps: Deps): void {
  route(app, deps, identity.listAccounts, (ctx, { query }) => listAccounts(ctx, query));
  route(app, deps, identity.createAccount, (ctx, { body }) => createAccount(ctx, body));
  route(app, deps, identity.createOfficerAccounts, (ctx, { body }) => createOfficerAccounts(ctx, body));
  route(app, deps, identity.approveOfficerAccounts, (ctx, { body }) => approveOfficerAccounts(ctx, body));
  route(app, deps, identity.approveAccount, (ctx, { params, body }) =>
    approveAccount(ctx, params.accountId, body),
  );
  route(app, deps, identity.setGrants, (ctx, { params, body }) => setGrants(ctx, params.accountId, body));
  route(app, deps, identity.disableAccount, (ctx, { params, body }) =>
    disableAccount(ctx, params.accountId, body),
  );
  route(app, deps, identity.unlockAccount, (ctx, { params, body }) =>
    unlockAccount(ctx, params.accountId, body),
  );
  route(app, deps, identity.resetPassword, (ctx, { params, body }) =>
    resetPassword(ctx, params.accountId, body),
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
