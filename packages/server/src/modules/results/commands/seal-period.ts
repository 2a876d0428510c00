import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type Evaluation, evaluate, sealContent, sealText } from '@mingji/engine';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { Refusal } from '../../../refusal.ts';
import { freezeZeroList } from '../../zero-lists/index.ts';
import { latestEvaluation } from '../evaluation-view.ts';
import { ledgerRoot } from '../ledger-root.ts';
import { loadFacts, type PeriodFacts } from '../load-facts.ts';
import { loadPeriod, type PeriodContext } from '../period-context.ts';
import { closingChecks } from '../queries/closing-checks.ts';
import { scoreColumns } from '../score-columns.ts';
import { sealHash } from '../seal-header.ts';

const compress = promisify(gzip);
/** Held while a seal is added, so that the chain of a bureau never forks. */
const CHAIN_LOCK = 7_330_102;

interface Input {
  readonly periodId: string;
  readonly requestId: string;
  readonly earlyReason: string | null;
}

/**
 * Seals a period in one transaction: recomputes from the ledger, insists on the published numbers, writes canonical
 * content, root, chain and signature, and turns the state. A crash leaves it published or sealed, never between (§15).
 */
export async function sealPeriod(ctx: Ctx, input: Input) {
  return runCommand(ctx, { name: 'sealPeriod', requestId: input.requestId, content: input }, async (tx) => {
    const period = await loadPeriod(tx, ctx.actor.bureauId, input.periodId, true);
    requireAccess(ctx, 'period.seal', { unitPath: period.unitPath });
    await refuseUnready(tx, ctx, period, input.earlyReason);
    const loaded = await loadFacts(tx, period);
    const evaluation = evaluateOrRefuse(period, loaded);
    const evaluationId = await refuseOtherNumbers(tx, period, evaluation);
    const seal = await writeSeal(tx, ctx, {
      period,
      loaded,
      evaluation,
      evaluationId,
      earlyReason: input.earlyReason,
    });
    await freezeZeroList(tx, period, loaded.subjects, ctx.now);
    await tx
      .updateTable('period')
      .set({ state: 'sealed', sealed_at: ctx.now })
      .where('id', '=', period.id)
      .execute();
    return {
      result: { sealId: seal.id, sealHash: seal.hash.toString('hex') },
      audit: {
        action: 'period.seal',
        subjectKind: 'period',
        subjectId: period.id,
        summary: `封存 ${period.label}`,
        detail: { sealHash: seal.hash.toString('hex') },
      },
    };
  });
}

async function refuseUnready(
  tx: Tx,
  ctx: Ctx,
  period: PeriodContext,
  earlyReason: string | null,
): Promise<void> {
  if (period.state === 'sealed') throw new Refusal('sealed', `“${period.label}”已经封存，无须重复封存。`);
  if (period.state !== 'inNotice') {
    throw new Refusal('conflict', `“${period.label}”尚未公示，不能封存。请先计算成绩并公示。`);
  }
  const checks = await closingChecks(tx, ctx, period);
  const blocking = checks.filter((check) => check.blocks !== 'none');
  if (blocking.length > 0) {
    throw new Refusal(
      'refused',
      `还不能封存：${blocking.map((check) => check.label).join('；')}。`,
      blocking.map((check) => ({ path: check.code, message: check.label })),
    );
  }
  const running = checks.find((check) => check.code === 'noticeRunning');
  if (running && !earlyReason) {
    throw new Refusal('refused', `${running.label}，提前封存须写明理由。`, [
      { path: 'earlyReason', message: '请填写提前封存的理由' },
    ]);
  }
}

function evaluateOrRefuse(period: PeriodContext, loaded: PeriodFacts): Evaluation {
  const evaluated = evaluate({ ruleSet: period.ruleSet, facts: loaded.facts, traces: 'none' });
  if (evaluated.ok) return evaluated.value;
  throw new Refusal('refused', `不能封存：${evaluated.refusals[0]?.message ?? '数据与办法不符'}`);
}

