import type { Received, targets } from '@mingji/contract';
import type { Ctx } from '../../../context.ts';
import { openTargets } from '../commands/open-targets.ts';
import { findBook } from '../find-book.ts';
import { presentTargets } from '../present.ts';
import { targetQuery } from '../target-row.ts';

/** What the officer behind the account was given this year, in every book, and until when work may be handed in. */
export async function listMyTargets(ctx: Ctx, { query }: Received<typeof targets.listMyTargets>) {
  const { db } = ctx.deps;
  const { officerId, bureauId } = ctx.actor;
  if (officerId === null) return { targets: [] };
  const rows = await targetQuery(db, bureauId)
    .where('t.officer_id', '=', officerId)
    .where('t.year', '=', query.year)
    .where('t.state', '=', 'issued')
    .orderBy('v.rule_set_id')
    .execute();
  const mine = await openTargets(ctx, rows);
  const versionIds = [...new Set(mine.map((row) => row.rule_set_version_id))];
  const answer = [];
  for (const versionId of versionIds) {
    const book = await findBook(db, bureauId, { versionId, year: query.year });
    const ofVersion = mine.filter((row) => row.rule_set_version_id === versionId);
    const next = await nextPeriod(ctx, book.ruleSetId);
    for (const view of await presentTargets(db, ctx, book, ofVersion)) {
      answer.push({
        ...view,
        versionId,
        ruleSetName: book.ruleSet.name,
        periodId: next?.id ?? null,
        submitBy: next?.submitBy ?? null,
      });
    }
  }
  return { targets: answer.slice(0, 500) };
}

/** The open period of the method that closes next: there the work is handed in. */
async function nextPeriod(ctx: Ctx, ruleSetId: string): Promise<{ id: string; submitBy: string } | null> {
  const row = await ctx.deps.db
    .selectFrom('period')
    .innerJoin('rule_set_version', 'rule_set_version.id', 'period.rule_set_version_id')
    .select(['period.id', 'period.submit_by'])
    .where('rule_set_version.rule_set_id', '=', ruleSetId)
    .where('period.state', '=', 'open')
    // Back entry and trials are not where this year's work goes (P20).
    .where('period.trial', '=', false)
    .where('period.back_entry', '=', false)
    .where('period.submit_by', '>=', ctx.now)
    .orderBy('period.submit_by')
    .executeTakeFirst();
  return row ? { id: row.id, submitBy: row.submit_by.toISOString() } : null;
}
