import type { outcomes } from '@mingji/contract';
import { holdsAbility } from '@mingji/engine';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import type { Reader } from '../../../db/database.ts';
import type { ZeroListMemberRow } from '../../zero-lists/index.ts';
import { visibleMembers, type ZeroListOf, zeroListOf } from '../zero-list-of.ts';

type Query = z.output<typeof outcomes.getZeroList.query>;
type Filter = Pick<Query, 'subjectKind' | 'list' | 'unitId' | 'text'>;

/** Who is on the list, with what waits for review: the way off it (P16). */
export async function getZeroList(ctx: Ctx, query: Query) {
  const { db } = ctx.deps;
  const found = await zeroListOf(db, ctx, query.periodId);
  const { period, content } = found;
  const visible = visibleMembers(ctx, content.rows).filter((row) => row.subject.kind === query.subjectKind);
  const wanted = await filtered(db, ctx, visible, query);
  const from = (query.page - 1) * query.pageSize;
  const items = await presentRows(db, ctx, found, wanted.slice(from, from + query.pageSize));
  return {
    items,
    total: wanted.length,
    page: query.page,
    pageSize: query.pageSize,
    period: {
      id: period.id,
      label: period.label,
      ruleSetName: period.ruleSetName,
      state: period.state,
    },
    frozen: found.frozen,
    asOf: found.asOf,
    leastDays: found.leastDays,
    clause: found.clause,
    counts: {
      appraised: content.appraised[query.subjectKind],
      listed: visible.filter((row) => row.list === 'listed').length,
      unknown: visible.filter((row) => row.list === 'unknown').length,
    },
    mayPress: !found.frozen && holdsAbility(ctx.actor, 'outcome.press'),
  };
}

export async function filtered(
  reader: Reader,
  ctx: Ctx,
  rows: readonly ZeroListMemberRow[],
  filter: Filter,
): Promise<readonly ZeroListMemberRow[]> {
  const path = filter.unitId === undefined ? '' : await pathOf(reader, ctx, filter.unitId);
  const text = filter.text ?? '';
  return rows.filter(
    ({ subject, list }) =>
      list === filter.list &&
      subject.kind === filter.subjectKind &&
      subject.unitPath.startsWith(path) &&
      (text === '' || [subject.name, subject.code, subject.unitName].some((each) => each.includes(text))),
  );
}

/** An unknown unit has nobody. */
async function pathOf(reader: Reader, ctx: Ctx, unitId: string): Promise<string> {
  const unit = await reader
    .selectFrom('unit')
    .select('path')
    .where('bureau_id', '=', ctx.actor.bureauId)
    .where('id', '=', unitId)
    .executeTakeFirst();
  return unit?.path ?? '\u0000';
}

/** What a press is about: one month, one subject. */
export const pressKey = (periodId: string, subjectId: string) => `zeroList/${periodId}/${subjectId}`;

export async function presentRows(
  reader: Reader,
  ctx: Ctx,
  { period }: Pick<ZeroListOf, 'period'>,
  rows: readonly ZeroListMemberRow[],
): Promise<outcomes.ZeroListRow[]> {
  const ids = rows.map(({ subject }) => subject.id);
  const { rows: known } = await sql<{ id: string; waiting: number; pressed_at: Date | null }>`
    select asked.id, (select count(*) from submission s where s.bureau_id = ${ctx.actor.bureauId}
        and s.period_id = ${period.id} and s.subject_id = asked.id and s.state in ('submitted', 'returned')) as waiting,
      (select max(pr.at) from press pr where pr.bureau_id = ${ctx.actor.bureauId}
        and pr.matter_key = ${pressKey(period.id, '')} || asked.id) as pressed_at
    from unnest(${ids}::uuid[]) as asked(id)`.execute(reader);
  const more = new Map(known.map((row) => [row.id, row]));
  return rows.map(({ subject, accepted, presentDays, reason }) => ({
    subject: {
      kind: subject.kind,
      id: subject.id,
      name: subject.name,
      code: subject.code,
      unit: { id: subject.unitId, name: subject.unitName },
    },
    accepted,
    waiting: more.get(subject.id)?.waiting ?? 0,
    presentDays,
    reason,
    pressedAt: more.get(subject.id)?.pressed_at?.toISOString() ?? null,
  }));
}
