import type { Received, targets } from '@mingji/contract';
import { exact, subtract, sumOf, toText } from '@mingji/engine';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import type { Reader } from '../../../db/database.ts';
import { notFound } from '../../../refusal.ts';
import { type SupervisionView, supervisionView, takesWork } from '../../supervision/index.ts';
import { percentOf } from '../figures.ts';
import { type Book, bookTargets, findBook } from '../find-book.ts';
import {
  actualFacts,
  type FloorPlace,
  lateFacts,
  pointsFacts,
  silentFacts,
  targetFacts,
  workFacts,
} from '../floor-facts.ts';
import { type Standing, standingsBelow } from '../standings.ts';
import { countsOf, type FloorFacts, sumFloor } from '../sum-floor.ts';
import { openOfficer, openUnit } from './floor-place.ts';

type Query = Received<typeof targets.getUnitProgress>['query'];
type Row = targets.FloorRow;

/** How far everything below has come, seen from one unit (P10). */
export async function getUnitProgress(ctx: Ctx, { params, query }: Received<typeof targets.getUnitProgress>) {
  const unit = await openUnit(ctx, params.unitId);
  const book = await findBook(ctx.deps.db, ctx.actor.bureauId, params);
  const place = { path: unit.path, officerId: null };
  const { periods, chosen, handingIn, facts, late, silent } = await gather(ctx, book, place, query);
  const { db } = ctx.deps;
  const below = await withoutPlace(db, book, await standingsBelow(db, book, unit.id), [
    ...new Set(
      [...facts.targets, ...facts.work, ...facts.points, ...(late ?? []), ...(silent ?? [])].map(
        ({ child }) => child,
      ),
    ),
  ]);
  const quantities = query.indicator ? await quantitiesOf(ctx, book, place, unit.id, query.indicator) : null;
  const mine = (code: string) => query.indicator === undefined || code === query.indicator;
  const shown = filtered(facts, mine);
  const byChild = sumFloor(shown, ({ child }) => child);
  const keyOf = (standing: Standing) => (standing.kind === 'unit' ? standing.code : standing.id);
  const lateOf = (key: string) => (late ? (late.find((each) => each.child === key)?.late ?? 0) : null);
  const silentOf = (key: string) =>
    silent ? (silent.find((each) => each.child === key)?.silent ?? 0) : null;
  const rows: Row[] = below.map((standing) => ({
    kind: standing.kind,
    id: standing.id,
    name: standing.name,
    unitKind: standing.unitKind,
    position: standing.position,
    headCount: standing.headCount,
    ...countsOf(byChild, keyOf(standing)),
    late: lateOf(keyOf(standing)),
    silent: silentOf(keyOf(standing)),
    ...(quantities?.of(standing) ?? noQuantity),
  }));
  const own: Row = {
    ...nobody('own', `${unit.name}本级`),
    ...countsOf(byChild, 'own'),
    late: lateOf('own'),
    silent: silentOf('own'),
    ...(quantities?.own ?? noQuantity),
  };
  const total: Row = {
    ...nobody('own', '合计'),
    headCount: below.reduce((sum, { headCount }) => sum + headCount, 0),
    ...countsOf(
      sumFloor(shown, () => 'all'),
      'all',
    ),
    late: totalOf(late, (each) => each.late),
    silent: totalOf(silent, (each) => each.silent),
    ...(quantities?.total ?? noQuantity),
  };
  return {
    periods,
    periodId: chosen,
    handingIn,
    total,
    rows: [own, ...rows].slice(0, 2100),
    indicators: byIndicator(facts),
  };
}

/** The lowest floor: the counts of one officer, by indicator. */
export async function getOfficerProgress(
  ctx: Ctx,
  { params, query }: Received<typeof targets.getOfficerProgress>,
) {
  const officer = await openOfficer(ctx, params.officerId);
  const book = await findBook(ctx.deps.db, ctx.actor.bureauId, params);
  const place = { path: officer.path, officerId: officer.id };
  const { periods, chosen, handingIn, facts, late, silent } = await gather(ctx, book, place, query);
  const mine = (code: string) => query.indicator === undefined || code === query.indicator;
  const total: Row = {
    ...nobody('officer', officer.name),
    id: officer.id,
    headCount: 1,
    ...countsOf(
      sumFloor(filtered(facts, mine), () => 'all'),
      'all',
    ),
    late: totalOf(late, (each) => each.late),
    silent: totalOf(silent, (each) => each.silent),
    ...noQuantity,
  };
  return { periods, periodId: chosen, handingIn, total, rows: [], indicators: byIndicator(facts) };
}

async function gather(ctx: Ctx, book: Book, place: FloorPlace, query: Query) {
  const { db } = ctx.deps;
  const { bureauId, timeZone } = ctx.actor;
  const view = await supervisionView(db, { bureauId, timeZone, now: ctx.now });
  const periods = await periodsOf(db, book, view);
  const chosen = choose(periods, query.period);
  const ids = periods.filter(({ id }) => chosen === null || id === chosen).map(({ id }) => id);
  const whole = query.indicator === undefined;
  const [targetRows, work, points, late, silent] = await Promise.all([
    targetFacts(db, book, place),
    workFacts(db, book, place, ids),
    pointsFacts(db, book, place, ids),
    whole
      ? lateFacts(
          db,
          book,
          place,
          view,
          periods.map(({ id }) => id),
        )
      : null,
    whole && chosen !== null ? silentFacts(db, place, view, chosen) : null,
  ]);
  return {
    periods: periods.map(({ id, label }) => ({ id, name: label })),
    chosen,
    handingIn: periods.find(({ id }) => id === chosen)?.takes_work ?? null,
    facts: { targets: targetRows, work, points },
    late,
    silent,
  };
}

