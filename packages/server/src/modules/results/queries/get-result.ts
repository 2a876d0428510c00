import type { results } from '@mingji/contract';
import { type Evaluation, type ExplainedLine, evaluate, explain, type RuleSet } from '@mingji/engine';
import { requireAccess } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { notFound, Refusal } from '../../../refusal.ts';
import type { LedgerRow } from '../../ledger/index.ts';
import type { AppraisedSubject } from '../appraised-subjects.ts';
import { latestEvaluation } from '../evaluation-view.ts';
import { loadFacts, type PeriodFacts } from '../load-facts.ts';
import { loadPeriod, type PeriodContext } from '../period-context.ts';
import { scoreColumns, shown } from '../score-columns.ts';
import { itemColumns, refuseBeforePublication } from './list-ranking.ts';

export interface SubjectRef {
  readonly periodId: string;
  readonly subjectKind: 'unit' | 'officer';
  readonly subjectId: string;
}

/** The published result with its explanation, made by the same evaluation that makes the number (X1). */
export async function getResult(ctx: Ctx, ref: SubjectRef): Promise<results.ResultView> {
  return explainedResult(ctx, ref, true);
}

/** Where the subject stands now, by the ledger as it is; ranks come only with published results (P13). */
export async function getStanding(ctx: Ctx, ref: SubjectRef): Promise<results.ResultView> {
  return explainedResult(ctx, ref, false);
}

async function explainedResult(ctx: Ctx, ref: SubjectRef, published: boolean): Promise<results.ResultView> {
  const { db } = ctx.deps;
  const period = await loadPeriod(db, ctx.actor.bureauId, ref.periodId);
  if (published) refuseBeforePublication(ctx, period);
  const loaded = await loadFacts(db, period);
  const subject = loaded.subjects.find((each) => each.id === ref.subjectId && each.kind === ref.subjectKind);
  if (!subject) throw notFound('该考核对象');
  requireAccess(ctx, 'result.read', {
    unitPath: subject.unitPath,
    ...(subject.kind === 'officer' ? { officerId: subject.id } : {}),
  });
  const evaluated = evaluate({ ruleSet: period.ruleSet, facts: loaded.facts, traces: [subject.id] });
  if (!evaluated.ok)
    throw new Refusal('refused', `不能计算:${evaluated.refusals[0]?.message ?? '数据与办法不符'}`);
  const stored = published ? await storedResult(ctx, ref) : null;
  if (published && !stored) throw notFound('该周期的成绩');
  return present(period, subject, loaded, evaluated.value, stored);
}

async function storedResult(ctx: Ctx, ref: SubjectRef) {
  const evaluation = await latestEvaluation(ctx.deps.db, ref.periodId, true);
  if (!evaluation) return null;
  const row = await ctx.deps.db
    .selectFrom('result')
    .selectAll()
    .where('evaluation_id', '=', evaluation.id)
    .where('subject_kind', '=', ref.subjectKind)
    .where('subject_id', '=', ref.subjectId)
    .executeTakeFirst();
  return row ?? null;
}
type StoredResult = NonNullable<Awaited<ReturnType<typeof storedResult>>>;

function present(
  period: PeriodContext,
  subject: AppraisedSubject,
  loaded: PeriodFacts,
  evaluation: Evaluation,
  stored: StoredResult | null,
): results.ResultView {
  const result = evaluation.subjects.find((each) => each.subject === subject.id);
  if (!result?.trace) throw new Error(`the engine gave no trace for ${subject.id}`);
  const computed = scoreColumns(period.ruleSet, result);
  const scores = new Map(result.items.map((item) => [item.code, item.score]));
  return {
    period: { id: period.id, label: period.label, state: period.state, sealed: period.state === 'sealed' },
    subject: {
      kind: subject.kind,
      id: subject.id,
      name: subject.name,
      code: subject.code,
      unitName: subject.unitName,
    },
    score: {
      state: (stored?.score_state ?? computed.score_state) as results.ResultView['score']['state'],
      value: stored ? stored.score : computed.score,
    },
    rank: stored?.rank ?? null,
    rankOf: stored?.rank_of ?? null,
    sequenceName: subject.sequenceName,
    ruleSet: { name: period.ruleSetName, version: period.ruleSetVersion },
    items: itemColumns(period.ruleSet).map((column) => {
      const score = scores.get(column.code);
      return {
        ...column,
        score:
          score?.state === 'scored'
            ? { state: 'scored', value: shown(score.value) }
            : { state: score?.state ?? 'notApplicable', value: null },
      };
    }),
    lines: presentLines(period.ruleSet, explain(result.trace), loaded.ledger),
    recomputedEqual:
      stored === null || (stored.score === computed.score && stored.score_state === computed.score_state),
  };
}

const MAX_LINES = 3000;

function presentLines(
  ruleSet: RuleSet,
  lines: readonly ExplainedLine[],
  ledger: readonly LedgerRow[],
): results.ResultView['lines'] {
  const clauses = new Map(ruleSet.clauses.map((clause) => [clause.id, clause.text]));
  const entries = new Map(ledger.map((row) => [row.id, row]));
  return lines.slice(0, MAX_LINES).map((line) => ({
    depth: Math.min(line.depth, 12),
    text: line.text,
    value: line.value,
    clauseId: line.clause ?? null,
    clauseText: (line.clause && clauses.get(line.clause)) ?? null,
    entries: line.entryIds.slice(0, 500).flatMap((id) => {
      // A unit's derived entry (§14) is shown as the booked entry it comes from.
      const row = entries.get(id.split('@')[0] ?? id);
      if (!row) return [];
      return [
        {
          id: row.id,
          by: row.by_name,
          at: row.at.toISOString(),
          reason: row.reason,
          fileIds: row.evidence_file_ids,
          counts: line.standsIn === undefined,
        },
      ];
    }),
  }));
}
