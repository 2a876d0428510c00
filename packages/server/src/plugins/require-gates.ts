import type { FastifyInstance } from 'fastify';

export interface GatedRoute {
  readonly method: string;
  readonly url: string;
  readonly gate: string;
}

/** Closed by default: a route under /api that names no gate keeps the server from starting. Lists those that do. */
export function requireGates(app: FastifyInstance): void {
  const gated: GatedRoute[] = [];
  app.decorate('gatedRoutes', gated);
  app.addHook('onRoute', (route) => {
    if (!route.url.startsWith('/api/')) return;
    const gate = route.config?.gate;
    if (gate === undefined) throw new Error(`route ${String(route.method)} ${route.url} names no gate`);
    for (const method of [route.method].flat()) gated.push({ method, url: route.url, gate });
  });
}

declare module 'fastify' {
  interface FastifyInstance {
    readonly gatedRoutes: readonly GatedRoute[];
  }
}
