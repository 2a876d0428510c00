import type { CryptoProvider } from '../../crypto/provider.ts';
import type { Reader } from '../../db/database.ts';
import { type Verification, verifySeal } from './verify-seal.ts';

export interface VerifiedSeal extends Verification {
  readonly sequenceNo: number;
  readonly periodLabel: string;
  readonly ruleSetName: string;
  readonly sealHash: string;
}

/** Verifies every seal in the order of the chain, one at a time, telling each as it is done (P14, `mingji verify`). */
export async function verifyAllSeals(
  reader: Reader,
  crypto: CryptoProvider,
  tell: (seal: VerifiedSeal) => void,
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
    const verification = await verifySeal(reader, crypto, seal);
    if (!verification.ok) failed += 1;
    tell({
      ...verification,
      sequenceNo: seal.sequence_no,
      periodLabel: label,
      ruleSetName: name,
      sealHash: seal.seal_hash.toString('hex'),
    });
  }
  return { verified: seals.length, failed };
}
