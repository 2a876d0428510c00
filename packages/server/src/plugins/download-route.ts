import { Buffer } from 'node:buffer';
import type { Answer, EndpointShape, Received } from '@mingji/contract';
import type { FastifyInstance } from 'fastify';
import type { Ctx, Deps } from '../context.ts';
import type { FileAnswer } from '../file-answer.ts';
import { recordExport } from '../modules/audit/index.ts';
import { contentDisposition } from '../modules/files/index.ts';
import { signedInRoute } from './route.ts';

/** How the audit record names what was taken, and which thing it is about. */
export interface Taken<E extends EndpointShape> {
  readonly action: string;
  readonly subjectKind: string;
  /** Null: the bureau as a whole. */
  readonly subjectId: ((received: Received<E>) => string) | null;
}

/**
 * The only way a file leaves the system: who took it, what, how many rows and by which filter is on the record before the
 * first byte is sent, so that no export can forget it.
 */
export function downloadRoute<E extends EndpointShape>(
  app: FastifyInstance,
  deps: Deps,
  endpoint: E,
  taken: Taken<E>,
  fileOf: (ctx: Ctx, received: Received<E>) => Promise<FileAnswer>,
): void {
  if (!endpoint.download) throw new Error(`${endpoint.path} answers with no file: use route`);
  signedInRoute(app, deps, endpoint, async (ctx, received, { reply }) => {
    const file = await fileOf(ctx, received);
    if (!file.shown) {
      await recordExport(ctx, {
        action: taken.action,
        subjectKind: taken.subjectKind,
        subjectId: taken.subjectId?.(received) ?? ctx.actor.bureauId,
        what: endpoint.summary,
        file,
        asked: { ...(received.params as object), ...(received.query as object) },
      });
    }
    reply
      .type(file.mediaType)
      .header('content-disposition', contentDisposition(file.shown ? 'inline' : 'attachment', file.name))
      .header('x-content-type-options', 'nosniff');
    if (file.size !== undefined) reply.header('content-length', file.size);
    await reply.send(file.bytes instanceof Uint8Array ? Buffer.from(file.bytes) : file.bytes);
    return undefined as Answer<E>;
  });
}
