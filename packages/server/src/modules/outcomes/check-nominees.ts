import {
  type CommendationFlag,
  checkCommendation,
  type DatedFact,
  exact,
  forbidsCommendation,
  isDisciplineFlag,
  type Nominee,
  redLineTasks,
  type SubjectKind,
  scored,
} from '@mingji/engine';
import { sql } from 'kysely';
import type { Reader } from '../../db/database.ts';
import { commendationBars } from './commendation-bars.ts';
import { type LatestResult, latestResults } from './latest-results.ts';
import { acceptedReviews, type PlacedMatter, unsettledMatters } from './unsettled-matters.ts';

export interface FoundFlag extends CommendationFlag {
  readonly address: string | null;
  readonly discipline: boolean;
  readonly forbids: boolean;
}
export interface CheckedSubject {
  readonly basis: readonly string[];
  readonly flags: readonly FoundFlag[];
}
interface Asked {
  readonly bureauId: string;
  readonly subjectKind: SubjectKind;
  readonly subjectIds: readonly string[];
  /** The day of the check. */
  readonly asOf: string;
}

/** What stands against each of them on the day (§12, P17), by the methods' clauses and by what is unfinished. */
export async function checkNominees(
  reader: Reader,
  asked: Asked,
): Promise<ReadonlyMap<string, CheckedSubject>> {
  const { bureauId, subjectKind, subjectIds, asOf } = asked;
  if (subjectIds.length === 0) return new Map();
  const results = await latestResults(reader, bureauId, subjectKind, subjectIds);
  const bars = await commendationBars(reader, bureauId, subjectKind, subjectIds);
  const sanctions = await sanctionsOf(reader, asked);
  const matters = await unsettledMatters(reader, bureauId, subjectIds);
  const answered = await acceptedReviews(reader, bureauId, subjectIds);
  return new Map(
    subjectIds.map((id) => {
      const own = results.get(id) ?? [];
      const reviewed = new Set([...answered].filter((key) => key.startsWith(id)));
      const unsettled = [
        ...matters.filter((matter) => matter.subjectId === id),
        ...own.flatMap((result) => belowRedLine(result, reviewed, matters)),
      ];
      const personal = [
        ...flagsOfFacts({ sanctions: sanctions.get(id) ?? [] }, asOf, null),
        ...bars
          .filter((bar) => bar.subject === id)
          .flatMap((bar) => flagsOfFacts({ effects: [bar] }, asOf, bar.address)),
      ];
      return [id, { basis: own.map(basisOf), flags: flagsOf(own, personal, unsettled, asOf) }];
    }),
  );
}

function basisOf({ rule_set_name, label, rank, rank_of, grade }: LatestResult): string {
  const place = rank === null ? '无名次' : `第 ${rank} 名（共 ${rank_of ?? '—'}）`;
  return `${rule_set_name} ${label}：${place}${grade === null ? '' : `，${grade}`}`;
}

function flagsOf(
  results: readonly LatestResult[],
  personal: readonly FoundFlag[],
  unsettled: readonly PlacedMatter[],
  asOf: string,
): FoundFlag[] {
  return [
    ...results.flatMap((result) => flagsOfResult(result, asOf)),
    ...personal,
    ...unsettled.map(({ address, subjectId: _, ...flag }) => placed(flag, address)),
  ];
}

/** Facts that stand against a person under any method. */
function flagsOfFacts(
  facts: Partial<Pick<Nominee, 'sanctions' | 'effects'>>,
  asOf: string,
  address: string | null,
): FoundFlag[] {
  const nominee = { sanctions: [], effects: [], ...facts, place: null, grade: null };
  return checkCommendation({}, [], nominee, asOf).map((flag) => placed(flag, address));
}

function flagsOfResult(result: LatestResult, asOf: string): FoundFlag[] {
  const { rank, rank_of: size, worst_rank: worstRank } = result;
  const place = rank === null || size === null || worstRank === null ? null : { rank, size, worstRank };
  const grades =
    (result.period_kind === 'year' ? result.year?.grades : undefined) ?? result.grading?.grades ?? [];
  const rules = result.lists.commendation ?? {};
  const nominee = { place, grade: result.grade, sanctions: [], effects: [] };
  const address = `/results/${result.period_id}/${result.subject_kind}/${result.subject_id}`;
  return checkCommendation(rules, grades, nominee, asOf).map((flag) =>
    placed({ ...flag, message: `${result.rule_set_name} ${result.label}：${flag.message}` }, address),
  );
}

/** Below the line in the latest result, and neither answered for nor told already as an open written review. */
function belowRedLine(
  result: LatestResult,
  reviewed: ReadonlySet<string>,
  matters: readonly PlacedMatter[],
): PlacedMatter[] {
  if (result.red_line === null || result.score === null) return [];
  if (reviewed.has(`${result.subject_id} ${result.period_id}`)) return [];
  if (matters.some((each) => each.subjectId === result.subject_id && each.code === 'writtenReviewOpen'))
    return [];
  const appraised = {
    subject: result.subject_id,
    kind: result.subject_kind,
    score: scored(exact(result.score)),
  };
  return redLineTasks({ redLine: result.red_line }, [appraised]).map(({ clause }) => ({
    subjectId: result.subject_id,
    code: 'belowRedLine',
    message: `${result.rule_set_name} ${result.label}：得分低于红线 ${result.red_line?.below} 分`,
    clause: clause ?? null,
    address: `/results/${result.period_id}/${result.subject_kind}/${result.subject_id}`,
  }));
}

function placed(flag: CommendationFlag, address: string | null): FoundFlag {
  return {
    ...flag,
    address,
    discipline: isDisciplineFlag(flag.code),
    forbids: forbidsCommendation(flag.code),
  };
}

/** Open investigations, as the roster's service record has them (§8). */
async function sanctionsOf(
  reader: Reader,
  { bureauId, subjectKind, subjectIds, asOf }: Asked,
): Promise<ReadonlyMap<string, readonly DatedFact[]>> {
  if (subjectKind !== 'officer') return new Map();
  const { rows } = await sql<{ officer_id: string; from: string; until: string | null }>`
    select officer_id, from_on::text as from, to_on::text as until from membership
    where bureau_id = ${bureauId} and officer_id = any(${[...subjectIds]}::uuid[]) and status = 'underInvestigation'
      and from_on <= ${asOf} and (to_on is null or to_on >= ${asOf})`.execute(reader);
  const found = new Map<string, DatedFact[]>();
  for (const { officer_id, from, until } of rows) {
    found.set(officer_id, [...(found.get(officer_id) ?? []), { name: '立案审查调查', from, until }]);
  }
  return found;
}
