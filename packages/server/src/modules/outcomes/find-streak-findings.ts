import {
  findStreaks,
  type LeaderFact,
  type PublishedRank,
  publishedRanks,
  type RuleSet,
  type StreakFinding,
  type Succession,
} from '@mingji/engine';
import { sql } from 'kysely';
import type { Reader } from '../../db/database.ts';
import { type RankedSubject, rankedGroups } from './ranked-groups.ts';

interface Year {
  readonly period_id: string;
  readonly evaluation_id: string;
  readonly rule_set_id: string;
  readonly year: number;
  readonly content: RuleSet;
}
export interface FoundStreak {
  readonly finding: StreakFinding;
  readonly subject: RankedSubject;
  readonly ruleSet: RuleSet;
  readonly periods: ReadonlyMap<number, string>;
}
export interface Streaks {
  readonly year: number | null;
  readonly years: readonly number[];
  readonly found: readonly FoundStreak[];
}

/** The streaks that end in a year, by published annual ranks of each method (§12); the newest year when none is named. */
export async function findStreakFindings(
  reader: Reader,
  bureauId: string,
  wish: { readonly year?: number | undefined; readonly today: string },
): Promise<Streaks> {
  const all = await publishedYears(reader, bureauId);
  const years = [...new Set(all.map(({ year }) => year))].sort((a, b) => b - a);
  const year = wish.year ?? years[0] ?? null;
  if (year === null) return { year, years, found: [] };
  const leaders = await leadersOf(reader, bureauId);
  const past = await unitsSucceeded(reader, bureauId);
  const found: FoundStreak[] = [];
  for (const ruleSetId of new Set(all.map((each) => each.rule_set_id))) {
    const own = all.filter((each) => each.rule_set_id === ruleSetId);
    const last = own.find((each) => each.year === year);
    if (last === undefined) continue;
    found.push(...(await streaksOf(reader, own, last, { leaders, past, asOf: wish.today })));
  }
  return { year, years, found };
}

interface Known {
  readonly leaders: readonly LeaderFact[];
  readonly past: { readonly successions: readonly Succession[]; readonly names: ReadonlyMap<string, string> };
  readonly asOf: string;
}

async function streaksOf(
  reader: Reader,
  years: readonly Year[],
  last: Year,
  { leaders, past, asOf }: Known,
): Promise<FoundStreak[]> {
  const rules = last.content.lists?.streaks ?? [];
  const longest = rules.reduce((most, rule) => Math.max(most, rule.years), 0);
  const subjects = new Map<string, RankedSubject>();
  const ranks: PublishedRank[] = [];
  for (const each of years) {
    if (each.year > last.year || each.year <= last.year - longest) continue;
    for (const subjectKind of last.content.appraises) {
      const groups = await rankedGroups(reader, {
        evaluationId: each.evaluation_id,
        subjectKind,
        ruleSet: each.content,
      });
      for (const group of groups) {
        ranks.push(...publishedRanks(each.year, group.ranking));
        if (each === last) for (const [id, subject] of group.subjects) subjects.set(id, subject);
      }
    }
  }
  const periods = new Map(years.map((each) => [each.year, each.period_id]));
  const found = findStreaks({ rules, ranks, ...past, leaders, year: last.year, asOf });
  return found.flatMap((finding) => {
    const subject = subjects.get(finding.subject);
    return subject === undefined ? [] : [{ finding, subject, ruleSet: last.content, periods }];
  });
}

async function publishedYears(reader: Reader, bureauId: string): Promise<readonly Year[]> {
  const { rows } = await sql<Year>`
    select p.id as period_id, v.rule_set_id, extract(year from p.to_on)::int as year, v.content,
           (select e.id from evaluation e where e.period_id = p.id and e.state = 'done'
            order by exists (select from seal where seal.evaluation_id = e.id) desc, e.requested_at desc limit 1)
             as evaluation_id
    from period p join rule_set_version v on v.id = p.rule_set_version_id
    where p.bureau_id = ${bureauId} and p.kind = 'year' and p.state in ('inNotice', 'sealed') and not p.trial
    order by p.to_on desc limit 200`.execute(reader);
  return rows.filter((row) => row.evaluation_id !== null);
}

/** Units that went into another one; from the year they ended in, it stands in their place. */
async function unitsSucceeded(reader: Reader, bureauId: string): Promise<Known['past']> {
  const { rows } = await sql<Succession & { readonly name: string }>`
    select id as from, succeeded_by as to, extract(year from abolished_on)::int as year, name from unit
    where bureau_id = ${bureauId} and succeeded_by is not null order by abolished_on, id`.execute(reader);
  return { successions: rows, names: new Map(rows.map((row) => [row.from, row.name])) };
}

/** Who heads a unit now, and since when he serves there. */
async function leadersOf(reader: Reader, bureauId: string): Promise<readonly LeaderFact[]> {
  const { rows } = await sql<LeaderFact>`
    select distinct on (role.unit_id) role.unit_id as subject, account.display_name as name,
           m.from_on::text as since
    from account_role role
    join account on account.id = role.account_id and account.state = 'active'
    join membership m on m.officer_id = account.officer_id and m.unit_id = role.unit_id and m.to_on is null
    where account.bureau_id = ${bureauId} and role.role = 'unitHead'
    order by role.unit_id, m.from_on, account.id`.execute(reader);
  return rows;
}
