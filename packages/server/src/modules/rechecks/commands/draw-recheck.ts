import { randomBytes, randomUUID } from 'node:crypto';
import type { rechecks } from '@mingji/contract';
import { drawSample, scopeOf, shareOf } from '@mingji/engine';
import { sql } from 'kysely';
import type { z } from 'zod';
import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Reader, Tx } from '../../../db/database.ts';
import { Refusal } from '../../../refusal.ts';
import { chooseCheckers, loadCheckers, loadDrawn } from '../choose-checkers.ts';
import { inPopulation, populationTables } from '../population.ts';
import { drawViews } from '../queries/list-draws.ts';
import { tellCheckers } from '../tell-checkers.ts';

type Input = z.output<typeof rechecks.drawRecheck.body>;
const LARGEST_POPULATION = 50_000;
const MOST_CASES = 500;

/** The key of a draw: anybody with SM3 can make it again from the seed and the list. */
export const keyOf = (ctx: Ctx) => (text: string) => ctx.deps.crypto.sm3(Buffer.from(text)).toString('hex');

/** Draws accepted work for a second look by somebody else (抽查复核): population and seed are kept with the draw. */
export async function drawRecheck(ctx: Ctx, input: Input) {
  const { requestId, ...content } = input;
  return runCommand(ctx, { name: 'recheck.draw', requestId, content }, async (tx) => {
    // Of two draws at the same moment the second draws from what the first has left: nothing is drawn twice.
    await sql`select pg_advisory_xact_lock(hashtextextended('recheck ' || ${ctx.actor.bureauId}, 0))`.execute(
      tx,
    );
    const population = await loadPopulation(tx, ctx, input);
    const size = input.wantedKind === 'count' ? input.wanted : shareOf(population.length, input.wanted);
    requireSize(input, population.length, size);
    const seed = input.seed ?? randomBytes(16).toString('hex');
    const ids = drawSample({ population, size, seed, keyOf: keyOf(ctx) });
    const drawId = randomUUID();
    const assigned = await assign(tx, ctx, input, ids);
    await tx
      .insertInto('recheck_draw')
      .values({
        id: drawId,
        bureau_id: ctx.actor.bureauId,
        unit_id: await officeUnit(tx, ctx),
        title: input.title,
        period_id: input.periodId ?? null,
        from_on: input.from,
        to_on: input.to,
        owner_unit_id: input.ownerUnitId ?? null,
        subject_unit_id: input.subjectUnitId ?? null,
        indicator_code: input.indicatorCode ?? null,
        reviewer_account_id: input.reviewerAccountId ?? null,
        wanted_kind: input.wantedKind,
        wanted: input.wanted,
        seed,
        population,
        drawn: ids.length,
        drawn_by: ctx.actor.accountId,
        drawn_at: ctx.now,
      })
      .execute();
    await tx
      .insertInto('recheck_case')
      .values(
        assigned.map((each, index) => ({
          id: randomUUID(),
          bureau_id: ctx.actor.bureauId,
          draw_id: drawId,
          position: index + 1,
          ...each,
        })),
      )
      .execute();
    await tellCheckers(tx, ctx, drawId, input.title, assigned);
    const [draw] = await drawViews(tx, ctx, { where: sql<boolean>`d.id = ${drawId}`, limit: 1, offset: 0 });
    if (!draw) throw new Error('the draw just made is not there');
    return {
      result: { draw },
      audit: {
        action: 'recheck.drawn',
        subjectKind: 'recheckDraw',
        subjectId: drawId,
        summary: `从 ${population.length} 件已采纳填报中抽取 ${ids.length} 件复核`,
        detail: { seed, from: input.from, to: input.to },
      },
    };
  });
}

async function loadPopulation(tx: Tx, ctx: Ctx, input: Input): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select s.id from ${populationTables} where ${inPopulation(ctx, input)}
    order by s.id limit ${LARGEST_POPULATION + 1}`.execute(tx);
  if (rows.length > LARGEST_POPULATION) {
    throw new Refusal('refused', `可抽查的填报超过 ${LARGEST_POPULATION} 件，请缩短时间段或增加条件后再抽。`);
  }
  return rows.map((row) => row.id);
}

function requireSize(input: Input, population: number, size: number): void {
  const refuse = (message: string) => new Refusal('refused', message, [{ path: 'wanted', message }]);
  if (population === 0) {
    throw refuse('所选范围内没有可抽查的填报：只抽已采纳、未冲销且未抽查过的。请放宽条件。');
  }
  if (input.wantedKind === 'percent' && input.wanted > 100) throw refuse('抽查比例不能超过 100%。');
  if (size > population)
    throw refuse(`范围内只有 ${population} 件，不能抽取 ${size} 件。请减少件数或放宽条件。`);
  if (size > MOST_CASES)
    throw refuse(`一次最多抽取 ${MOST_CASES} 件，按此比例为 ${size} 件。请降低比例或分次抽取。`);
}

async function assign(tx: Tx, ctx: Ctx, input: Input, ids: readonly string[]) {
  const drawn = await loadDrawn(tx, ids);
  const checkers = await loadCheckers(tx, ctx, input.checkerIds);
  const there = input.checkerIds.length > 0 ? checkers : checkers.filter(({ away }) => !away);
  const chosen = chooseCheckers(drawn, there);
  const without = chosen.filter((id) => id === null).length;
  if (without > 0) {
    const message = `有 ${without} 件找不到可以复核的人：须有审核权限，且不是原审核人、填报人和当事人。请${input.checkerIds.length > 0 ? '增加复核人' : '先由安全管理员授权其他审核人'}后再抽。`;
    throw new Refusal('refused', message, [{ path: 'checkerIds', message }]);
  }
  return drawn.map((work, index) => ({
    submission_id: work.id,
    reviewer_account_id: work.reviewer_account_id,
    assignee_account_id: chosen[index] ?? '',
  }));
}

/** The unit the office's role counts at: the highest of the actor's. */
async function officeUnit(reader: Reader, ctx: Ctx): Promise<string> {
  const [path] = [...scopeOf(ctx.actor, 'recheck.manage').subtrees].sort((a, b) => a.length - b.length);
  const unit = await reader
    .selectFrom('unit')
    .select('id')
    .where('bureau_id', '=', ctx.actor.bureauId)
    .where('path', '=', path ?? '')
    .executeTakeFirst();
  if (!unit) throw new Refusal('forbidden', '只有考核办可以抽查复核。');
  return unit.id;
}
