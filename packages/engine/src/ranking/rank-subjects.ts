import { compareText } from '../kernel/compare-text.ts';
import { compare } from '../kernel/exact.ts';
import type { Score } from '../kernel/score.ts';
import type { RankedRow, Ranking, SubjectResult } from '../rules/evaluation.ts';
import type { Subject } from '../rules/facts.ts';
import type { RankingRules, TieBreaker } from '../rules/rule-set.ts';
import { competitionRanks } from './competition-rank.ts';

/** A number is better than no number; two without one are equal. */
function compareScores(a: Score | undefined, b: Score | undefined): number {
  const left = a?.state === 'scored' ? a.value : null;
  const right = b?.state === 'scored' ? b.value : null;
  if (left === null || right === null) return (right === null ? 0 : 1) - (left === null ? 0 : 1);
  return compare(right, left);
}

function compareBy(breaker: TieBreaker, a: SubjectResult, b: SubjectResult): number {
  if (breaker.by === 'fewerDeductions') return compare(a.deductions, b.deductions);
  const of = (result: SubjectResult) =>
    (breaker.by === 'item' ? result.items : result.indicators).find((part) => part.code === breaker.code)
      ?.score;
  const order = compareScores(of(a), of(b));
  const bothScored = of(a)?.state === 'scored' && of(b)?.state === 'scored';
  return breaker.better === 'low' && bothScored ? -order : order;
}

/** Score first, then the rule set's tie-breakers; 0 means the same rank. Names never break a tie (§7). */
function comparePlaces(a: SubjectResult, b: SubjectResult, breakers: readonly TieBreaker[]): number {
  const byScore = compareScores(a.score, b.score);
  if (byScore !== 0) return byScore;
  for (const breaker of breakers) {
    const order = compareBy(breaker, a, b);
    if (order !== 0) return order;
  }
  return 0;
}

function hasEffect(result: SubjectResult, kind: 'excludeFromRanking' | 'rankLast'): boolean {
  return result.effects.length > 0 && result.effects.some((effect) => effect.kind === kind);
}

function byCode(a: SubjectResult, b: SubjectResult): number {
  return compareText(a.code, b.code) || compareText(a.subject, b.subject);
}

function toRow(result: SubjectResult, rank: number | null): RankedRow {
  return { subject: result.subject, code: result.code, score: result.score, rank };
}

function rankGroup(members: readonly SubjectResult[], breakers: readonly TieBreaker[]): RankedRow[] {
  const regular: SubjectResult[] = [];
  const last: SubjectResult[] = [];
  const unranked: SubjectResult[] = [];
  for (const result of members) {
    if (result.score.state !== 'scored' || hasEffect(result, 'excludeFromRanking')) unranked.push(result);
    else if (hasEffect(result, 'rankLast')) last.push(result);
    else regular.push(result);
  }
  regular.sort((a, b) => comparePlaces(a, b, breakers) || byCode(a, b));
  const ranks = competitionRanks(regular, (a, b) => comparePlaces(a, b, breakers) === 0);
  return [
    ...regular.map((result, at) => toRow(result, ranks[at] ?? null)),
    // “Rank last” effects follow all others and tie among themselves.
    ...last.sort(byCode).map((result) => toRow(result, regular.length + 1)),
    ...unranked.sort(byCode).map((result) => toRow(result, null)),
  ];
}

/** §7: ranks within kind, sequence and group, best first; the unranked follow by code. */
export function rankSubjects(
  subjects: readonly Subject[],
  results: readonly SubjectResult[],
  rules: RankingRules | undefined,
): readonly Ranking[] {
  const groups = new Map<string, { readonly subject: Subject; readonly members: SubjectResult[] }>();
  for (const [at, subject] of subjects.entries()) {
    const result = results[at];
    if (result === undefined) continue;
    const key = `${subject.kind}\u0000${subject.sequence ?? ''}\u0000${subject.group ?? ''}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { subject, members: [result] });
    else group.members.push(result);
  }
  return [...groups.entries()]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, { subject, members }]) => {
      const rows = rankGroup(members, rules?.tieBreakers ?? []);
      const ranked = rows.filter((row) => row.rank !== null).length;
      return {
        kind: subject.kind,
        sequence: subject.sequence ?? null,
        group: subject.group ?? null,
        ranked,
        tooSmall: ranked < (rules?.minGroup ?? 1),
        rows,
      };
    });
}
