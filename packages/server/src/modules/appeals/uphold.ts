import { compare, type Exact, subtract, toFixedText, toText } from '@mingji/engine';
import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { localDay } from '../../local-day.ts';
import { Refusal } from '../../refusal.ts';
import {
  bookReplacement,
  findIndicator,
  type LedgerRow,
  loadSubject,
  lockWorkPeriod,
  recordEntry,
  replacementFacts,
  reverseEntry,
  unbookedFact,
  type WorkPeriod,
  type WorkSubject,
} from '../ledger/index.ts';
import { countsOfPeriod } from '../periods/index.ts';
import {
  bookSubmission,
  findSubmission,
  findVersions,
  moveSubmission,
  type Recognized,
  workFactsOf,
} from '../submissions/index.ts';
import type { AppealRow } from './find-appeal.ts';
import { knownTotal, sealedDifference } from './known-total.ts';

export interface Ruling {
  readonly answer: string;
  readonly fileIds: readonly string[];
  readonly correction: Recognized | null;
  readonly requestId: string;
}

/**
 * Makes a successful appeal count: new entries that point to it, nothing changed (P7). In a sealed period nothing can
 * be booked: the difference goes into the open period. Either way the result may not become worse (§13).
 */
export async function uphold(tx: Tx, ctx: Ctx, appeal: AppealRow, ruling: Ruling): Promise<LedgerRow> {
  const { bureauId } = ctx.actor;
  const period = await lockWorkPeriod(tx, bureauId, appeal.period_id);
  const subject = await loadSubject(tx, ctx, {
    kind: appeal.subject_kind as 'unit' | 'officer',
    id: appeal.subject_id,
  });
  if (period.state === 'sealed') return adjustLater(tx, ctx, { appeal, period, subject, ruling });
  const before = await knownTotal(tx, bureauId, period.id, subject);
  const booked = await bookAnew(tx, ctx, { appeal, period, subject, ruling });
  requireNotWorse(before, await knownTotal(tx, bureauId, period.id, subject));
  return booked;
}

interface Case {
  readonly appeal: AppealRow;
  readonly period: WorkPeriod;
  readonly subject: WorkSubject;
  readonly ruling: Ruling;
}

async function bookAnew(tx: Tx, ctx: Ctx, { appeal, period, ruling }: Case): Promise<LedgerRow> {
  const why = {
    reason: `复议成立：${ruling.answer}`,
    evidenceFileIds: ruling.fileIds,
    source: { kind: 'appeal', id: appeal.id } as const,
    requestId: ruling.requestId,
  };
  if (appeal.submission_id !== null) {
    const { row, version } = await contestedWork(tx, ctx, appeal.submission_id);
    await moveSubmission(tx, ctx, row, { action: 'acceptOnAppeal', reason: why.reason });
    return bookSubmission(tx, ctx, { row, version, period, recognized: ruling.correction ?? {} }, why);
  }
  const wrong = await contestedEntry(tx, appeal);
  if (wrong.kind === 'reversal') {
    return bookReplacement(tx, ctx, await entryById(tx, wrong.reverses ?? ''), ruling.correction ?? {}, why);
  }
  const reversal = await reverseEntry(tx, ctx, wrong, why);
  return ruling.correction ? bookReplacement(tx, ctx, wrong, ruling.correction, why) : reversal;
}

