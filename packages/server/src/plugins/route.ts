import type { Answer, EndpointShape, Received } from '@mingji/contract';
import { holdsAbility } from '@mingji/engine';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Ctx, Deps } from '../context.ts';
import { recordAudit } from '../modules/audit/index.ts';
import { Refusal } from '../refusal.ts';
import { readSession, type Session } from './session.ts';

const nothing = z.strictObject({});
const noBody = z.union([z.undefined(), z.null(), nothing]);
/** While the first password must be changed, only these may be called. */
const beforePasswordChange = new Set([
  'GET /api/session',
  'DELETE /api/session',
  'PUT /api/session/password',
]);

export type SignedInHandler<E extends EndpointShape> = (
  ctx: Ctx,
  received: Received<E>,
  http: { request: FastifyRequest; reply: FastifyReply; session: Session },
) => Promise<Answer<E>>;
export type PublicHandler<E extends EndpointShape> = (
  deps: Deps,
  received: Received<E>,
  http: { request: FastifyRequest; reply: FastifyReply },
) => Promise<Answer<E>>;

/** A route is a table of contents: description, one call, one return (principle 6). */
export function route<E extends EndpointShape>(
  app: FastifyInstance,
  deps: Deps,
  endpoint: E,
  handler: SignedInHandler<E>,
): void {
  if (endpoint.download) throw new Error(`${endpoint.path} answers with a file: use downloadRoute`);
  signedInRoute(app, deps, endpoint, handler);
}

export function signedInRoute<E extends EndpointShape>(
  app: FastifyInstance,
  deps: Deps,
  endpoint: E,
  handler: SignedInHandler<E>,
): void {
  if (endpoint.gate === 'public') throw new Error(`${endpoint.path} is public: use publicRoute`);
  const admitted = new WeakMap<FastifyRequest, Session>();
  const ctxOf = (request: FastifyRequest, session: Session): Ctx => ({
    deps,
    actor: session.actor,
    now: deps.clock(),
    address: request.ip,
    httpRequestId: request.id,
  });
  register(app, endpoint, {
    // Before the body is read: who may not call is not listened to.
    onRequest: async (request) => {
      const session = await requireSession(deps, request, endpoint);
      await auditingRefusals(ctxOf(request, session), endpoint, async () => passGate(session, endpoint));
      admitted.set(request, session);
    },
    handler: (request, reply) => {
      const session = admitted.get(request);
      if (!session) throw new Error(`${endpoint.path} was reached without its gate`);
      const ctx = ctxOf(request, session);
      return auditingRefusals(ctx, endpoint, () =>
        handler(ctx, receivedOf<E>(request), { request, reply, session }),
      );
    },
  });
}

export function publicRoute<E extends EndpointShape>(
  app: FastifyInstance,
  deps: Deps,
  endpoint: E,
  handler: PublicHandler<E>,
): void {
  if (endpoint.gate !== 'public') throw new Error(`${endpoint.path} wants ${endpoint.gate}: use route`);
  if (endpoint.download) throw new Error(`${endpoint.path} gives a file to nobody known`);
  register(app, endpoint, {
    onRequest: async (request) => refuseForeignOrigin(request),
    handler: (request, reply) => handler(deps, receivedOf<E>(request), { request, reply }),
  });
}

interface Hooks {
  readonly onRequest: (request: FastifyRequest) => Promise<void>;
  readonly handler: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;
}

function register(app: FastifyInstance, endpoint: EndpointShape, hooks: Hooks): void {
  const takesBody = endpoint.method !== 'GET' && !endpoint.upload;
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    config: { gate: endpoint.gate },
    schema: {
      params: endpoint.params ?? nothing,
      querystring: endpoint.query ?? nothing,
      ...(takesBody ? { body: endpoint.body ?? noBody } : {}),
      ...(endpoint.response ? { response: { 200: endpoint.response } } : {}),
    },
    onRequest: hooks.onRequest,
    handler: hooks.handler,
  });
}

function receivedOf<E extends EndpointShape>(request: FastifyRequest): Received<E> {
  return { params: request.params, query: request.query, body: request.body } as Received<E>;
}

async function requireSession(
  deps: Deps,
  request: FastifyRequest,
  endpoint: EndpointShape,
): Promise<Session> {
  const session = await readSession(deps, request);
  if (!session)
    throw new Refusal('notSignedIn', '请先登录。若刚才已登录，会话可能因长时间未操作而结束，请重新登录。');
  if (endpoint.method !== 'GET') {
    refuseForeignOrigin(request);
    if (request.headers['x-csrf-token'] !== session.csrfToken) {
      throw new Refusal(
        'csrf',
        '这台设备上刚重新登录过或换了人登录，操作没有生效。请刷新页面，核对登录的姓名后再办，草稿仍在。',
      );
    }
  }
  return session;
}

function passGate(session: Session, endpoint: EndpointShape): void {
  if (session.mustChangePassword && !beforePasswordChange.has(`${endpoint.method} ${endpoint.path}`)) {
    throw new Refusal('passwordChangeRequired', '首次登录须先修改初始密码。');
  }
  if (endpoint.gate === 'signedIn' || endpoint.gate === 'public') return;
  if (!holdsAbility(session.actor, endpoint.gate)) {
    throw new Refusal('forbidden', '您的角色没有此项权限。如需办理，请联系安全管理员授权。');
  }
}

/** A browser says where a request was made; another site may not use our cookie. */
function refuseForeignOrigin(request: FastifyRequest): void {
  const origin = request.headers.origin;
  if (origin !== undefined && URL.parse(origin)?.host !== request.headers.host) {
    throw new Refusal('csrf', '请求来自其他网站，已拒绝。');
  }
}

/** Whoever reaches for what is not his is seen by the audit administrator. */
async function auditingRefusals<T>(ctx: Ctx, endpoint: EndpointShape, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal && error.code === 'forbidden') {
      await recordAudit(ctx.deps.db, ctx, {
        action: 'access.refused',
        subjectKind: 'endpoint',
        subjectId: null,
        outcome: 'refused',
        summary: `${endpoint.summary}:${error.message}`,
        detail: { method: endpoint.method, path: endpoint.path },
      });
    }
    throw error;
  }
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The permission of the route; a test fails on any /api route without one. */
    gate?: string;
  }
}
