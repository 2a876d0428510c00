import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import { countUnread, type WorkPeriod } from '../ledger/index.ts';
import { correctionDue, supervisionView } from '../supervision/index.ts';
import type { Waiting } from './urgency.ts';

const WEEK_MS = 7 * 86_400_000;

/** What waits for somebody who reports work: deadlines, returned work, new targets, answers, new scores. */
export async function ownWork(ctx: Ctx, periods: readonly WorkPeriod[]): Promise<Waiting[]> {
  return [
    ...(await returnedWork(ctx)),
    ...(await deadlines(ctx, periods)),
    ...(await newTargets(ctx)),
    ...(await answeredAppeals(ctx)),
    ...(await newEntries(ctx)),
  ];
}

async function returnedWork(ctx: Ctx): Promise<Waiting[]> {
  const { rows } = await sql<{
    id: string;
    title: string;
    reason: string | null;
    decided_at: Date;
    review_by: Date;
  }>`
    select s.id, v.title, s.decided_at, p.review_by,
      (select e.reason from work_event e where e.work_kind = 'submission' and e.work_id = s.id and e.action = 'return'
       order by e.seq desc limit 1) as reason
    from submission s join period p on p.id = s.period_id
    join submission_version v on v.submission_id = s.id and v.version = s.latest_version
    where s.bureau_id = ${ctx.actor.bureauId} and s.state = 'returned'
      and p.state in ('open', 'submissionClosed', 'reviewing') and p.review_by >= ${ctx.now}
      and (s.author_account_id = ${ctx.actor.accountId} or s.subject_id = ${ctx.actor.officerId}::uuid)
    order by p.review_by limit 20`.execute(ctx.deps.db);
  if (rows.length === 0) return [];
  const { bureauId, timeZone } = ctx.actor;
  const view = await supervisionView(ctx.deps.db, { bureauId, timeZone, now: ctx.now });
  return rows.map((row) => ({
    key: `returned-${row.id}`,
    title: `补正：${row.title}`,
    detail: `退回原因：${row.reason ?? ''}`,
    dueAt: correctionDue(view, { decidedAt: row.decided_at, reviewBy: row.review_by }),
    address: `/submissions/${row.id}`,
  }));
}

async function deadlines(ctx: Ctx, periods: readonly WorkPeriod[]): Promise<Waiting[]> {
  if (ctx.actor.officerId === null) return [];
  const open = periods.filter(
    (period) =>
      period.state === 'open' &&
      period.ruleSet.appraises.includes('officer') &&
      period.submitBy.getTime() >= ctx.now.getTime(),
  );
  if (open.length === 0) return [];
  const counts = await ctx.deps.db
    .selectFrom('submission')
    .select(['period_id', (eb) => eb.fn.countAll<number>().as('n')])
    .where('bureau_id', '=', ctx.actor.bureauId)
    .where('subject_id', '=', ctx.actor.officerId)
    .where('state', '<>', 'withdrawn')
    .where(
      'period_id',
      'in',
      open.map((period) => period.id),
    )
    .groupBy('period_id')
    .execute();
  return open.map((period) => ({
    key: `deadline-${period.id}`,
    title: `${period.label}填报`,
    detail: `${period.ruleSetName} · 已填报 ${counts.find((row) => row.period_id === period.id)?.n ?? 0} 件`,
    dueAt: period.submitBy,
    address: `/report?period=${period.id}`,
  }));
}

async function newTargets(ctx: Ctx): Promise<Waiting[]> {
  if (ctx.actor.officerId === null) return [];
  const { n } = await ctx.deps.db
    .selectFrom('target')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('bureau_id', '=', ctx.actor.bureauId)
    .where('officer_id', '=', ctx.actor.officerId)
    .where('state', '=', 'issued')
    .where('opened_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (n === 0) return [];
  return [
    { key: 'targets', title: '新下达的目标任务', detail: '请查看并安排完成', count: n, address: '/targets' },
  ];
}

const answers = {
  upheld: '认定成立，得分已更正',
  partlyUpheld: '部分支持，得分已更正，请查看理由',
  dismissed: '维持原结果，请查看理由',
} as const;

async function answeredAppeals(ctx: Ctx): Promise<Waiting[]> {
  const rows = await ctx.deps.db
    .selectFrom('appeal')
    .select(['id', 'state'])
    .where('bureau_id', '=', ctx.actor.bureauId)
    .where('author_account_id', '=', ctx.actor.accountId)
    .where('decided_at', '>', new Date(ctx.now.getTime() - WEEK_MS))
    .orderBy('decided_at', 'desc')
    .limit(10)
    .execute();
  return rows.map((row) => ({
    key: `answered-${row.id}`,
    title: '复议已答复',
    detail: answers[row.state as keyof typeof answers],
    address: `/appeals/${row.id}`,
  }));
}

/** P13: entries not marked as seen yet; a sealed period's are history. */
async function newEntries(ctx: Ctx): Promise<Waiting[]> {
  const own = ctx.actor.officerId === null ? 0 : await countUnread(ctx.deps.db, ctx, 'mine');
  const unit = await countUnread(ctx.deps.db, ctx, 'unit');
  const line = (log: 'mine' | 'unit', title: string, count: number) =>
    count === 0
      ? []
      : [
          {
            key: `entries-${log}`,
            title,
            detail: '每条都可查看理由，有异议可提出复议',
            count,
            address: `/score-log?log=${log}&mark=new`,
          },
        ];
  return [...line('mine', '尚未查阅的得分记录', own), ...line('unit', '本单位尚未查阅的得分记录', unit)];
}
