import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CryptoProvider } from './provider.ts';

/** The installation's own secrets, kept beside the data, never in the database or the repository. */
export interface InstallationKeys {
  /** Encrypts ID numbers (SM4) and keys their duplicate search (HMAC-SM3). */
  readonly personalData: Buffer;
  /** Signs seals (SM2). */
  readonly sealPrivatePem: string;
  readonly sealPublicPem: string;
}

/** Reads the keys from `<varDir>/keys`, making them at the first start. Files are readable by the owner only. */
export async function loadKeys(varDir: string, crypto: CryptoProvider): Promise<InstallationKeys> {
  const folder = join(varDir, 'keys');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const personal = await readOrMake(join(folder, 'personal-data.key'), () => randomBytes(32).toString('hex'));
  const made = crypto.generateSigningKey();
  const sealPrivatePem = await readOrMake(join(folder, 'seal-sm2.pem'), () => made.privateKeyPem);
  const sealPublicPem =
    sealPrivatePem === made.privateKeyPem
      ? await readOrMake(join(folder, 'seal-sm2.pub.pem'), () => made.publicKeyPem)
      : await readFile(join(folder, 'seal-sm2.pub.pem'), 'utf8');
  return { personalData: Buffer.from(personal.trim(), 'hex'), sealPrivatePem, sealPublicPem };
}

/** The key that this installation's seals must be signed with; null where it is not to be read. Makes nothing. */
export async function readSealPublicKey(varDir: string): Promise<string | null> {
  try {
    return await readFile(join(varDir, 'keys', 'seal-sm2.pub.pem'), 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EACCES') return null;
    throw error;
  }
}

async function readOrMake(path: string, make: () => string): Promise<string> {
  try {
    await writeFile(path, make(), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFile(path, 'utf8');
}
