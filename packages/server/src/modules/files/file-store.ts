import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** Attachments by content: the same bytes are stored once and never overwritten. */
export interface FileStore {
  put(sm3: Buffer, bytes: Uint8Array): Promise<void>;
  open(sm3: Buffer): Promise<Readable>;
}

/** `<varDir>/files/ab/abcdef…`. Written beside and renamed, so that a crash leaves no half file. */
export function createDiskStore(folder: string): FileStore {
  const pathOf = (sm3: Buffer) => {
    const name = sm3.toString('hex');
    return { folder: join(folder, name.slice(0, 2)), path: join(folder, name.slice(0, 2), name) };
  };
  return {
    async put(sm3, bytes) {
      const place = pathOf(sm3);
      if (await exists(place.path)) return;
      await mkdir(place.folder, { recursive: true });
      const partial = join(place.folder, `.${randomUUID()}.part`);
      try {
        await writeFile(partial, bytes, { flush: true });
        await rename(partial, place.path);
      } finally {
        await rm(partial, { force: true });
      }
    },
    async open(sm3) {
      const { path } = pathOf(sm3);
      await stat(path);
      return createReadStream(path);
    },
  };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
