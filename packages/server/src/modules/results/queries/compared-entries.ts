import type { results } from '@mingji/contract';
import { type EntryOutcome, evaluate, isZero } from '@mingji/engine';
import type { Ctx } from '../../../context.ts';
import type { PeriodContext } from '../period-context.ts';
import { shown } from '../score-columns.ts';
import { bookedEntries, bookedId } from './explanation-lines.ts';
import { basisOf } from './get-result.ts';

type Entry = ReturnType<typeof results.comparedEntry.parse>;
type Side = Entry['side'];
interface Compared {
  readonly subjectId: string;
  readonly mayOpen: boolean;
}

const MOST_OF_A_SIDE = 100;

/** By item: the entries that count for either side where the two differ; of those only whose detail may be seen. */
export async function comparedEntries(
  ctx: Ctx,
  period: PeriodContext,
  both: Readonly<Record<Side, Compared>>,
  differing: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Entry[]>> {
  const open = (['left', 'right'] as const).filter((side) => both[side].mayOpen);
  const byItem = new Map<string, Entry[]>();
  if (open.length === 0 || differing.size === 0) return byItem;
  const { ruleSet, facts } = await basisOf(ctx, period);
  const evaluated = evaluate({ ruleSet, facts, traces: open.map((side) => both[side].subjectId) });
  if (!evaluated.ok) return byItem;
  const places = new Map(
    ruleSet.modules
      .flatMap(({ items }) => items)
      .flatMap((item) => item.indicators.map(({ code, name }) => [code, { item: item.code, name }] as const)),
  );
  for (const side of open) {
    const result = evaluated.value.subjects.find(({ subject }) => subject === both[side].subjectId);
    const outcomes = (result?.entries ?? []).filter(
      ({ indicator, counted }) => !isZero(counted) && differing.has(places.get(indicator)?.item ?? ''),
    );
    const taken = new Map<string, EntryOutcome[]>();
    for (const outcome of outcomes) {
      const item = places.get(outcome.indicator)?.item ?? '';
      const list = taken.get(item) ?? [];
      if (list.length < MOST_OF_A_SIDE) taken.set(item, [...list, outcome]);
    }
    const booked = await bookedEntries(
      ctx.deps.db,
      [...taken.values()].flat().map(({ id }) => id),
    );
    for (const [item, list] of taken) {
      const told = list.flatMap(({ id, indicator, counted }): Entry[] => {
        const row = booked.get(bookedId(id));
        if (!row) return [];
        const { by, at, reason } = row;
        return [
          {
            id: row.id,
            side,
            indicatorName: places.get(indicator)?.name ?? indicator,
            points: shown(counted),
            reason,
            by,
            at,
          },
        ];
      });
      byItem.set(item, [...(byItem.get(item) ?? []), ...told]);
    }
  }
  return byItem;
}
