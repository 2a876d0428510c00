import {
  add,
  compare,
  divide,
  type Exact,
  fromInteger,
  isZero,
  larger,
  multiply,
  smaller,
  ZERO,
} from '../../kernel/exact.ts';
import type { RankBasedScoring, RankForm } from '../scoring.ts';
import { combineMeasures } from './combine-measures.ts';
import type { MeasureFamily, Peers } from './family.ts';
import type { Prepare, PrepareContext } from './prepare-context.ts';

type PointsOf = (value: Exact, place: number, peers: Peers) => Exact;

function prepareForm(form: RankForm, context: PrepareContext): PointsOf {
  const { numbers } = context;
  const path = `${context.path}.form`;
  if (form.kind === 'fromTop') {
    const first = numbers.decimal(form.first, `${path}.first`);
    const step = numbers.decimal(form.step, `${path}.step`);
    const floor = numbers.optional(form.floor, `${path}.floor`);
    return (_value, place) => {
      const points = add(first, multiply(step, fromInteger(place - 1)));
      return floor === null ? points : larger(points, floor);
    };
  }
  if (form.kind === 'fromBottom') {
    const last = numbers.decimal(form.last, `${path}.last`);
    const step = numbers.decimal(form.step, `${path}.step`);
    const ceiling = numbers.optional(form.ceiling, `${path}.ceiling`);
    return (_value, place, peers) => {
      const points = add(last, multiply(step, fromInteger(peers.ordered.length - place)));
      return ceiling === null ? points : smaller(points, ceiling);
    };
  }
  if (form.kind === 'table') {
    const places = form.places.map((points, index) => numbers.decimal(points, `${path}.places[${index}]`));
    const otherwise = numbers.decimal(form.otherwise, `${path}.otherwise`);
    return (_value, place) => places[place - 1] ?? otherwise;
  }
  const full = numbers.decimal(form.full, `${path}.full`);
  return (value, _place, peers) => {
    const best = peers.ordered[0];
    return best === undefined || isZero(best) ? ZERO : multiply(divide(value, best), full);
  };
}

/** By place among the peers; equals share the better place. */
export const prepareRankBased: Prepare<RankBasedScoring, MeasureFamily> = (scoring, context) => {
  const better = scoring.better ?? 'high';
  const scale = context.numbers.decimal(scoring.scale ?? '100', `${context.path}.scale`);
  const pointsOf = prepareForm(scoring.form, context);
  if (scoring.form.kind === 'proportion' && better === 'low') {
    context.refusals.add(
      'proportionNeedsHigh',
      `${context.path}.better`,
      `指标“${context.indicator.name}”按与最好者的比例给分，只能用于数值越高越好的情形`,
    );
  }
  const sense = better === 'high' ? 1 : -1;
  return {
    kind: 'measure',
    name: 'rankBased',
    takes: 'measure',
    absent: scoring.absent ?? 'notScored',
    needsTarget: false,
    target: null,
    peers: better,
    measure: (entries, _target, reader, refusals) =>
      combineMeasures(entries, scoring.combine ?? 'last', scale, reader, refusals),
    score: (measured, { peers, marks }) => {
      if (peers === null) return null;
      const place = 1 + peers.ordered.findIndex((value) => compare(value, measured.value) * sense <= 0);
      return {
        amount: pointsOf(measured.value, place, peers),
        absolute: marks !== null,
        measured: measured.value,
        facts: { ...measured.facts, place, size: peers.ordered.length, unit: scoring.unit ?? '' },
      };
    },
  };
};
