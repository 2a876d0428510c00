import type { Deps } from '../../context.ts';

/** What of an ID number is stored: encrypted for print, and a keyed hash that finds duplicates (GB/T 39786). */
export interface StoredIdNumber {
  readonly id_no_cipher: Buffer | null;
  readonly id_no_hash: Buffer | null;
}
type Vault = Pick<Deps, 'crypto' | 'keys'>;

export function storeIdNumber({ crypto, keys }: Vault, idNo: string | null): StoredIdNumber {
  if (idNo === null) return { id_no_cipher: null, id_no_hash: null };
  return {
    id_no_cipher: crypto.encrypt(keys.personalData, Buffer.from(idNo)),
    id_no_hash: hashIdNumber({ crypto, keys }, idNo),
  };
}

export function hashIdNumber({ crypto, keys }: Vault, idNo: string): Buffer {
  return crypto.hmacSm3(keys.personalData, Buffer.from(idNo));
}

export function maskStoredIdNumber({ crypto, keys }: Vault, cipher: Buffer | null): string | null {
  return cipher === null ? null : maskIdNumber(crypto.decrypt(keys.personalData, cipher).toString());
}

/** Area and the last four stay, so that a clerk can tell two people apart; the birth date does not. */
export function maskIdNumber(idNo: string): string {
  return idNo.length < 12 ? '*'.repeat(idNo.length) : `${idNo.slice(0, 6)}********${idNo.slice(-4)}`;
}
