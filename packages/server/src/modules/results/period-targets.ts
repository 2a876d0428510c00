import {
  type Exact,
  exact,
  type Indicator,
  ONE,
  splitByWeight,
  type TargetFact,
  toText,
} from '@mingji/engine';
import type { Reader } from '../../db/database.ts';
import { Refusal } from '../../refusal.ts';
import { countsOfPeriod } from '../periods/index.ts';
import type { PeriodContext } from './period-context.ts';
import { indicatorsOf } from './rolled-up.ts';

/**
 * What of the yearly targets falls into this period: the year's quantity split evenly over the periods of the same
 * kind by largest remainder (§14), earlier periods first, so that the year's parts add up exactly. What does not add
 * up over a year, a rate say, is the same target in every period.
 */
export async function periodTargets(
  reader: Reader,
  period: PeriodContext,
  officerId?: string,
): Promise<TargetFact[]> {
  const year = Number(period.toOn.slice(0, 4));
  const rows = await reader
    .selectFrom('target')
    .innerJoin('rule_set_version', 'rule_set_version.id', 'target.rule_set_version_id')
    .select(['target.indicator_code', 'target.unit_id', 'target.officer_id', 'target.quantity'])
    .where('target.bureau_id', '=', period.bureauId)
    .where('target.year', '=', year)
    .where('target.state', '=', 'issued')
    .where('rule_set_version.rule_set_id', '=', period.ruleSetId)
    .$if(officerId !== undefined, (query) => query.where('target.officer_id', '=', officerId ?? ''))
    .orderBy('target.indicator_code')
    .orderBy('target.id')
    .execute();
  const place = await placeInYear(reader, period, year);
  const indicators = new Map(indicatorsOf(period.ruleSet).map((indicator) => [indicator.code, indicator]));
  const shares = new Map<string, string>();
  return rows.flatMap((row) => {
    const indicator = indicators.get(row.indicator_code);
    // Targets are the rule set's; another version may have indicators that this one has not.
    if (!indicator) return [];
    const share = shares.get(row.quantity) ?? shareOf(row.quantity, place);
    shares.set(row.quantity, share);
    return [
      {
        subject: row.officer_id ?? row.unit_id,
        indicator: row.indicator_code,
        quantity: addsUpOverTime(indicator) ? share : row.quantity,
      },
    ];
  });
}

function addsUpOverTime({ scoring }: Indicator): boolean {
  return !('combine' in scoring) || (scoring.combine ?? 'sum') === 'sum';
}

interface Place {
  readonly index: number;
  readonly count: number;
}

/** The regular number of periods a year; a special operation keeps the whole target. */
const regularCount: Record<PeriodContext['kind'], number> = {
  week: 52,
  month: 12,
  quarter: 4,
  half: 2,
  year: 1,
  special: 1,
};

async function placeInYear(reader: Reader, period: PeriodContext, year: number): Promise<Place> {
  const count = regularCount[period.kind];
  if (count === 1) return { index: 0, count };
  if (period.kind === 'month') return { index: Number(period.toOn.slice(5, 7)) - 1, count };
  const earlier = await reader
    .selectFrom('period')
    .innerJoin('rule_set_version', 'rule_set_version.id', 'period.rule_set_version_id')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('rule_set_version.rule_set_id', '=', period.ruleSetId)
    .where('period.kind', '=', period.kind)
    .where(countsOfPeriod('period'))
    .where('period.to_on', '>=', `${year}-01-01`)
    .where('period.to_on', '<', period.toOn)
    .executeTakeFirstOrThrow();
  return { index: Math.min(earlier.n, count - 1), count };
}

function shareOf(quantity: string, place: Place): string {
  if (place.count === 1) return quantity;
  const parts = Array.from({ length: place.count }, (_, index) => ({
    code: String(index).padStart(2, '0'),
    weight: ONE,
  }));
  const split = splitByWeight(exact(quantity), parts, smallestUnit(quantity));
  if (!split.ok)
    throw new Refusal('refused', `目标数 ${quantity} 不能按月分解：${split.refusals[0]?.message ?? ''}`);
  const share = split.value[place.index];
  return share ? toText(share.quantity) : '0';
}

/** 480 is split in whole pieces, 12.5 in tenths: in the unit it was written in. */
function smallestUnit(quantity: string): Exact {
  const decimals = quantity.split('.')[1]?.replace(/0+$/, '') ?? '';
  return decimals === '' ? ONE : exact(`0.${'0'.repeat(decimals.length - 1)}1`);
}
