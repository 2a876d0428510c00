import { join } from 'node:path';
import type { Deps } from '../../src/context.ts';
import { nodeCrypto } from '../../src/crypto/provider.ts';
import { jobQueue } from '../../src/jobs/job-queue.ts';
import { createDiskStore } from '../../src/modules/files/file-store.ts';

const keys = nodeCrypto.generateSigningKey();

/** What the server needs besides its database: keys of this process, files in `folder`, a clock of the caller's. */
export function testDeps({
  folder,
  ...given
}: Pick<Deps, 'db' | 'clock' | 'demoMode'> & { readonly folder: string }): Deps {
  return {
    ...given,
    crypto: nodeCrypto,
    keys: {
      personalData: Buffer.alloc(32, 7),
      sealPrivatePem: keys.privateKeyPem,
      sealPublicPem: keys.publicKeyPem,
    },
    files: createDiskStore(join(folder, 'files')),
    jobs: jobQueue,
    idleMinutes: 30,
    secureCookies: false,
  };
}
