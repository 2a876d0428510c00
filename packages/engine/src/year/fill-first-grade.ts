import { ok, type Result, refused } from '../kernel/refusal.ts';
import type { AnnualQuota } from '../quota/annual-quota.ts';
import { cutAtCap } from '../quota/cut-at-cap.ts';
import type { YearGradeRules } from '../rules/appraisal-rules.ts';
import { type Candidate, orderCandidates, type PlacedCandidate, sameCandidacy } from './order-candidates.ts';
import { placeText } from './year-words.ts';

/** What the annual quota makes of one candidate. */
export interface FilledPlace {
  readonly place: number;
  /** One grade inside or beyond the cap; both where a tie at the cut leaves the choice to the leader. */
  readonly options: readonly string[];
  /** Chinese: the place among the candidates, and what the cap makes of it. */
  readonly reason: string;
}

/** Fills the first grade of one pool up to its cap; a tie at the cut is left to the leader (§10, §11). */
export function fillFirstGrade(
  rules: YearGradeRules,
  quotas: readonly AnnualQuota[],
  pool: string | null,
  candidates: readonly Candidate[],
): Result<ReadonlyMap<string, FilledPlace>> {
  const ordered = orderCandidates(candidates);
  const quota = quotas.find((own) => own.pool === pool);
  if (rules.quota !== undefined && quota === undefined) {
    const message = `${pool === null ? '' : `名额池“${pool}”`}没有年度名额，请先确定应参加人数并算出名额`;
    return refused({ code: 'annualQuotaMissing', path: 'quotas', message });
  }
  const codes = rules.grades.map((grade) => grade.code);
  const name = rules.grades.slice(0, 1).map((grade) => grade.name);
  const cap = quota?.cap ?? ordered.length;
  const { within, tied, placesLeft, beyond } = cutAtCap(ordered, sameCandidacy, cap);
  const places = new Map<string, FilledPlace>();
  const fill = (own: readonly PlacedCandidate[], options: readonly string[], words: string) => {
    for (const each of own) {
      const reason = `${placeText(each, name.join())}${words}`;
      places.set(each.subject, { place: each.place, options, reason });
    }
  };
  fill(within, codes.slice(0, 1), quota === undefined ? '' : `，名额 ${cap} 人以内`);
  fill(tied, codes.slice(0, 2), `，${tied.length} 人并列而名额只剩 ${placesLeft} 人，由负责人取舍并写明理由`);
  fill(beyond, codes.slice(1, 2), `，在名额 ${cap} 人之外`);
  return ok(places);
}
