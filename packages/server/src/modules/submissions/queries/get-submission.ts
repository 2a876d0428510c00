import type { submissions } from '@mingji/contract';
import { decideAccess } from '@mingji/engine';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { notFound, Refusal } from '../../../refusal.ts';
import { attachmentsOf, earlierUses, loadAttachments, sameContent } from '../../files/index.ts';
import {
  contestRefusal,
  entryViews,
  findIndicator,
  formOf,
  type LedgerRow,
  loadSubject,
  loadWorkPeriod,
  type PlacedIndicator,
  presentEvent,
  presentForm,
  type WorkPeriod,
} from '../../ledger/index.ts';
import { loadCalendar } from '../../organization/index.ts';
import { factsOf } from '../accept-one.ts';
import { requireCorrectable, requireReviewable } from '../deadline.ts';
import {
  authorTarget,
  findSubmission,
  findVersions,
  RECUSED,
  requireReadable,
  reviewTarget,
  type SubmissionRow,
  type VersionRow,
} from '../find-submission.ts';
import { participantViews } from '../participants.ts';
import { type PointsPreview, previewPoints } from '../preview-points.ts';
import { takenRefusal } from '../taking.ts';
import { bookedFor, submissionViewOf } from './submission-rows.ts';
import { submissionTimeline } from './timeline.ts';

/** Everything about one submission, with what this person may do with it. */
export async function getSubmission(
  ctx: Ctx,
  submissionId: string,
): Promise<{ submission: submissions.SubmissionDetail }> {
  const { db } = ctx.deps;
  const row = await findSubmission(db, ctx, submissionId);
  const versions = await findVersions(db, row.id);
  const review = decideAccess(ctx.actor, 'submission.review', reviewTarget(ctx, row, versions));
  requireReadable(ctx, row, review.allowed);
  const period = await loadWorkPeriod(db, ctx.actor.bureauId, row.period_id);
  const placed = findIndicator(period.ruleSet, row.indicator_code);
  const appeal = await findAppeal(ctx, row.id);
  const refusal = reviewRefusal(ctx.actor, row, period, review) ?? (await heldRefusal(ctx, row));
  const { rows: entries } = await sql<LedgerRow>`
    select l.* from submission s join ledger_entry l on ${bookedFor}
    where s.id = ${row.id} order by l.seq limit 20`.execute(db);
  return {
    submission: {
      ...(await submissionViewOf(db, ctx, row.id)),
      form: presentForm(formOf(placed.indicator)),
      clause: placed.clause,
      evidenceRule: placed.indicator.evidence ?? null,
      target: await targetOf(ctx, row),
      versions: await versionViews(ctx, {
        row,
        placed,
        versions,
        roles: period.ruleSet.roles,
        tellEarlierUses: review.allowed,
      }),
      timeline: await submissionTimeline(db, row.id),
      preview: refusal === null ? await previewOf(ctx, row, versions, period) : null,
      entries: await entryViews(db, ctx, entries),
      appeal,
      submitBy: period.submitBy.toISOString(),
      can: {
        ...(await authorCan(ctx, row, period, appeal !== null)),
        review: refusal === null,
        ...reviewActs(ctx, row, versions, refusal),
        reviewRefusal: refusal,
      },
    },
  };
}

/** The points of the newest version, or of what the reviewer is about to recognise. */
export async function previewAcceptance(
  ctx: Ctx,
  submissionId: string,
  recognized: Parameters<typeof factsOf>[1]['recognized'],
): Promise<{ preview: PointsPreview }> {
  const { db } = ctx.deps;
  const row = await findSubmission(db, ctx, submissionId);
  const versions = await findVersions(db, row.id);
  if (!decideAccess(ctx.actor, 'submission.review', reviewTarget(ctx, row, versions)).allowed) {
    throw notFound('填报事项');
  }
  const period = await loadWorkPeriod(db, ctx.actor.bureauId, row.period_id);
  return { preview: await previewOf(ctx, row, versions, period, recognized) };
}

async function previewOf(
  ctx: Ctx,
  row: SubmissionRow,
  versions: readonly VersionRow[],
  period: WorkPeriod,
  recognized: Parameters<typeof factsOf>[1]['recognized'] = {},
): Promise<PointsPreview> {
  const version = versions.at(-1);
  if (!version) throw new Error(`submission ${row.id} has no version`);
  const { bureauId } = ctx.actor;
  return previewPoints(ctx.deps.db, {
    period,
    placed: findIndicator(period.ruleSet, row.indicator_code),
    subject: await loadSubject(ctx.deps.db, ctx, {
      kind: row.subject_kind as 'unit' | 'officer',
      id: row.subject_id,
    }),
    // A preview in a band asks for no reason yet; acceptance does.
    facts: factsOf(ctx, { row, version, period, recognized }, version.title),
    bureauId,
    at: ctx.now,
  });
}

const ownWork = '本人或本人提交的事项由其他审核人办理。';
const notMine = '该事项由归口部门审核。';

