import { proposalKinds, scopeOf, suggestedUses } from '@mingji/engine';
import type { Ctx } from '../../../context.ts';
import { latestEvaluation, loadPeriod, rankSuspended } from '../../results/index.ts';
import { basisOf } from '../basis-of.ts';
import { openProposals } from '../open-proposals.ts';
import { rankedGroups } from '../ranked-groups.ts';
import { requirePublished } from '../require-published.ts';
import { subjectOf } from './get-outcome-lists.ts';

const MOST = 2000;

/** Who by the method's own data may be proposed for what, of one's own line (N10, P17). */
export async function listCandidates(ctx: Ctx, periodId: string) {
  const { db } = ctx.deps;
  const period = await loadPeriod(db, ctx.actor.bureauId, periodId);
  requirePublished(ctx, period);
  const evaluation = await latestEvaluation(db, period.id, true);
  const { subtrees } = scopeOf(ctx.actor, 'outcome.propose');
  const found = [];
  for (const subjectKind of evaluation ? period.ruleSet.appraises : []) {
    const groups = await rankedGroups(db, {
      evaluationId: evaluation?.id ?? '',
      subjectKind,
      ruleSet: period.ruleSet,
      suspended: rankSuspended(ctx, 'r'),
    });
    for (const group of groups) {
      for (const use of suggestedUses(group.ranking, period.ruleSet.lists ?? {})) {
        const subject = group.subjects.get(use.row.subject);
        const rule = proposalKinds[use.rule.kind];
        if (subject === undefined || subject.suspended || !rule.subjects.includes(subjectKind)) continue;
        if (!subtrees.some((path) => subject.unit_path.startsWith(path))) continue;
        found.push({ use, subject, group, name: rule.name });
      }
    }
  }
  const shown = found.slice(0, MOST);
  const proposals = await openProposals(
    db,
    ctx.actor.bureauId,
    shown.map(({ subject }) => subject.subject_id),
  );
  return {
    items: shown.map(({ use, subject, group, name }) => ({
      kind: use.rule.kind,
      kindName: name,
      subject: subjectOf(subject),
      fact: `${period.label}${group.sequenceName}：${use.fact}`,
      clause: use.rule.clause ?? null,
      basis: basisOf(period.ruleSet, period.ruleSetName, use.rule.clause),
      proposalId: proposals.get(`${subject.subject_id} ${use.rule.kind}`) ?? null,
    })),
  };
}
