import type { outcomes } from '@mingji/contract';
import { firstAndLast, LIST_PLACES, listPlaces, type RankedRow } from '@mingji/engine';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import { latestEvaluation, loadPeriod, mayOpen, maySee, rankSuspended } from '../../results/index.ts';
import { type RankedGroup, type RankedSubject, rankedGroups } from '../ranked-groups.ts';
import { requirePublished } from '../require-published.ts';
import { sealNoOf } from '../seal-of-period.ts';

type Query = z.output<typeof outcomes.getOutcomeLists.query>;

/**
 * First, last and top lists of each group (§12): whom the method's policy lets the reader see (§17), and the score's
 * explanation only in one's line.
 */
export async function getOutcomeLists(ctx: Ctx, query: Query) {
  const { db } = ctx.deps;
  const period = await loadPeriod(db, ctx.actor.bureauId, query.periodId);
  requirePublished(ctx, period);
  const evaluation = await latestEvaluation(db, period.id, true);
  const lists = period.ruleSet.lists ?? {};
  const groups = evaluation
    ? await rankedGroups(db, {
        evaluationId: evaluation.id,
        subjectKind: query.subjectKind,
        ruleSet: period.ruleSet,
        suspended: rankSuspended(ctx, 'r'),
        mayOpen: mayOpen(ctx),
        maySee: maySee(ctx, { evaluationId: evaluation.id, ruleSet: period.ruleSet }, query.subjectKind),
      })
    : [];
  const wanted = groups.filter(
    (group) => query.sequenceCode === undefined || group.sequenceCode === query.sequenceCode,
  );
  const sees = (row: RankedSubject) => row.may_see;
  const shown = wanted.filter((group) => [...group.subjects.values()].some(sees)).slice(0, 200);
  return {
    period: {
      id: period.id,
      label: period.label,
      ruleSetName: period.ruleSetName,
      sealNo: await sealNoOf(db, period.id),
    },
    groups: shown.map((group) => presentGroup(group, lists, sees)),
    partial: wanted.some((group) => ![...group.subjects.values()].every(sees)),
  };
}

function presentGroup(
  group: RankedGroup,
  lists: Parameters<typeof firstAndLast>[1],
  sees: (row: RankedSubject) => boolean,
): outcomes.OutcomeGroup {
  const found = firstAndLast(group.ranking, lists);
  const size = group.ranking.ranked;
  const hidden = [...group.subjects.values()].some(({ suspended }) => suspended)
    ? ['有对象正在复议，名次暂不显示，未列入名单。']
    : [];
  const present = (rows: readonly RankedRow[]) =>
    rows.flatMap(({ subject }) => {
      const row = group.subjects.get(subject);
      if (row === undefined || row.rank === null || row.suspended || !sees(row)) return [];
      return [
        {
          subject: subjectOf(row),
          rank: row.rank,
          score: row.score,
          mayOpen: row.may_open,
        },
      ];
    });
  return {
    sequenceCode: group.sequenceCode,
    sequenceName: group.sequenceName,
    groupCode: group.groupCode || null,
    size,
    wanted: {
      first: listPlaces(size, lists.first ?? LIST_PLACES),
      last: listPlaces(size, lists.last ?? LIST_PLACES),
      top: lists.top ?? 0,
    },
    first: present(found.first),
    last: present(found.last),
    top: present(found.top),
    note: [...(found.note === null ? [] : [found.note]), ...hidden].join('') || null,
  };
}

export function subjectOf(row: RankedSubject) {
  return {
    kind: row.subject_kind,
    id: row.subject_id,
    name: row.subject_name,
    code: row.subject_code,
    unitName: row.unit_name,
  };
}