function reviewRefusal(
  { accountId }: Ctx['actor'],
  row: SubmissionRow,
  period: WorkPeriod,
  review: ReturnType<typeof decideAccess>,
): string | null {
  if (row.recused.includes(accountId)) return RECUSED;
  if (!review.allowed) return review.reason === 'ownWork' ? ownWork : notMine;
  if (row.state !== 'submitted') return '该事项不在待审核状态。';
  if (period.state === 'sealed') return `周期“${period.label}”已封存。`;
  return messageOf(() => requireReviewable(period));
}

/** Held by a colleague it is read, not decided. */
async function heldRefusal(ctx: Ctx, row: SubmissionRow): Promise<string | null> {
  return (await takenRefusal(ctx.deps.db, ctx, row.id, 'review'))?.message ?? null;
}

/** Taking up, giving back, passing on: of what waits. */
function reviewActs(
  ctx: Ctx,
  row: SubmissionRow,
  versions: readonly VersionRow[],
  reviewRefused: string | null,
) {
  const held = row.taken_until !== null && row.taken_until.getTime() > ctx.now.getTime();
  const mine = held && row.taken_by === ctx.actor.accountId;
  const passes = decideAccess(ctx.actor, 'review.assign', {
    ...reviewTarget(ctx, row, versions),
    unitPath: row.owner_unit_path,
  }).allowed;
  const arranges = decideAccess(ctx.actor, 'review.arrange', { unitPath: row.owner_unit_path }).allowed;
  return {
    recuse: reviewRefused === null,
    take: reviewRefused === null && !held,
    release: reviewRefused === null && mine,
    transfer: passes && row.state === 'submitted' && (!held || mine || arranges),
  };
}

async function authorCan(ctx: Ctx, row: SubmissionRow, period: WorkPeriod, appealed: boolean) {
  const mine =
    row.author_account_id === ctx.actor.accountId ||
    decideAccess(ctx.actor, 'submission.create', authorTarget(row)).allowed;
  const returned = row.state === 'returned';
  const held = row.taken_until !== null && row.taken_until.getTime() > ctx.now.getTime();
  const waits = row.state === 'submitted' && !held;
  const contest = contestRefusal(ctx, await loadCalendar(ctx.deps.db, ctx.actor.bureauId), {
    visibleAt: row.decided_at ?? row.updated_at,
    appealDays: period.appealDays,
    subject: { kind: row.subject_kind, id: row.subject_id, unitPath: row.subject_unit_path },
    settled: returned && !appealed ? null : '不能提出复议',
  });
  return {
    resubmit: mine && returned && messageOf(() => requireCorrectable(ctx, period)) === null,
    withdraw: mine && (returned || waits) && period.state !== 'sealed',
    appeal: contest === null,
  };
}

function messageOf(check: () => void): string | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

interface VersionsToShow {
  readonly row: SubmissionRow;
  readonly placed: PlacedIndicator;
  readonly versions: readonly VersionRow[];
  readonly roles: WorkPeriod['ruleSet']['roles'];
  readonly tellEarlierUses: boolean;
}

async function versionViews(ctx: Ctx, { row, placed, versions, roles, tellEarlierUses }: VersionsToShow) {
  const { db } = ctx.deps;
  const { bureauId } = ctx.actor;
  const fileIds = versions.flatMap((version) => version.file_ids);
  const files = await loadAttachments(db, bureauId, fileIds);
  const uses = tellEarlierUses
    ? await earlierUses(db, ctx, { fileIds, exceptSubmission: row.id })
    : new Map<string, never[]>();
  const same = await sameContent(db, fileIds);
  const participants = await participantViews(db, row.id, roles);
  const authors = await db
    .selectFrom('account')
    .select(['id', 'display_name'])
    .where(
      'id',
      'in',
      versions.map((version) => version.by_account_id),
    )
    .execute();
  const events = formOf(placed.indicator)?.events ?? [];
  return versions.map((version) => {
    const event = events.find((each) => each.code === version.event_code);
    return {
      version: version.version,
      title: version.title,
      description: version.description,
      event: event ? presentEvent(event) : null,
      quantity: version.quantity,
      ofQuantity: version.of_quantity,
      occurredOn: version.occurred_on,
      matterKey: version.matter_key,
      participants: participants
        .filter((each) => each.version === version.version)
        .map(({ version: _, ...each }) => each),
      files: attachmentsOf(files, version.file_ids).map((file) => ({
        ...file,
        earlierUses: uses.get(file.id) ?? [],
        sameAs: tellEarlierUses ? (same.get(file.id) ?? []) : [],
      })),
      byName: authors.find((author) => author.id === version.by_account_id)?.display_name ?? '',
      at: version.at.toISOString(),
    };
  });
}

async function findAppeal(ctx: Ctx, submissionId: string) {
  const row = await ctx.deps.db
    .selectFrom('appeal')
    .select(['id', 'state'])
    .where('submission_id', '=', submissionId)
    .where('state', '<>', 'withdrawn')
    .executeTakeFirst();
  return row ?? null;
}

async function targetOf(ctx: Ctx, row: SubmissionRow) {
  if (row.target_id === null) return null;
  const target = await ctx.deps.db
    .selectFrom('target')
    .select(['id', 'quantity'])
    .where('id', '=', row.target_id)
    .executeTakeFirst();
  return target ?? null;
}
