import { sql } from 'kysely';
import type { Deps } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { type AuditSource, recordAudit } from '../audit/index.ts';
import { findMissingSeals } from './find-missing-seals.ts';
import { recordVerification } from './record-verification.ts';
import { verifySeal } from './verify-seal.ts';

/** A whole city's month is recomputed for each: so many a night, those longest without a look first. */
export const SEALS_A_NIGHT = 40;
export const NIGHTLY = '定时校验';
/** Held during a run, so that two servers do not verify the same seals. */
const NIGHT_LOCK = 7_330_118;
/** A run that was broken off, or comes twice, leaves alone what was looked at within these hours. */
const FRESH_HOURS = 12;

export interface NightRun {
  readonly verified: number;
  readonly failed: number;
}

/** The nightly verification (P14): one transaction a seal, so that what was found stays found when the run breaks off. */
export async function verifyOnSchedule(deps: Deps, limit = SEALS_A_NIGHT): Promise<NightRun> {
  let verified = 0;
  let failed = 0;
  while (verified < limit) {
    const outcome = await deps.db.transaction().execute((tx) => verifyNext(deps, tx));
    if (outcome === null) break;
    verified += 1;
    if (!outcome) failed += 1;
  }
  return { verified, failed: failed + (await reportMissing(deps)) };
}

/** A seal that was taken away verifies nothing: the months that miss theirs are put on record by themselves. */
async function reportMissing(deps: Deps): Promise<number> {
  const missing = await findMissingSeals(deps.db);
  for (const { bureauId, periodId, periodLabel, message } of missing) {
    await recordAudit(deps.db, nightSource(bureauId, deps.clock()), {
      action: 'seal.verifyFailed',
      subjectKind: 'period',
      subjectId: periodId,
      outcome: 'refused',
      summary: `${NIGHTLY}：“${periodLabel}”${message}`,
    });
  }
  return missing.length;
}

function nightSource(bureauId: string, now: Date): AuditSource {
  return {
    actor: { bureauId, accountId: null, displayName: NIGHTLY },
    now,
    address: null,
    httpRequestId: null,
  };
}

/** Verifies the seal that waited longest; null when none is due or another server is at it. */
async function verifyNext(deps: Deps, tx: Tx): Promise<boolean | null> {
  const { rows: locks } = await sql<{ held: boolean }>`
    select pg_try_advisory_xact_lock(${NIGHT_LOCK}) as held`.execute(tx);
  if (!locks[0]?.held) return null;
  const now = deps.clock();
  const fresh = new Date(now.getTime() - FRESH_HOURS * 3_600_000);
  const { rows } = await sql<{ id: string }>`
    select seal.id from seal
    left join lateral (select v.at from seal_verification v where v.seal_id = seal.id order by v.seq desc limit 1) last
      on true
    where last.at is null or last.at < ${fresh}
    order by last.at nulls first, seal.bureau_id, seal.sequence_no limit 1`.execute(tx);
  const [next] = rows;
  if (!next) return null;
  const seal = await tx.selectFrom('seal').selectAll().where('id', '=', next.id).executeTakeFirstOrThrow();
  const verification = await verifySeal(tx, deps.crypto, seal, [deps.keys.sealPublicPem]);
  await recordVerification(
    tx,
    {
      bureauId: seal.bureau_id,
      sealId: seal.id,
      sequenceNo: seal.sequence_no,
      now,
      accountId: null,
      byName: NIGHTLY,
    },
    verification,
  );
  await recordAudit(tx, nightSource(seal.bureau_id, now), {
    action: verification.ok ? 'seal.verify' : 'seal.verifyFailed',
    subjectKind: 'seal',
    subjectId: seal.id,
    outcome: verification.ok ? 'done' : 'refused',
    summary: verification.ok
      ? `${NIGHTLY}第 ${seal.sequence_no} 号封存：一致`
      : `${NIGHTLY}第 ${seal.sequence_no} 号封存：发现 ${verification.findings.length} 处不一致`,
    detail: { findings: verification.findings.length },
  });
  return verification.ok;
}
