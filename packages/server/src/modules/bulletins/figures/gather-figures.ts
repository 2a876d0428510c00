import { LIST_PLACES, type RuleSet } from '@mingji/engine';
import { sql } from 'kysely';
import type { Reader } from '../../../db/database.ts';
import { Refusal } from '../../../refusal.ts';
import { loadPeriod, type PeriodContext, type StandingRow } from '../../results/index.ts';
import { presentDays } from '../../zero-lists/index.ts';
import { combinePeriods } from './combine-periods.ts';
import { acceptedWork, supervisionBelow } from './count-work.ts';
import type { FigureRow, FigureSequence, Figures } from './figures.ts';
import { periodsLabel } from './periods-label.ts';
import { rankBelow } from './rank-below.ts';
import { type PeriodStanding, readStanding } from './read-standing.ts';

export interface FiguresWish {
  readonly bureauId: string;
  readonly now: Date;
  readonly unit: { readonly id: string; readonly name: string; readonly path: string };
  readonly periodIds: readonly string[];
  readonly corrected: Figures['corrected'];
}
/** How many periods a line of ranks goes back. */
const HISTORY = 6;

/** Reads the figures of a bulletin as a whole; give it one repeatable-read transaction, so that they fit together. */
export async function gatherFigures(reader: Reader, wish: FiguresWish): Promise<Figures> {
  const periods = await loadPeriods(reader, wish);
  const first = periods[0];
  const last = periods.at(-1);
  if (!first || !last) throw new Refusal('refused', '请选择所通报的周期。');
  const { ruleSet } = last;
  const standings: PeriodStanding[] = [];
  for (const period of periods) standings.push(await readStanding(reader, period, wish.now));
  const place = { bureauId: wish.bureauId, periodIds: wish.periodIds };
  const rows = rankBelow(combinePeriods(ruleSet, standings), wish.unit.path);
  const earlier = await earlierPeriods(reader, first, HISTORY);
  const earlierStandings: PeriodStanding[] = [];
  for (const [index, period] of earlier.entries()) {
    // The line of ranks wants the units only; what is compared wants everybody.
    const wanted = index >= earlier.length - periods.length ? 'everybody' : 'units';
    earlierStandings.push(await readStanding(reader, period, wish.now, wanted));
  }
  const compared = earlierStandings.slice(-periods.length);
  const previous = compared.length === periods.length ? compared : [];
  const before = previous.length === 0 ? [] : rankBelow(combinePeriods(ruleSet, previous), wish.unit.path);
  const year = Number(last.toOn.slice(0, 4));
  return {
    issuer: wish.unit.name,
    label: periodsLabel(periods),
    year,
    from: first.fromOn,
    to: last.toOn,
    ruleSetName: last.ruleSetName,
    previousLabel: previous.length === 0 ? null : periodsLabel(earlier.slice(-periods.length)),
    ...listRules(ruleSet),
    modules: ruleSet.modules.map(({ code, name }) => ({ code, name })),
    sequences: sequencesOf(rows),
    sources: standings.map(({ source }) => source),
    rows: figureRows(rows, {
      before,
      standings: standings.map((each) => each.rows),
      accepted: await acceptedWork(reader, place, { unitPath: wish.unit.path, ruleSet }),
      present: await presentDays(reader, last),
      suspended: new Set(standings.flatMap((each) => [...each.suspended])),
      suspendedBefore: new Set(previous.flatMap((each) => [...each.suspended])),
    }),
    supervision: await supervisionBelow(reader, place, {
      unitId: wish.unit.id,
      ruleSetId: last.ruleSetId,
      year,
    }),
    history: [...earlierStandings, ...standings].slice(-Math.max(HISTORY, periods.length)).map((each) => ({
      label: each.label,
      ranks: unitRanks(rankBelow(each.rows, wish.unit.path).filter(({ id }) => !each.suspended.has(id))),
    })),
    corrected: wish.corrected,
    timeZone: last.timeZone,
  };
}

