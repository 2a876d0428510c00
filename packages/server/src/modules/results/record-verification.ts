import type { Reader } from '../../db/database.ts';
import { notify } from '../notifications/index.ts';
import { accountsInLine } from '../periods/index.ts';
import type { Verification } from './verify-seal.ts';

export interface VerifiedOnRecord {
  readonly bureauId: string;
  readonly sealId: string;
  readonly sequenceNo: number;
  readonly now: Date;
  /** Null: the nightly job. */
  readonly accountId: string | null;
  readonly byName: string;
}

const KEPT_FINDINGS = 20;

/** Keeps how a verification came out; one that failed is told to the offices of the line at once (P14). */
export async function recordVerification(
  tx: Reader,
  made: VerifiedOnRecord,
  verification: Pick<Verification, 'ok' | 'findings'>,
): Promise<void> {
  await tx
    .insertInto('seal_verification')
    .values({
      bureau_id: made.bureauId,
      seal_id: made.sealId,
      at: made.now,
      ok: verification.ok,
      finding_count: verification.findings.length,
      findings: JSON.stringify(verification.findings.slice(0, KEPT_FINDINGS)),
      by_account_id: made.accountId,
      by_name: made.byName,
    })
    .execute();
  if (!verification.ok) await tellFailure(tx, made, verification.findings.length);
}

async function tellFailure(tx: Reader, made: VerifiedOnRecord, findings: number): Promise<void> {
  const period = await tx
    .selectFrom('seal')
    .innerJoin('period', 'period.id', 'seal.period_id')
    .innerJoin('rule_set_version as version', 'version.id', 'period.rule_set_version_id')
    .innerJoin('rule_set', 'rule_set.id', 'version.rule_set_id')
    .innerJoin('unit', 'unit.id', 'rule_set.unit_id')
    .select(['period.label', 'unit.path'])
    .where('seal.id', '=', made.sealId)
    .executeTakeFirstOrThrow();
  const told = await accountsInLine(tx, {
    bureauId: made.bureauId,
    unitPath: period.path,
    roles: ['office', 'discipline', 'auditAdmin'],
  });
  await notify(tx, { bureauId: made.bureauId, now: made.now }, [
    {
      kind: 'sealFailed',
      title: `第 ${made.sequenceNo} 号封存校验不一致`,
      detail: `“${period.label}”封存之后有内容被改动，发现 ${findings} 处不一致。请保护现场，立即报告。`,
      address: `/seals?seal=${made.sealId}`,
      about: { kind: 'seal', id: made.sealId },
      accountIds: told,
    },
  ]);
}