/** §13: after sealing, an adjusting entry in the open period that points at the sealed one. */
async function adjustLater(tx: Tx, ctx: Ctx, { appeal, period, subject, ruling }: Case): Promise<LedgerRow> {
  const { bureauId } = ctx.actor;
  const change = await sealedChange(tx, ctx, { appeal, period, subject, ruling });
  const { before, after } = await sealedDifference(tx, { periodId: period.id, subject }, change);
  requireNotWorse(before, after);
  const open = await openPeriodAfter(tx, bureauId, period);
  const difference = subtract(after, before);
  const text = toText(difference);
  const reason = `复议成立，补记已封存周期“${period.label}”的差额：${ruling.answer}`;
  return recordEntry(tx, ctx, {
    period: open,
    subject,
    placed: findIndicator(open.ruleSet, change.indicatorCode),
    facts: {
      kind: 'adjustment',
      chosenPoints: text.includes('/')
        ? toFixedText(difference, { digits: 6, mode: 'halfAwayFromZero' })
        : text,
      reason,
    },
    occurredOn: localDay(ctx.now, ctx.actor.timeZone),
    evidenceFileIds: ruling.fileIds,
    source: { kind: 'appeal', id: appeal.id },
    requestId: ruling.requestId,
  });
}

/** What the sealed period would have held instead. */
async function sealedChange(tx: Tx, ctx: Ctx, { appeal, period, subject, ruling }: Case) {
  const place = { id: `复议 ${appeal.id}`, subject: subject.id };
  if (appeal.submission_id !== null) {
    const { row, version } = await contestedWork(tx, ctx, appeal.submission_id);
    const facts = workFactsOf(
      ctx,
      { row, version, period, recognized: ruling.correction ?? {} },
      ruling.answer,
    );
    const instead = unbookedFact(facts, { ...place, indicator: row.indicator_code, at: row.created_at });
    return { without: null, instead, indicatorCode: row.indicator_code };
  }
  const contested = await contestedEntry(tx, appeal);
  const reversal = contested.kind === 'reversal';
  const wrong = reversal ? await entryById(tx, contested.reverses ?? '') : contested;
  const rebooked = reversal || ruling.correction !== null;
  const instead = rebooked
    ? unbookedFact(replacementFacts(wrong, ruling.correction ?? {}, ruling.answer), {
        ...place,
        indicator: wrong.indicator_code,
        at: wrong.at,
      })
    : null;
  return { without: reversal ? null : wrong.id, instead, indicatorCode: wrong.indicator_code };
}

async function openPeriodAfter(tx: Tx, bureauId: string, sealed: WorkPeriod): Promise<WorkPeriod> {
  const row = await tx
    .selectFrom('period')
    .innerJoin('rule_set_version', 'rule_set_version.id', 'period.rule_set_version_id')
    .select('period.id')
    .where('period.bureau_id', '=', bureauId)
    .where('rule_set_version.rule_set_id', '=', sealed.ruleSetId)
    .where('period.from_on', '>', sealed.fromOn)
    .where('period.state', 'not in', ['draft', 'sealed'])
    .where(countsOfPeriod('period'))
    .orderBy('period.from_on')
    .executeTakeFirst();
  if (row) return lockWorkPeriod(tx, bureauId, row.id);
  throw new Refusal(
    'refused',
    `周期“${sealed.label}”已封存，更正须记入其后的开放周期，而现在没有开放的周期。请考核办开放下一周期后再答复。`,
  );
}

function requireNotWorse(before: Exact, after: Exact): void {
  if (compare(after, before) >= 0) return;
  throw new Refusal(
    'refused',
    `复议不得使当事人的结果变差：现为 ${toText(before)} 分，按此答复为 ${toText(after)} 分。请填写更正后的情形、数量或分值，或者维持原结果。`,
  );
}

async function contestedWork(tx: Tx, ctx: Ctx, submissionId: string) {
  const row = await findSubmission(tx, ctx, submissionId);
  const version = (await findVersions(tx, row.id)).at(-1);
  if (!version) throw new Error(`submission ${submissionId} has no version`);
  return { row, version };
}

function contestedEntry(tx: Tx, appeal: AppealRow): Promise<LedgerRow> {
  return entryById(tx, appeal.ledger_entry_id ?? '');
}

function entryById(tx: Tx, entryId: string): Promise<LedgerRow> {
  return tx.selectFrom('ledger_entry').selectAll().where('id', '=', entryId).executeTakeFirstOrThrow();
}
