import { PRESENT_DAYS, scopeOf } from '@mingji/engine';
import type { Ctx } from '../../context.ts';
import type { Reader } from '../../db/database.ts';
import { localDay } from '../../local-day.ts';
import { Refusal } from '../../refusal.ts';
import { appraisedSubjects, loadPeriod, type PeriodContext } from '../results/index.ts';
import { type ZeroListContent, type ZeroListMemberRow, zeroListContent } from '../zero-lists/index.ts';
import { refuseTrial } from './require-published.ts';

export interface ZeroListOf {
  readonly period: PeriodContext;
  readonly frozen: boolean;
  /** The day it tells about. */
  readonly asOf: string;
  readonly leastDays: number;
  readonly clause: string | null;
  readonly content: ZeroListContent;
}

/** The zero list of a month: as frozen with its seal, else as it is now. */
export async function zeroListOf(reader: Reader, ctx: Ctx, periodId: string): Promise<ZeroListOf> {
  const period = await loadPeriod(reader, ctx.actor.bureauId, periodId);
  refuseTrial(period);
  const rules = period.ruleSet.lists?.zeroList;
  if (period.kind !== 'month' || rules === undefined) {
    throw new Refusal(
      'refused',
      `“${period.label}”没有清零名单：只有办法写明清零条款的月份才有。请另选月份。`,
    );
  }
  const kept = await reader
    .selectFrom('zero_list')
    .selectAll()
    .where('period_id', '=', period.id)
    .executeTakeFirst();
  if (kept) {
    return {
      period,
      frozen: true,
      asOf: localDay(kept.frozen_at, period.timeZone),
      leastDays: kept.least_days,
      clause: kept.clause,
      content: kept.content as unknown as ZeroListContent,
    };
  }
  const today = localDay(ctx.now, period.timeZone);
  return {
    period,
    frozen: false,
    asOf: firstOf(today, period.toOn),
    leastDays: rules.presentDays ?? PRESENT_DAYS,
    clause: rules.clause ?? null,
    content: await zeroListContent(reader, period, rules, await appraisedSubjects(reader, period)),
  };
}

/** The rows the reader may see: his own, and those of his line (P1). */
export function visibleMembers(ctx: Ctx, rows: readonly ZeroListMemberRow[]): readonly ZeroListMemberRow[] {
  const { wholeBureau, subtrees, units, officerId } = scopeOf(ctx.actor, 'outcome.read');
  if (wholeBureau) return rows;
  return rows.filter(
    ({ subject }) =>
      subtrees.some((path) => subject.unitPath.startsWith(path)) ||
      units.includes(subject.unitPath) ||
      (subject.kind === 'officer' && subject.id === officerId),
  );
}

function firstOf(day: string, other: string): string {
  return [day, other].toSorted()[0] ?? day;
}
