import type { matterSplits } from '@mingji/contract';
import {
  compare,
  decideAccess,
  parseDecimal,
  rolesOfEvent,
  subtract,
  sumOf,
  toText,
  ZERO,
} from '@mingji/engine';
import type { Ctx } from '../../../context.ts';
import { Refusal } from '../../../refusal.ts';
import {
  bookedFrom,
  bookPoints,
  eventOf,
  findIndicator,
  loadSubject,
  loadWorkPeriod,
  type PartToBook,
  presentParts,
  presentSubject,
  splitMatter,
  type WorkPeriod,
} from '../../ledger/index.ts';
import { factsOf, matterOf } from '../accept-one.ts';
import { findSubmission, findVersions, requireReadable, reviewTarget } from '../find-submission.ts';
import { participantsOf } from '../participants.ts';

type Split = matterSplits.MatterSplit;
type Part = Split['parts'][number];

/** Who gets what of one piece of work: as booked, or as acceptance would book it now; null where one alone is scored. */
export async function getSubmissionSplit(ctx: Ctx, submissionId: string): Promise<{ split: Split | null }> {
  const { db } = ctx.deps;
  const { bureauId } = ctx.actor;
  const row = await findSubmission(db, ctx, submissionId);
  const versions = await findVersions(db, row.id);
  const review = decideAccess(ctx.actor, 'submission.review', reviewTarget(ctx, row, versions));
  requireReadable(ctx, row, review.allowed);
  const period = await loadWorkPeriod(db, bureauId, row.period_id);
  const placed = findIndicator(period.ruleSet, row.indicator_code);
  const version = versions.at(-1);
  if (!version) throw new Error(`submission ${row.id} has no version`);
  const facts = factsOf(ctx, { row, version, period, recognized: {} }, version.title);
  const event = facts.kind === 'event' ? eventOf(placed, facts.eventCode) : undefined;
  if (rolesOfEvent(period.ruleSet, event).length === 0) return { split: null };
  const booked = await bookedFrom(db, bureauId, row.id);
  if (booked.length > 0) {
    const parts = await presentParts(db, ctx, booked);
    // Who may not see every part's points is told no sum that would give them away.
    const whole = parts.every(({ points }) => points !== null);
    const balance = whole ? balanceOf(period, parts, event?.points) : null;
    return { split: { booked: true, parts, balance, notes: [] } };
  }
  const subject = await loadSubject(db, ctx, {
    kind: row.subject_kind as 'unit' | 'officer',
    id: row.subject_id,
  });
  const named = await participantsOf(db, row.id, version.version);
  const plan = await splitMatter(db, ctx, {
    period,
    placed,
    subject,
    facts,
    named,
    ownMatter: matterOf(row),
  });
  const parts = await Promise.all(plan.parts.map((part) => previewPart(ctx, { period, placed }, part)));
  return {
    split: { booked: false, parts, balance: balanceOf(period, parts, event?.points), notes: [...plan.notes] },
  };
}

async function previewPart(
  ctx: Ctx,
  place: Pick<Parameters<typeof splitMatter>[2], 'period' | 'placed'>,
  { subject, role, facts }: PartToBook,
): Promise<Part> {
  // What others of the matter take is weighed when it is booked; here each part stands for itself.
  const { matterKey: _matter, chosenPoints, ...alone } = facts;
  const question = { ...place, subject, facts: alone, bureauId: ctx.actor.bureauId, at: ctx.now };
  const points = chosenPoints ?? (await pointsOrNone(() => bookPoints(ctx.deps.db, question)));
  return {
    subject: presentSubject(subject),
    roleName: role?.name ?? null,
    points,
    entryId: null,
    reversed: false,
  };
}

async function pointsOrNone(ask: () => Promise<string | null>): Promise<string | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** X5: what the officers have together against the standard; the unit and its leader are other subjects (§3). */
function balanceOf(period: WorkPeriod, parts: readonly Part[], points: string | undefined): Split['balance'] {
  if ((period.ruleSet.matters?.split ?? 'fixedTotal') !== 'fixedTotal') return null;
  const leaders = new Set(
    (period.ruleSet.roles ?? []).filter(({ goesTo }) => goesTo === 'leader').map(({ name }) => name),
  );
  const officers = parts.filter(
    (part) => part.subject.kind === 'officer' && !part.reversed && !leaders.has(part.roleName ?? ''),
  );
  const standard = parseDecimal(points ?? '');
  if (standard === undefined || compare(standard, ZERO) <= 0 || officers.length < 2) return null;
  const given = sumOf(officers.map((part) => parseDecimal(part.points ?? '') ?? ZERO));
  return { standard: toText(standard), given: toText(given), rest: toText(subtract(standard, given)) };
}
