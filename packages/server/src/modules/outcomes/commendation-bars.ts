import { type CommendationBar, evaluate, type RuleSet, type SubjectKind } from '@mingji/engine';
import { sql } from 'kysely';
import type { Reader } from '../../db/database.ts';
import { Refusal } from '../../refusal.ts';
import { factOf } from '../ledger/index.ts';
import { loadCalendar } from '../organization/index.ts';
import { countsOfPeriod } from '../periods/index.ts';
import { loadPeriod } from '../results/index.ts';

/** No commendation until a day, with what it comes of. */
export interface NamedBar extends CommendationBar {
  readonly name: string;
  readonly from: string;
  /** The result in which the entry is explained; null while its period is not published. */
  readonly address: string | null;
}

interface Place {
  readonly period_id: string;
  readonly version_id: string;
}

/** The noCommendation effects of §9 on these subjects, told by the engine from the periods where they have such entries. */
export async function commendationBars(
  reader: Reader,
  bureauId: string,
  subjectKind: SubjectKind,
  subjectIds: readonly string[],
): Promise<readonly NamedBar[]> {
  const indicators = await barringIndicators(reader, bureauId);
  const bars: NamedBar[] = [];
  for (const [versionId, codes] of indicators) {
    const { rows } = await sql<Place>`
      select distinct e.period_id, e.rule_set_version_id as version_id
      from ledger_entry e join period p on p.id = e.period_id and ${countsOfPeriod('p')}
      where e.bureau_id = ${bureauId} and e.rule_set_version_id = ${versionId} and e.subject_kind = ${subjectKind}
        and e.subject_id = any(${[...subjectIds]}::uuid[]) and e.indicator_code = any(${[...codes.keys()]}::text[])
      order by e.period_id`.execute(reader);
    for (const { period_id } of rows) {
      bars.push(...(await barsOf(reader, { bureauId, periodId: period_id, subjectKind, subjectIds, codes })));
    }
  }
  return bars;
}

/** By version: code and name of the indicators that can bar somebody. */
async function barringIndicators(
  reader: Reader,
  bureauId: string,
): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const { rows } = await sql<{ id: string; content: RuleSet }>`
    select id, content from rule_set_version
    where bureau_id = ${bureauId} and state = 'published' and content->>'modules' like '%noCommendation%'`.execute(
    reader,
  );
  return new Map(
    rows.map(({ id, content }) => [
      id,
      new Map(
        content.modules
          .flatMap((module) => module.items)
          .flatMap((item) => item.indicators)
          .filter((indicator) => JSON.stringify(indicator.scoring).includes('noCommendation'))
          .map((indicator) => [indicator.code, indicator.name]),
      ),
    ]),
  );
}

interface Wanted {
  readonly bureauId: string;
  readonly periodId: string;
  readonly subjectKind: SubjectKind;
  readonly subjectIds: readonly string[];
  readonly codes: ReadonlyMap<string, string>;
}

async function barsOf(reader: Reader, wanted: Wanted): Promise<NamedBar[]> {
  const period = await loadPeriod(reader, wanted.bureauId, wanted.periodId);
  const ledger = await reader
    .selectFrom('ledger_entry')
    .selectAll()
    .where('period_id', '=', wanted.periodId)
    .where('subject_kind', '=', wanted.subjectKind)
    .where('subject_id', 'in', [...wanted.subjectIds])
    .where('indicator_code', 'in', [...wanted.codes.keys()])
    .orderBy('seq')
    .execute();
  const subjects = [...new Set(ledger.map((row) => row.subject_id))];
  const evaluated = evaluate({
    ruleSet: period.ruleSet,
    facts: {
      period: { id: period.id, from: period.fromOn, to: period.toOn, kind: period.kind },
      subjects: subjects.map((id) => ({ id, kind: wanted.subjectKind, code: id, name: id })),
      entries: ledger.map(factOf),
      calendar: await loadCalendar(reader, wanted.bureauId),
    },
    traces: 'none',
  });
  // Nobody passes the check because what stands against him could not be worked out.
  if (!evaluated.ok) {
    const [why] = evaluated.refusals;
    throw new Refusal('refused', `“${period.label}”的记录不能核算，评优核查没有完成：${why?.message ?? ''}`);
  }
  const published = period.state === 'inNotice' || period.state === 'sealed';
  const entries = new Map(ledger.map((row) => [row.id, row]));
  return evaluated.value.commendationBars.map((bar) => {
    const entry = entries.get(bar.source);
    return {
      ...bar,
      name: wanted.codes.get(entry?.indicator_code ?? '') ?? period.ruleSetName,
      from: entry?.occurred_on ?? period.fromOn,
      address: published ? `/results/${period.id}/${wanted.subjectKind}/${bar.subject}` : null,
    };
  });
}
