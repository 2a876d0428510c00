import type { rechecks } from '@mingji/contract';
import { sql } from 'kysely';
import type { z } from 'zod';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { notFound, Refusal } from '../../../refusal.ts';
import { bookReplacement, type LedgerRow, loadWorkPeriod, reverseEntry } from '../../ledger/index.ts';
import { type Notice, notify, quoted } from '../../notifications/index.ts';
import { recordWorkEvent } from '../../submissions/index.ts';
import { caseViews } from '../queries/list-cases.ts';

type Input = z.output<typeof rechecks.decideRecheck.body>;
interface CaseRow {
  readonly id: string;
  readonly state: string;
  readonly submission_id: string;
  readonly reviewer_account_id: string;
  readonly assignee_account_id: string;
  readonly decided_by_name: string | null;
  readonly title: string;
  readonly period_id: string;
  readonly subject_officer_id: string | null;
  readonly subject_path: string;
  readonly owner_path: string;
  readonly author_account_id: string;
}

/** The second look's outcome: it stands, it is reversed and booked anew, or it is noted where the month is sealed. */
export async function decideRecheck(ctx: Ctx, caseId: string, input: Input) {
  const { requestId, ...content } = input;
  return runCommand(
    ctx,
    { name: 'recheck.decide', requestId, content: { caseId, ...content } },
    async (tx) => {
      const row = await lockCase(tx, ctx, caseId);
      requireAccess(ctx, 'recheck.decide', targetOf(row));
      requireAssignee(ctx, row);
      await refuseOwnPart(tx, ctx, row);
      const booked = input.outcome === 'corrected' ? await correct(tx, ctx, row, input) : null;
      if (input.outcome === 'noted') await requireSealed(tx, ctx, row);
      await tx
        .updateTable('recheck_case')
        .set({
          state: input.outcome,
          reason: input.reason ?? null,
          decided_by: ctx.actor.accountId,
          decided_at: ctx.now,
          reversal_entry_id: booked?.reversal.id ?? null,
          replacement_entry_id: booked?.replacement?.id ?? null,
        })
        .where('id', '=', row.id)
        .where('state', '=', 'assigned')
        .execute();
      await recordOutcome(tx, ctx, row, input);
      await notify(tx, { bureauId: ctx.actor.bureauId, now: ctx.now }, notices(row, input));
      const [view] = await caseViews(tx, ctx, { where: sql<boolean>`c.id = ${row.id}`, limit: 1, offset: 0 });
      if (!view) throw new Error('the case just decided is not there');
      return {
        result: { case: view },
        audit: {
          action: 'recheck.decided',
          subjectKind: 'recheckCase',
          subjectId: row.id,
          summary: `复核“${row.title}”：${outcomeWords[input.outcome]}`,
          detail: { reversalId: booked?.reversal.id ?? null, replacementId: booked?.replacement?.id ?? null },
        },
      };
    },
  );
}

const outcomeWords: Readonly<Record<Input['outcome'], string>> = {
  upheld: '维持',
  corrected: '应更正，已更正',
  noted: '应更正，周期已封存，备查',
};
const actions: Readonly<Record<Input['outcome'], string>> = {
  upheld: 'recheckUpheld',
  corrected: 'recheckCorrected',
  noted: 'recheckNoted',
};

async function lockCase(tx: Tx, ctx: Ctx, caseId: string): Promise<CaseRow> {
  const { rows } = await sql<CaseRow>`
    select c.id, c.state, c.submission_id, c.reviewer_account_id, c.assignee_account_id, v.title, s.period_id,
           d.display_name as decided_by_name, s.author_account_id,
           case when s.subject_kind = 'officer' then s.subject_id end as subject_officer_id,
           su.path as subject_path, ou.path as owner_path
    from recheck_case c join submission s on s.id = c.submission_id
    join submission_version v on v.submission_id = s.id and v.version = s.latest_version
    join unit su on su.id = s.subject_unit_id join unit ou on ou.id = s.owner_unit_id
    left join account d on d.id = c.decided_by
    where c.bureau_id = ${ctx.actor.bureauId} and c.id = ${caseId} for update of c`.execute(tx);
  const [row] = rows;
  if (!row) throw notFound('复核事项');
  return row;
}

const targetOf = (row: CaseRow) => ({
  unitPath: row.subject_path,
  ownerUnitPath: row.owner_path,
  officerId: row.subject_officer_id,
  authorAccountId: row.author_account_id,
});

