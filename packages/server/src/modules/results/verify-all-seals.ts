import type { CryptoProvider } from '../../crypto/provider.ts';
import type { Reader } from '../../db/database.ts';
import type { FileStore } from '../files/index.ts';
import { findMissingSeals } from './find-missing-seals.ts';
import { type Verification, verifySeal } from './verify-seal.ts';

export interface VerifiedSeal extends Verification {
  /** Null: the seal itself is missing. */
  readonly sequenceNo: number | null;
  readonly periodLabel: string;
  readonly ruleSetName: string;
  readonly sealHash: string;
}

/** What a seal is held against besides the database. */
export interface Trusted {
  /** The keys of this installation; without them a seal signed by anybody passes. */
  readonly trustedKeys?: readonly string[];
  readonly files: FileStore | null;
}

/** Verifies every seal in the order of the chain, one at a time, telling each as it is done (P14, `mingji verify`). */
export async function verifyAllSeals(
  reader: Reader,
  crypto: CryptoProvider,
  tell: (seal: VerifiedSeal) => void,
  { trustedKeys, files }: Trusted,
): Promise<{ readonly verified: number; readonly failed: number }> {
  const seals = await reader
    .selectFrom('seal')
    .innerJoin('period', 'period.id', 'seal.period_id')
    .innerJoin('rule_set_version', 'rule_set_version.id', 'period.rule_set_version_id')
    .innerJoin('rule_set', 'rule_set.id', 'rule_set_version.rule_set_id')
    .select(['seal.id', 'period.label', 'rule_set.name'])
    .orderBy('seal.bureau_id')
    .orderBy('seal.sequence_no')
    .execute();
  let failed = 0;
  for (const { id, label, name } of seals) {
    const seal = await reader.selectFrom('seal').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    const verification = await verifySeal(reader, crypto, seal, trustedKeys, files);
    if (!verification.ok) failed += 1;
    tell({
      ...verification,
      sequenceNo: seal.sequence_no,
      periodLabel: label,
      ruleSetName: name,
      sealHash: seal.seal_hash.toString('hex'),
    });
  }
  for (const missing of await findMissingSeals(reader)) {
    failed += 1;
    const finding = {
      check: 'chain' as const,
      place: `period ${missing.periodId}`,
      message: missing.message,
    };
    const { periodLabel, ruleSetName } = missing;
    const named = { ...finding, message: `“${periodLabel}”${finding.message}` };
    tell({
      ok: false,
      checked: [],
      findings: [named],
      sequenceNo: null,
      periodLabel,
      ruleSetName,
      sealHash: '',
    });
  }
  return { verified: seals.length, failed };
}
