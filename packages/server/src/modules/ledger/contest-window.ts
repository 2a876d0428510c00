import { addWorkingDays, decideAccess, type WorkingDayCalendar } from '@mingji/engine';
import type { Ctx } from '../../context.ts';
import { localDay } from '../../local-day.ts';

/** What can be contested, and since when the one concerned could see it. */
export interface Contestable {
  readonly visibleAt: Date;
  readonly appealDays: number;
  readonly subject: { readonly kind: string; readonly id: string; readonly unitPath: string };
  /** It came of an appeal, was cancelled, or is contested already: why it cannot be, or null. */
  readonly settled: string | null;
  /** What the days are counted from, in words. */
  readonly since?: string;
}

/** Why this person cannot contest it now, or null: one rule for the button and for the command (P7, §13). */
export function contestRefusal(ctx: Ctx, calendar: WorkingDayCalendar, thing: Contestable): string | null {
  const { subject } = thing;
  const access = decideAccess(ctx.actor, 'appeal.file', {
    unitPath: subject.unitPath,
    officerId: subject.kind === 'officer' ? subject.id : null,
  });
  if (!access.allowed) return '只有当事人本人，或当事单位的负责人、内勤可以提出复议。';
  if (thing.settled !== null) return thing.settled;
  const last = lastDayToContest(calendar, localDay(thing.visibleAt, ctx.actor.timeZone), thing.appealDays);
  if ('refusal' in last) return last.refusal;
  if (localDay(ctx.now, ctx.actor.timeZone) > last.on) {
    return `${thing.since ?? '复议应在得分公开后'} ${thing.appealDays} 个工作日内提出，期限已于 ${last.on} 24:00 届满。`;
  }
  return null;
}

/** A discarded trial counts nowhere, so there is nothing left to contest in it (P20). */
export function discardedBecause(period: {
  readonly label: string;
  readonly discarded: boolean;
}): string | null {
  return period.discarded ? `“${period.label}”已作废，成绩不计入任何结果，不再受理复议。` : null;
}

/** The day the score became visible is day 0; the limit ends at the end of the returned day. */
export function lastDayToContest(
  calendar: WorkingDayCalendar,
  visibleOn: string,
  days: number,
): { readonly on: string } | { readonly refusal: string } {
  const last = addWorkingDays(calendar, visibleOn, days);
  if (last.ok) return { on: last.value };
  return { refusal: last.refusals.map((each) => each.message).join('；') };
}