/** What was on notice is what is sealed: a roster or target changed since then must be published first. */
async function refuseOtherNumbers(tx: Tx, period: PeriodContext, evaluation: Evaluation): Promise<string> {
  const published = await latestEvaluation(tx, period.id, true);
  if (!published) throw new Refusal('refused', '尚未计算成绩。');
  const rows = await tx
    .selectFrom('result')
    .select(['subject_id', 'score_state', 'score', 'score_exact', 'rank'])
    .where('evaluation_id', '=', published.id)
    .execute();
  const stored = new Map(rows.map((row) => [row.subject_id, row]));
  const differs = evaluation.subjects.filter((result) => {
    const row = stored.get(result.subject);
    const now = scoreColumns(period.ruleSet, result);
    return (
      !row ||
      row.rank !== result.rank ||
      row.score_state !== now.score_state ||
      row.score !== now.score ||
      row.score_exact !== now.score_exact
    );
  });
  if (differs.length > 0 || stored.size !== evaluation.subjects.length) {
    throw new Refusal(
      'conflict',
      '公示之后名册、目标或台账有变化，成绩与公示的不一致。请退回审核、重新计算并公示后再封存。',
    );
  }
  return published.id;
}

interface SealInput {
  readonly period: PeriodContext;
  readonly loaded: PeriodFacts;
  readonly evaluation: Evaluation;
  readonly evaluationId: string;
  readonly earlyReason: string | null;
}

async function writeSeal(tx: Tx, ctx: Ctx, input: SealInput): Promise<{ id: string; hash: Buffer }> {
  const { crypto, keys } = ctx.deps;
  const { period, loaded } = input;
  const bytes = Buffer.from(
    sealText(
      sealContent({
        bureau: period.bureauId,
        ruleSet: period.ruleSet,
        facts: loaded.facts,
        evaluation: input.evaluation,
      }),
    ),
  );
  const previous = await lastSeal(tx, period.bureauId);
  const sequenceNo = (previous?.sequence_no ?? 0) + 1;
  const header = {
    bureau: period.bureauId,
    period: period.id,
    sequenceNo,
    contentHash: crypto.sm3(bytes),
    entriesRoot: ledgerRoot(crypto, loaded.ledger),
    entryCount: loaded.ledger.length,
    sealedBy: ctx.actor.accountId,
    sealedAt: ctx.now,
    earlyReason: input.earlyReason,
    publicKey: keys.sealPublicPem,
  };
  const hash = sealHash(crypto, header, previous?.seal_hash ?? null);
  const id = randomUUID();
  await tx
    .insertInto('seal')
    .values({
      id,
      bureau_id: period.bureauId,
      period_id: period.id,
      sequence_no: sequenceNo,
      evaluation_id: input.evaluationId,
      content_gzip: await compress(bytes),
      content_hash: header.contentHash,
      entries_root: header.entriesRoot,
      entry_count: header.entryCount,
      previous_hash: previous?.seal_hash ?? null,
      seal_hash: hash,
      public_key: header.publicKey,
      signature: crypto.sign(keys.sealPrivatePem, hash),
      sealed_by: ctx.actor.accountId,
      sealed_by_name: ctx.actor.displayName,
      early_reason: input.earlyReason,
      sealed_at: ctx.now,
    })
    .execute();
  return { id, hash };
}

async function lastSeal(tx: Tx, bureauId: string) {
  await tx.selectNoFrom((eb) => eb.fn('pg_advisory_xact_lock', [eb.val(CHAIN_LOCK)]).as('locked')).execute();
  return tx
    .selectFrom('seal')
    .select(['sequence_no', 'seal_hash'])
    .where('bureau_id', '=', bureauId)
    .orderBy('sequence_no', 'desc')
    .limit(1)
    .executeTakeFirst();
}