async function loadPeriods(reader: Reader, wish: FiguresWish): Promise<PeriodContext[]> {
  const periods: PeriodContext[] = [];
  for (const id of new Set(wish.periodIds)) periods.push(await loadPeriod(reader, wish.bureauId, id));
  periods.sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1));
  if (new Set(periods.map(({ ruleSetId }) => ruleSetId)).size > 1) {
    throw new Refusal('refused', '所选周期属于不同的考核办法，不能汇总在一份通报里。请选择同一办法的周期。');
  }
  const trial = periods.find((period) => period.trial);
  if (trial) {
    throw new Refusal('refused', `“${trial.label}”是试运行，不计入通报。请选择正式的周期。`);
  }
  const outside = periods.find(
    ({ unitPath }) => !unitPath.startsWith(wish.unit.path) && !wish.unit.path.startsWith(unitPath),
  );
  if (outside) {
    throw new Refusal(
      'forbidden',
      `“${outside.ruleSetName}”不是本单位及上下级的考核办法，不能用于本单位的通报。`,
    );
  }
  const open = periods.find(({ state }) => state !== 'inNotice' && state !== 'sealed');
  if (open && !open.unitPath.startsWith(wish.unit.path)) {
    throw new Refusal(
      'refused',
      `“${open.label}”的成绩尚未公示，只有开展该项考核的单位可以通报进展。请在公示后再拟制。`,
    );
  }
  return periods;
}

/** The published periods of the same method and kind before this one, oldest first. */
async function earlierPeriods(reader: Reader, first: PeriodContext, most: number): Promise<PeriodContext[]> {
  const { rows } = await sql<{ id: string }>`
    select period.id from period join rule_set_version v on v.id = period.rule_set_version_id
    where period.bureau_id = ${first.bureauId} and v.rule_set_id = ${first.ruleSetId} and period.kind = ${first.kind}
      and period.to_on < ${first.fromOn} and period.state in ('inNotice', 'sealed') and not period.trial
    order by period.to_on desc limit ${most}`.execute(reader);
  const periods: PeriodContext[] = [];
  for (const { id } of rows.reverse()) periods.push(await loadPeriod(reader, first.bureauId, id));
  return periods;
}

function listRules({ redLine, lists, rounding }: RuleSet) {
  return {
    redLine: redLine
      ? { below: redLine.below, kinds: redLine.kinds ?? (['unit', 'officer'] as const) }
      : null,
    listPlaces: { first: lists?.first ?? LIST_PLACES, last: lists?.last ?? LIST_PLACES },
    zeroList: lists?.zeroList ? { presentDays: lists.zeroList.presentDays ?? null } : null,
    digits: rounding === 'none' ? null : (rounding?.digits ?? 2),
  };
}

function sequencesOf(rows: readonly StandingRow[]): FigureSequence[] {
  const found = new Map<string, FigureSequence>();
  for (const { sequence, sequenceName, kind } of rows) {
    if (sequence !== null) found.set(sequence, { code: sequence, name: sequenceName ?? sequence, kind });
  }
  return [...found.values()].sort((a, b) =>
    a.kind === b.kind ? (a.code < b.code ? -1 : 1) : a.kind === 'unit' ? -1 : 1,
  );
}

interface Comparison {
  readonly before: readonly StandingRow[];
  readonly standings: readonly (readonly StandingRow[])[];
  readonly accepted: ReadonlyMap<string, number>;
  readonly present: ReadonlyMap<string, string>;
  readonly suspended: ReadonlySet<string>;
  readonly suspendedBefore: ReadonlySet<string>;
}

function figureRows(rows: readonly StandingRow[], compared: Comparison): FigureRow[] {
  const { before, standings, accepted, present, suspended, suspendedBefore } = compared;
  const earlier = new Map(before.map((row) => [`${row.kind}/${row.id}`, row]));
  const byPeriod = standings.map((each) => new Map(each.map((row) => [`${row.kind}/${row.id}`, row.score])));
  return rows.map((row) => {
    const key = `${row.kind}/${row.id}`;
    const then = earlier.get(key);
    const same = then?.sequence === row.sequence && then.group === row.group;
    return {
      ...{ kind: row.kind, id: row.id, name: row.name, unitName: row.unitName },
      ...{ sequence: row.sequence, group: row.group, state: row.state, score: row.score, rank: row.rank },
      previousRank: same && !suspendedBefore.has(row.id) ? then.rank : null,
      previousScore: same ? then.score : null,
      modules: row.modules,
      byPeriod: row.kind === 'unit' ? byPeriod.map((scores) => scores.get(key) ?? null) : [],
      accepted: accepted.get(row.kind === 'unit' ? row.unitPath : row.id) ?? 0,
      presentDays: row.kind === 'officer' ? (present.get(row.id) ?? null) : null,
      suspended: suspended.has(row.id),
    };
  });
}

function unitRanks(rows: readonly StandingRow[]): Record<string, number> {
  return Object.fromEntries(
    rows.flatMap(({ kind, id, rank }) => (kind === 'unit' && rank !== null ? [[id, rank] as const] : [])),
  );
}
