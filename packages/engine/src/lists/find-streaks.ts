import type { StreakRule } from '../rules/appraisal-rules.ts';
import { type GroupPlace, isAmongLast, isLast, LIST_PLACES } from './group-place.ts';
import { type LeaderFact, type LeaderService, leaderService, serviceText } from './leader-service.ts';
import type { PublishedRank } from './published-rank.ts';

/** `to` takes the place of `from` from this year on. */
export interface Succession {
  readonly from: string;
  readonly to: string;
  readonly year: number;
}

export interface StreakInput {
  readonly rules: readonly StreakRule[];
  /** Published annual ranks of all years. */
  readonly ranks: readonly PublishedRank[];
  readonly successions: readonly Succession[];
  readonly leaders: readonly LeaderFact[];
  /** Of predecessors, by subject: what their ranks are told under. */
  readonly names?: ReadonlyMap<string, string>;
  /** The last year of the streak. */
  readonly year: number;
  /** The day for which the leaders' service is told. */
  readonly asOf: string;
}

/** A proposal to the committee, never a decision. */
export interface StreakFinding {
  readonly subject: string;
  readonly rule: StreakRule;
  /** The ranks that make the streak, latest first; of a predecessor where one is mapped. */
  readonly ranks: readonly PublishedRank[];
  readonly leader: LeaderService | null;
  /** Chinese. */
  readonly message: string;
}

function holds(rule: StreakRule, place: GroupPlace): boolean {
  return rule.among === 'last' ? isLast(place) : isAmongLast(place, rule.places ?? LIST_PLACES);
}

/** Rank of a subject in a year; a city has too many of both to search for each. */
type RankIndex = ReadonlyMap<string, PublishedRank>;
const keyOf = (year: number, subject: string) => `${year} ${subject}`;

/** The own rank of a year, else those of the predecessors; none where the year breaks the streak. */
function ranksIn(
  year: number,
  subject: string,
  ranks: RankIndex,
  successions: readonly Succession[],
): readonly PublishedRank[] {
  const own = ranks.get(keyOf(year, subject));
  if (own !== undefined) return [own];
  return successions
    .filter((succession) => succession.to === subject && succession.year > year)
    .flatMap((used) =>
      ranksIn(
        year,
        used.from,
        ranks,
        // Each succession is followed once, so that a wrong mapping in a circle ends.
        successions.filter((other) => other !== used),
      ),
    );
}

function streakOf(
  rule: StreakRule,
  subject: string,
  { year: lastYear, successions }: StreakInput,
  index: RankIndex,
): readonly PublishedRank[] | null {
  const streak: PublishedRank[] = [];
  for (let year = lastYear; year > lastYear - rule.years; year--) {
    const ranks = ranksIn(year, subject, index, successions);
    if (ranks.length === 0 || !ranks.every((rank) => holds(rule, rank))) return null;
    streak.push(...ranks);
  }
  return streak;
}

function messageOf(
  finding: Omit<StreakFinding, 'message'>,
  { asOf, names }: Pick<StreakInput, 'asOf' | 'names'>,
): string {
  const { rule, subject } = finding;
  const ranks = finding.ranks.map((rank) => {
    const predecessor =
      rank.subject === subject ? '' : `（前身 ${names?.get(rank.subject) ?? rank.subject}）`;
    return `${rank.year} 年${predecessor} ${rank.size} 个中第 ${rank.rank} 名`;
  });
  const among = rule.among === 'last' ? '末位' : `后 ${rule.places ?? LIST_PLACES} 名`;
  return (
    `连续 ${rule.years} 年列${among}：${ranks.join('、')}；拟提请考核委员会研究：${rule.proposal}；` +
    serviceText(finding.leader, asOf)
  );
}

/** Who was last, or among the last, so many years running (§12, P17); by subject in the order of the ranks given. */
export function findStreaks(input: StreakInput): readonly StreakFinding[] {
  const index = new Map(input.ranks.map((rank) => [keyOf(rank.year, rank.subject), rank]));
  const current = input.ranks.filter((rank) => rank.year === input.year).map((rank) => rank.subject);
  return current.flatMap((subject) =>
    input.rules.flatMap((rule) => {
      const ranks = streakOf(rule, subject, input, index);
      if (ranks === null) return [];
      const fact = input.leaders.find((own) => own.subject === subject);
      const leader = fact === undefined ? null : leaderService(fact, input.asOf);
      const finding = { subject, rule, ranks, leader };
      return [{ ...finding, message: messageOf(finding, input) }];
    }),
  );
}
