import { compare, type Exact, equals } from '../../kernel/exact.ts';
import { toText } from '../../kernel/exact-text.ts';
import type { TiersScoring } from '../scoring.ts';
import { combineMeasures } from './combine-measures.ts';
import type { MeasureFamily } from './family.ts';
import type { Prepare, PrepareContext } from './prepare-context.ts';

interface Row {
  readonly from: Exact | null;
  readonly to: Exact | null;
  readonly includeFrom: boolean;
  readonly includeTo: boolean;
  readonly points: Exact;
}

function holds(row: Row, value: Exact): boolean {
  const above = row.from === null ? 1 : compare(value, row.from);
  const below = row.to === null ? -1 : compare(value, row.to);
  return (above > 0 || (above === 0 && row.includeFrom)) && (below < 0 || (below === 0 && row.includeTo));
}

function prepareRows(scoring: TiersScoring, context: PrepareContext): readonly Row[] {
  const rows = scoring.tiers.map((tier, index) => {
    const path = `${context.path}.tiers[${index}]`;
    return {
      from: context.numbers.optional(tier.from, `${path}.from`),
      to: context.numbers.optional(tier.to, `${path}.to`),
      includeFrom: tier.includeFrom ?? true,
      includeTo: tier.includeTo ?? false,
      points: context.numbers.decimal(tier.points, `${path}.points`),
    };
  });
  for (const [index, row] of rows.entries()) checkJoint(row, rows[index + 1], index, context);
  return rows;
}

/** Rows run upwards and touch: a value must belong to exactly one of them. */
function checkJoint(row: Row, next: Row | undefined, index: number, context: PrepareContext): void {
  if (next === undefined) return;
  const touching =
    row.to !== null && next.from !== null && equals(row.to, next.from) && row.includeTo !== next.includeFrom;
  if (touching) return;
  context.refusals.add(
    'tiersNotContiguous',
    `${context.path}.tiers[${index + 1}].from`,
    `指标“${context.indicator.name}”第 ${index + 1} 档与第 ${index + 2} 档没有首尾相接（中间有空档、重叠，或分界值两档都含、都不含）`,
    context.indicator.clause,
  );
}

/** A table from–to → points; the bounds say which side is included. */
export const prepareTiers: Prepare<TiersScoring, MeasureFamily> = (scoring, context) => {
  const rows = prepareRows(scoring, context);
  const scale = context.numbers.decimal(scoring.scale ?? '100', `${context.path}.scale`);
  const { name, marks } = context.indicator;
  return {
    kind: 'measure',
    name: 'tiers',
    takes: 'measure',
    absent: scoring.absent ?? 'notScored',
    needsTarget: false,
    target: null,
    peers: null,
    measure: (entries, _target, reader, refusals) => {
      const measured = combineMeasures(entries, scoring.combine ?? 'last', scale, reader, refusals);
      if (measured !== null && !rows.some((row) => holds(row, measured.value))) {
        refusals.add(
          'valueOutsideTiers',
          `entries[${entries[0]?.id ?? ''}].quantity`,
          `指标“${name}”的值 ${toText(measured.value)} 不在任何一档之内，请核对数据或补全档次`,
        );
      }
      return measured;
    },
    score: (measured) => {
      const row = rows.find((candidate) => holds(candidate, measured.value));
      if (row === undefined) return null;
      return {
        amount: row.points,
        absolute: marks !== undefined,
        measured: measured.value,
        facts: {
          ...measured.facts,
          tier: rows.indexOf(row) + 1,
          unitPoints: row.points,
          unit: scoring.unit ?? '',
        },
      };
    },
  };
};