function requireAssignee(ctx: Ctx, row: CaseRow): void {
  if (row.reviewer_account_id === ctx.actor.accountId) {
    throw new Refusal('forbidden', '复核由原审核人以外的人员进行，您是该件的审核人。');
  }
  if (row.state !== 'assigned') {
    throw new Refusal(
      'conflict',
      `该件已由${row.decided_by_name ?? '他人'}作出复核结论，不能再次复核。请刷新后查看。`,
    );
  }
  if (row.assignee_account_id === ctx.actor.accountId) return;
  throw new Refusal('forbidden', '该件已分派给其他复核人。请复核分派给您的事项。');
}

/** §13: nobody decides about what was booked to himself, in whatever part. */
async function refuseOwnPart(tx: Tx, ctx: Ctx, row: CaseRow): Promise<void> {
  const own = await tx
    .selectFrom('ledger_entry')
    .select('id')
    .where('source_id', '=', row.submission_id)
    .where('subject_kind', '=', 'officer')
    .where('subject_id', '=', ctx.actor.officerId)
    .limit(1)
    .executeTakeFirst();
  if (own) throw new Refusal('forbidden', '该事项也记到您本人名下，复核须由其他人员办理。请告知考核办。');
}

async function correct(tx: Tx, ctx: Ctx, row: CaseRow, input: Input & { outcome: 'corrected' }) {
  requireAccess(ctx, 'entry.post', targetOf(row));
  const wrong = await standingEntry(tx, row);
  if (!wrong) {
    throw new Refusal(
      'conflict',
      '该件的得分记录已被冲销或更正，没有可更正的。请刷新后按现在的记录作出结论。',
    );
  }
  const why = {
    reason: input.reason,
    evidenceFileIds: [],
    source: { kind: 'posting', id: wrong.source_id } as const,
    requestId: input.requestId,
  };
  const reversal = await reverseEntry(tx, ctx, wrong, why);
  const replacement = input.replacement
    ? await bookReplacement(tx, ctx, wrong, input.replacement, why)
    : null;
  return { reversal, replacement };
}

/** What the submission booked to its own subject and nobody has reversed; others' parts are corrected by themselves. */
async function standingEntry(tx: Tx, row: CaseRow): Promise<LedgerRow | null> {
  const { rows } = await sql<LedgerRow>`
    select l.* from ledger_entry l join submission s on s.id = l.source_id and s.subject_id = l.subject_id
    where s.id = ${row.submission_id} and l.kind <> 'reversal'
      and not exists (select from ledger_entry r where r.reverses = l.id)
    order by l.seq desc limit 1`.execute(tx);
  return rows[0] ?? null;
}

async function requireSealed(tx: Tx, ctx: Ctx, row: CaseRow): Promise<void> {
  const period = await loadWorkPeriod(tx, ctx.actor.bureauId, row.period_id);
  if (period.state === 'sealed') return;
  throw new Refusal(
    'refused',
    `周期“${period.label}”尚未封存，发现有误请直接更正；“备查”只用于已封存的周期。`,
  );
}

async function recordOutcome(tx: Tx, ctx: Ctx, row: CaseRow, input: Input): Promise<void> {
  await recordWorkEvent(tx, ctx, {
    workKind: 'submission',
    workId: row.submission_id,
    action: actions[input.outcome],
    reason: input.reason ?? null,
    version: null,
  });
  await tx
    .insertInto('work_event')
    .values({
      bureau_id: ctx.actor.bureauId,
      work_kind: 'recheck',
      work_id: row.id,
      action: input.outcome,
      account_id: ctx.actor.accountId,
      account_name: ctx.actor.displayName,
      reason: input.reason ?? null,
      at: ctx.now,
    })
    .execute();
}

/** 倒查: who accepted it hears what was found; whom it concerns is told by the ledger that the score has changed. */
function notices(row: CaseRow, input: Input): Notice[] {
  if (input.outcome === 'upheld') return [];
  const about = { kind: 'recheckCase', id: row.id };
  return [
    {
      kind: 'recheck',
      title: `您审核的${quoted(row.title)}经抽查应更正`,
      detail: input.reason ?? '',
      address: '/rechecks?view=aboutMe',
      about,
      accountIds: [row.reviewer_account_id],
    },
  ];
}
