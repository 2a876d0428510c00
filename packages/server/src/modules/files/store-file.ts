import { randomUUID } from 'node:crypto';
import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/database.ts';

export interface FileToStore {
  /** Already cleaned. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}
export interface StoredFile {
  readonly id: string;
  readonly sm3: Buffer;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
}

/** Keeps the bytes by content and the name, type and uploader by row; equal bytes are kept once. */
export async function storeFile(tx: Tx, ctx: Ctx, file: FileToStore): Promise<StoredFile> {
  const sm3 = ctx.deps.crypto.sm3(file.bytes);
  // On disk first: a row never points at bytes that are not there, and unused bytes do no harm.
  await ctx.deps.files.put(sm3, file.bytes);
  const id = randomUUID();
  await tx
    .insertInto('file')
    .values({
      id,
      bureau_id: ctx.actor.bureauId,
      sm3,
      name: file.name,
      media_type: file.mediaType,
      size_bytes: file.bytes.byteLength,
      uploaded_by: ctx.actor.accountId,
      uploaded_at: ctx.now,
    })
    .execute();
  return { id, sm3, name: file.name, mediaType: file.mediaType, sizeBytes: file.bytes.byteLength };
}
