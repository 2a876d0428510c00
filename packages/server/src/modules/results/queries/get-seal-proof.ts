import { diffSeal, sealContent } from '@mingji/engine';
import { requireAccess } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { notFound } from '../../../refusal.ts';
import { factOf, type LedgerRow } from '../../ledger/index.ts';
import { stored as asStored, plain } from '../check-stored-results.ts';
import { changedEntries, ledgerRoot } from '../ledger-root.ts';
import { factsOf, parseSeal, ruleSetOf, type SealedContent, unpackSeal } from '../sealed-content.ts';
import { checkHeader, type Report } from '../verify-seal.ts';
import type { SubjectRef } from './get-result.ts';

/** One's own entries and result against the seal: what is about others is neither read out nor compared (X3, §17). */
export async function getSealProof(ctx: Ctx, ref: SubjectRef) {
  const { db, crypto, keys } = ctx.deps;
  const { seal, stored } = await findSealed(ctx, ref);
  const broken = new Set<string>();
  const report: Report = (check) => broken.add(check);
  checkHeader(crypto, seal, report);
  if (keys.sealPublicPem.trim() !== seal.public_key.trim()) broken.add('signature');
  const bytes = await unpackSeal(seal.content_gzip).catch(() => null);
  const content = bytes === null ? null : parsed(bytes);
  if (bytes === null || content === null || !crypto.sm3(bytes).equals(seal.content_hash))
    broken.add('content');
  const hashes = await db
    .selectFrom('ledger_entry')
    .select('entry_hash')
    .where('bureau_id', '=', seal.bureau_id)
    .where('period_id', '=', seal.period_id)
    .orderBy('seq')
    .execute();
  const complete = hashes.length === seal.entry_count && ledgerRoot(crypto, hashes).equals(seal.entries_root);
  const own = await ownEntries(ctx, ref);
  const changed = await changedEntries(crypto, db, own);
  const sealed = sealedResult(content, ref.subjectId);
  const checks = [
    { label: '封存签名（SM2）由本系统签署', ok: !broken.has('signature') && !broken.has('sealHash') },
    { label: '封存内容与其摘要（SM3）一致', ok: !broken.has('content') },
    { label: '全部台账条目与封存时的默克尔根一致', ok: complete },
    {
      label: `本对象的 ${own.length} 条台账与封存内容逐条一致`,
      ok: changed.length === 0 && allSealed(content, seal.bureau_id, own),
    },
    {
      label: '现在显示的得分、名次与封存内容一致',
      ok:
        sealed !== null &&
        sealed.rank === stored.rank &&
        plain(sealed.score) === asStored(stored.score_state, stored.score),
    },
  ];
  return {
    sequenceNo: seal.sequence_no,
    sealHash: seal.seal_hash.toString('hex'),
    sealedByName: seal.sealed_by_name,
    sealedAt: seal.sealed_at.toISOString(),
    checks,
    ok: checks.every(({ ok }) => ok),
    sealed,
    entries: own.length,
    lastVerified: await lastVerification(ctx, seal.id),
  };
}

async function findSealed(ctx: Ctx, ref: SubjectRef) {
  const { db } = ctx.deps;
  const seal = await db
    .selectFrom('seal')
    .selectAll()
    .where('bureau_id', '=', ctx.actor.bureauId)
    .where('period_id', '=', ref.periodId)
    .executeTakeFirst();
  if (!seal) throw notFound('该周期的封存');
  const stored = await db
    .selectFrom('result')
    .innerJoin('unit', 'unit.id', 'result.unit_id')
    .select(['unit.path', 'result.rank', 'result.score', 'result.score_state'])
    .where('evaluation_id', '=', seal.evaluation_id)
    .where('subject_kind', '=', ref.subjectKind)
    .where('subject_id', '=', ref.subjectId)
    .executeTakeFirst();
  if (!stored) throw notFound('该周期的成绩');
  requireAccess(ctx, 'result.read', {
    unitPath: stored.path,
    ...(ref.subjectKind === 'officer' ? { officerId: ref.subjectId } : {}),
  });
  return { seal, stored };
}

function parsed(bytes: Buffer): SealedContent | null {
  try {
    return parseSeal(bytes);
  } catch {
    return null;
  }
}

function ownEntries(ctx: Ctx, ref: SubjectRef): Promise<LedgerRow[]> {
  return ctx.deps.db
    .selectFrom('ledger_entry')
    .selectAll()
    .where('bureau_id', '=', ctx.actor.bureauId)
    .where('period_id', '=', ref.periodId)
    .where('subject_id', '=', ref.subjectId)
    .orderBy('seq')
    .execute();
}

function sealedResult(content: SealedContent | null, subjectId: string) {
  const results = content?.results as
    | Readonly<Record<string, { score: string; rank: number | null }>>
    | undefined;
  const result = results?.[subjectId];
  return result ? { score: result.score, rank: result.rank } : null;
}

/** Every entry of the subject's own is in the sealed content, field by field. */
function allSealed(content: SealedContent | null, bureau: string, own: readonly LedgerRow[]): boolean {
  if (content === null) return false;
  // Only what is about this one: a city's month has thousands of others.
  const facts = {
    ...factsOf(content),
    subjects: [],
    targets: [],
    priorMatters: [],
    entries: own.map(factOf),
  };
  const present = sealContent({
    bureau,
    ruleSet: ruleSetOf(content),
    facts,
    evaluation: { subjects: [] },
  }).entries;
  const ids = new Set(own.map(({ id }) => id));
  const kept = Object.fromEntries(Object.entries(content.entries ?? {}).filter(([id]) => ids.has(id)));
  return diffSeal({ entries: kept }, { entries: present }).length === 0;
}

async function lastVerification(ctx: Ctx, sealId: string) {
  const row = await ctx.deps.db
    .selectFrom('seal_verification')
    .select(['at', 'ok'])
    .where('seal_id', '=', sealId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { at: row.at.toISOString(), ok: row.ok } : null;
}