/** Of what is not told there is no sum. */
function totalOf<T>(facts: readonly T[] | null, numberOf: (fact: T) => number): number | null {
  return facts ? facts.reduce((sum, fact) => sum + numberOf(fact), 0) : null;
}

interface BookPeriod {
  readonly id: string;
  readonly label: string;
  readonly state: string;
  readonly takes_work: boolean;
}

async function periodsOf(db: Reader, book: Book, view: SupervisionView): Promise<BookPeriod[]> {
  const { rows } = await sql<BookPeriod>`
    select p.id, p.label, p.state, ${takesWork(view)} as takes_work from period p join rule_set_version v on v.id = p.rule_set_version_id
    where p.bureau_id = ${book.bureauId} and v.rule_set_id = ${book.ruleSetId}
      and extract(year from p.to_on) = ${book.year} and p.state <> 'draft'
    order by p.from_on desc limit 60`.execute(db);
  return rows;
}

/** Without a wish the one in which work is handed in now, else the newest. */
function choose(periods: readonly BookPeriod[], wanted: string | undefined): string | null {
  if (wanted === 'all') return null;
  if (wanted === undefined) return (periods.find(({ state }) => state === 'open') ?? periods[0])?.id ?? null;
  if (!periods.some(({ id }) => id === wanted)) throw notFound('考核周期');
  return wanted;
}

const noQuantity = { quantity: null, actual: null, percent: null };
const nobody = (kind: Row['kind'], name: string) => ({
  kind,
  id: null,
  name,
  unitKind: null,
  position: null,
  headCount: 0,
});

function filtered(facts: FloorFacts, mine: (code: string) => boolean): FloorFacts {
  return {
    targets: facts.targets.filter(({ code }) => mine(code)),
    work: facts.work.filter(({ code }) => mine(code)),
    points: facts.points.filter(({ code }) => mine(code)),
  };
}

function byIndicator(facts: FloorFacts) {
  return [...sumFloor(facts, ({ code }) => code)]
    .map(([code, counts]) => ({ code, ...counts }))
    .slice(0, 500);
}

/** Who left or was abolished, with something still counted there: the sum would not be explained otherwise. */
async function withoutPlace(
  db: Reader,
  book: Book,
  standings: readonly Standing[],
  keys: readonly string[],
): Promise<Standing[]> {
  const known = new Set(standings.flatMap((each) => [each.code, each.id]));
  const gone = keys.filter((key) => key !== 'own' && !known.has(key));
  if (gone.length === 0) return [...standings];
  const { rows } = await sql<{ id: string; key: string; name: string; kind: 'unit' | 'officer' }>`
    select id, code as key, name, 'unit' as kind from unit where bureau_id = ${book.bureauId} and code = any(${gone})
    union all
    select id, id::text, name, 'officer' from officer where bureau_id = ${book.bureauId} and id::text = any(${gone})
    limit 1000`.execute(db);
  return [
    ...standings,
    ...rows.map((row) => ({
      kind: row.kind,
      id: row.id,
      name: `${row.name}（已调离或撤销）`,
      code: row.key,
      unitKind: null,
      position: null,
      headCount: 0,
      targets: 0,
      unopened: 0,
    })),
  ];
}

/** Of one indicator: what each below holds and has done; the rest lies at the unit itself. */
async function quantitiesOf(ctx: Ctx, book: Book, place: FloorPlace, unitId: string, indicator: string) {
  const { db } = ctx.deps;
  const actuals = await actualFacts(db, book, place, indicator);
  const held = await bookTargets(db, book)
    .where('t.indicator_code', '=', indicator)
    .where((eb) =>
      eb.or([
        eb('t.unit_id', '=', unitId),
        eb.and([
          eb('t.officer_id', 'is', null),
          eb('t.unit_id', 'in', eb.selectFrom('unit').select('id').where('parent_id', '=', unitId)),
        ]),
      ]),
    )
    .execute();
  const root = held.find((row) => row.unit_id === unitId && row.officer_id === null);
  const parts = held.filter((row) => row !== root);
  const whole = root ? exact(root.quantity) : sumOf(parts.map((row) => exact(row.quantity)));
  const rest = subtract(whole, sumOf(parts.map((row) => exact(row.quantity))));
  const actualOf = (key: string) => actuals.find((each) => each.child === key)?.actual ?? '0';
  const told = (quantity: string | null, actual: string) => ({
    quantity,
    actual,
    percent: quantity === null ? null : percentOf(actual, quantity),
  });
  return {
    of: (standing: Standing) => {
      const part = parts.find((row) => (row.officer_id ?? row.unit_id) === standing.id);
      return told(
        part ? toText(exact(part.quantity)) : null,
        actualOf(standing.kind === 'unit' ? standing.code : standing.id),
      );
    },
    own: told(root ? toText(rest) : null, actualOf('own')),
    total: told(
      held.length === 0 ? null : toText(whole),
      toText(sumOf(actuals.map(({ actual }) => exact(actual)))),
    ),
  };
}
