import type { outcomes } from '@mingji/contract';
import { scopeOf } from '@mingji/engine';
import type { Ctx } from '../../../context.ts';
import { localDay } from '../../../local-day.ts';
import { basisOf } from '../basis-of.ts';
import { type FoundStreak, findStreakFindings } from '../find-streak-findings.ts';
import { openProposals } from '../open-proposals.ts';
import { subjectOf } from './get-outcome-lists.ts';

const MOST = 500;

/** What the committee should look at; nothing follows by itself (§12, P17). */
export async function listStreaks(ctx: Ctx, query: { readonly year?: number | undefined }) {
  const { db } = ctx.deps;
  const today = localDay(ctx.now, ctx.actor.timeZone);
  const streaks = await findStreakFindings(db, ctx.actor.bureauId, { year: query.year, today });
  const { wholeBureau, subtrees } = scopeOf(ctx.actor, 'outcome.readProposals');
  const visible = streaks.found
    .filter(({ subject }) => wholeBureau || subtrees.some((path) => subject.unit_path.startsWith(path)))
    .slice(0, MOST);
  const proposals = await openProposals(
    db,
    ctx.actor.bureauId,
    visible.map(({ subject }) => subject.subject_id),
  );
  return {
    year: streaks.year ?? Number(today.slice(0, 4)),
    years: streaks.years.slice(0, 100),
    items: visible.map((streak) => presentStreak(streak, proposals)),
  };
}

function presentStreak(
  { finding, subject, ruleSet, periods }: FoundStreak,
  proposals: Awaited<ReturnType<typeof openProposals>>,
): outcomes.StreakFinding {
  const { rule } = finding;
  return {
    subject: subjectOf(subject),
    years: rule.years,
    among: rule.among,
    message: finding.message,
    proposal: rule.proposal,
    clause: rule.clause ?? null,
    clauseText: ruleSet.clauses.find(({ id }) => id === rule.clause)?.text ?? null,
    leader: finding.leader,
    ranks: finding.ranks.flatMap(({ year, rank, size }) => {
      const periodId = periods.get(year);
      return periodId === undefined ? [] : [{ year, rank, size, periodId }];
    }),
    basis: basisOf(ruleSet, ruleSet.name, rule.clause),
    proposalId: proposals.get(`${subject.subject_id} leadership`) ?? null,
  };
}
