import { existsSync } from 'node:fs';
import { join } from 'node:path';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import type { Deps } from './context.ts';
import { openApiDocument } from './openapi.ts';
import { installErrorAnswers } from './plugins/error-answers.ts';
import { requireGates } from './plugins/require-gates.ts';
import { installStrictZod } from './plugins/strict-zod.ts';
import { featureRoutes } from './routes.ts';

export const MAX_UPLOAD_BYTES = 20 * 1024 * 1024;
const MAX_BODY_BYTES = 2 * 1024 * 1024;

export interface AppOptions {
  readonly logger?: FastifyServerOptions['logger'];
  /** The built web; without it only the API is served. */
  readonly webFolder?: string;
  /** Requests a minute from one address. */
  readonly requestsPerMinute?: number;
}

/** The HTTP application: strict schemas, sessions, one error shape, the features' routes, the web's files. */
export async function buildApp(deps: Deps, options: AppOptions = {}): Promise<FastifyInstance> {
  const app = Fastify({
    logger: options.logger ?? false,
    bodyLimit: MAX_BODY_BYTES,
    genReqId: () => crypto.randomUUID(),
    trustProxy: 'loopback',
  });
  requireGates(app);
  installStrictZod(app);
  installErrorAnswers(app);
  await app.register(helmet, { contentSecurityPolicy: contentSecurityPolicy() });
  await app.register(cookie);
  await app.register(rateLimit, { max: options.requestsPerMinute ?? 3000, timeWindow: '1 minute' });
  await app.register(multipart, {
    limits: { fileSize: MAX_UPLOAD_BYTES, files: 1, fields: 10, fieldSize: 10_000 },
  });
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
  });
  app.get('/api/health', { config: { gate: 'public' } }, async () => ({ status: 'ok' }));
  app.get('/api/openapi.json', { config: { gate: 'public' } }, async (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(JSON.stringify(openApiDocument())),
  );
  for (const register of featureRoutes) register(app, deps);
  if (options.webFolder && existsSync(options.webFolder)) await serveWeb(app, options.webFolder);
  return app;
}

/** The page's own files only: no CDN, no inline script; antd writes style elements, so inline styles are let. */
function contentSecurityPolicy() {
  return {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      connectSrc: ["'self'"],
      fontSrc: ["'self'", 'data:'],
      objectSrc: ["'none'"],
      frameAncestors: ["'none'"],
      baseUri: ["'self'"],
      formAction: ["'self'"],
    },
  };
}

/**
 * Hashed assets are cached for good; an asset of an older build is gone and says so. Every other address that is no
 * API call is the web's start page.
 */
async function serveWeb(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = path.startsWith(join(folder, 'assets'));
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.get('/*', async (request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    if (path.startsWith('/api/')) return reply.callNotFound();
    if (path.startsWith('/assets/')) return reply.code(404).header('cache-control', 'no-store').send();
    return reply.sendFile('index.html');
  });
}
