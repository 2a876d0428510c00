import type { entries } from '@mingji/contract';
import { scopeOf } from '@mingji/engine';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import { overOneself } from '../../../db/along-the-line.ts';
import { ownerUnits, routedInto } from '../../rule-sets/index.ts';
import { placedIndicators, presentIndicator } from '../find-indicator.ts';
import { formOf, presentForm } from '../indicator-form.ts';
import { readWorkPeriods, type WorkPeriod, workPeriodQuery } from '../work-period.ts';

/** More periods in progress at once than a city has methods with indicators of one department. */
const MOST_PERIODS = 100;
type Answer = z.input<typeof entries.getPostingForm.response>;

/** The indicators this person may book on directly, period by period; those without a form of their own left out. */
export async function getPostingForm(ctx: Ctx): Promise<Answer> {
  const { db } = ctx.deps;
  const path = sql<string>`unit.path`;
  const inProgress = workPeriodQuery(db, ctx.actor.bureauId)
    .where('period.state', 'not in', ['draft', 'sealed'])
    // A department may own indicators in methods beside its own line; its own come first.
    .orderBy(overOneself(ctx, path), 'desc')
    .orderBy('period.from_on', 'desc')
    .limit(MOST_PERIODS);
  const periods = await readWorkPeriods(db, ctx.actor.bureauId, inProgress);
  const presented = await Promise.all(periods.map((period) => presentPeriod(ctx, period)));
  return {
    periods: presented
      .filter((period) => period.indicators.length > 0)
      .sort((a, b) => (a.fromOn < b.fromOn ? 1 : -1)),
  };
}

async function presentPeriod(ctx: Ctx, period: WorkPeriod): Promise<Answer['periods'][number]> {
  const placed = [...placedIndicators(period.ruleSet).values()];
  const owners = await ownerUnits(
    ctx.deps.db,
    ctx.actor.bureauId,
    period.unitPath,
    placed.map((each) => each.indicator.owner),
  );
  const scope = scopeOf(ctx.actor, 'entry.post');
  const routed = await routedInto(ctx.deps.db, ctx.actor.bureauId, period.ruleSetId, scope.ownedBySubtrees);
  const wholeRuleSet = scope.wholeBureau || scope.subtrees.some((path) => overlaps(path, period.unitPath));
  return {
    id: period.id,
    label: period.label,
    ruleSetName: period.ruleSetName,
    fromOn: period.fromOn,
    toOn: period.toOn,
    subjectKinds: [...period.ruleSet.appraises],
    indicators: placed.flatMap((each) => {
      const form = formOf(each.indicator);
      const owner = owners.get(each.indicator.owner);
      const named = owner !== undefined && scope.ownedBySubtrees.some((path) => owner.path.startsWith(path));
      const owned = named || routed.has(each.indicator.code) || routed.has(null);
      if (!form || !(wholeRuleSet || owned)) return [];
      return [
        {
          ...presentIndicator(each.indicator.code, each),
          form: presentForm(form),
          clause: each.clause.text,
          ownerName: owner?.name ?? null,
        },
      ];
    }),
  };
}

/** An office posts on whoever is in its own subtree, by the rules above or below it. */
function overlaps(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}
