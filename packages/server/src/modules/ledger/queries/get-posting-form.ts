import type { entries } from '@mingji/contract';
import { scopeOf } from '@mingji/engine';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import { ownerUnits } from '../../rule-sets/index.ts';
import { placedIndicators, presentIndicator } from '../find-indicator.ts';
import { formOf, presentForm } from '../indicator-form.ts';
import { loadWorkPeriods, type WorkPeriod } from '../work-period.ts';

type Answer = z.input<typeof entries.getPostingForm.response>;

/** The indicators this person may book on directly, period by period; those without a form of their own left out. */
export async function getPostingForm(ctx: Ctx): Promise<Answer> {
  const { db } = ctx.deps;
  const rows = await db
    .selectFrom('period')
    .select('id')
    .where('bureau_id', '=', ctx.actor.bureauId)
    .where('state', 'not in', ['draft', 'sealed'])
    .orderBy('from_on', 'desc')
    .limit(20)
    .execute();
  const periods = await loadWorkPeriods(
    db,
    ctx.actor.bureauId,
    rows.map((row) => row.id),
  );
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
  const wholeRuleSet = scope.wholeBureau || scope.subtrees.some((path) => overlaps(path, period.unitPath));
  return {
    id: period.id,
    label: period.label,
    fromOn: period.fromOn,
    toOn: period.toOn,
    subjectKinds: [...period.ruleSet.appraises],
    indicators: placed.flatMap((each) => {
      const form = formOf(each.indicator);
      const owner = owners.get(each.indicator.owner);
      const owned = owner !== undefined && scope.ownedBySubtrees.some((path) => owner.path.startsWith(path));
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
