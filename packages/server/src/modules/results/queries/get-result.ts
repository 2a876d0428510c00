import type { results } from '@mingji/contract';
import { type Evaluation, evaluate, explainSubject, type Facts, type RuleSet } from '@mingji/engine';
import { requireAccess } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { notFound, Refusal } from '../../../refusal.ts';
import { latestEvaluation } from '../evaluation-view.ts';
import { gradesOf } from '../grade-of-result.ts';
import { loadFacts } from '../load-facts.ts';
import { comparesOfficers, loadOfficerFacts } from '../load-officer-facts.ts';
import { loadPeriod, type PeriodContext } from '../period-context.ts';
import { rankSuspended } from '../rank-suspension.ts';
import { scoreColumns, shown } from '../score-columns.ts';
import { sealedBasis } from '../sealed-content.ts';
import { explanationLines } from './explanation-lines.ts';
import { itemColumns, refuseBeforePublication } from './list-ranking.ts';

export interface SubjectRef {
  readonly periodId: string;
  readonly subjectKind: 'unit' | 'officer';
  readonly subjectId: string;
}

/** The published result with its explanation, made by the same evaluation that makes the number (X1). */
export async function getResult(ctx: Ctx, ref: SubjectRef): Promise<results.ResultView> {
  const period = await loadPeriod(ctx.deps.db, ctx.actor.bureauId, ref.periodId);
  refuseBeforePublication(ctx, period);
  const stored = await storedResult(ctx, ref);
  if (!stored) throw notFound('该周期的成绩');
  requireResultAccess(ctx, ref, stored.unit_path);
  return present(ctx, period, ref, await basisOf(ctx, period), stored);
}

/** Where the subject stands now, by the ledger as it is; ranks come only with published results (P13). */
export async function getStanding(
  ctx: Ctx,
  ref: SubjectRef,
): Promise<{ standing: results.ResultView | null }> {
  const period = await loadPeriod(ctx.deps.db, ctx.actor.bureauId, ref.periodId);
  if (period.state === 'sealed') return { standing: await sealedStanding(ctx, ref) };
  const alone = ref.subjectKind === 'officer' && !comparesOfficers(period.ruleSet);
  const loaded = alone
    ? await loadOfficerFacts(ctx.deps.db, period, ref.subjectId)
    : await loadFacts(ctx.deps.db, period);
  const subject = loaded.subjects.find((each) => each.id === ref.subjectId && each.kind === ref.subjectKind);
  if (!subject) return notAppraised(ctx, ref);
  requireResultAccess(ctx, ref, subject.unitPath);
  const basis = { ruleSet: period.ruleSet, facts: loaded.facts };
  return { standing: await present(ctx, period, ref, basis, subjectAsStored(subject)) };
}

/** Who asks for himself is told that he is not appraised here; whether others are is nobody's to find out by asking. */
function notAppraised(ctx: Ctx, ref: SubjectRef): { standing: null } {
  if (ref.subjectKind === 'officer' && ref.subjectId === ctx.actor.officerId) return { standing: null };
  throw notFound('该考核对象');
}

async function sealedStanding(ctx: Ctx, ref: SubjectRef): Promise<results.ResultView | null> {
  return (await storedResult(ctx, ref)) ? getResult(ctx, ref) : notAppraised(ctx, ref).standing;
}

function requireResultAccess(ctx: Ctx, ref: SubjectRef, unitPath: string): void {
  requireAccess(ctx, 'result.read', {
    unitPath,
    ...(ref.subjectKind === 'officer' ? { officerId: ref.subjectId } : {}),
  });
}

async function storedResult(ctx: Ctx, ref: SubjectRef) {
  const evaluation = await latestEvaluation(ctx.deps.db, ref.periodId, true);
  if (!evaluation) return null;
  const row = await ctx.deps.db
    .selectFrom('result')
    .innerJoin('unit', 'unit.id', 'result.unit_id')
    .selectAll('result')
    .select([
      'unit.name as unit_name',
      'unit.path as unit_path',
      rankSuspended(ctx, 'result').as('suspended'),
    ])
    .where('evaluation_id', '=', evaluation.id)
    .where('subject_kind', '=', ref.subjectKind)
    .where('subject_id', '=', ref.subjectId)
    .executeTakeFirst();
  return row ? { ...row, computed: true as const } : null;
}
type StoredResult = NonNullable<Awaited<ReturnType<typeof storedResult>>>;

/** A standing has a subject, but nothing stored yet. */
type ShownSubject =
  | StoredResult
  | (Pick<StoredResult, 'subject_name' | 'subject_code' | 'unit_name' | 'sequence_name'> & {
      readonly computed: false;
    });

function subjectAsStored(subject: {
  name: string;
  code: string;
  unitName: string;
  sequenceName: string | null;
}): ShownSubject {
  return {
    computed: false,
    subject_name: subject.name,
    subject_code: subject.code,
    unit_name: subject.unitName,
    sequence_name: subject.sequenceName,
  };
}

/** What the number is recomputed from. */
interface Basis {
  readonly ruleSet: RuleSet;
  readonly facts: Facts;
}

/** A sealed month is told from its seal, another from what is there now. */
export async function basisOf(ctx: Ctx, period: PeriodContext): Promise<Basis> {
  return period.state === 'sealed' ? sealedBasis(ctx.deps.db, period.id) : presentBasis(ctx, period);
}

async function presentBasis(ctx: Ctx, period: PeriodContext): Promise<Basis> {
  const { facts } = await loadFacts(ctx.deps.db, period);
  return { ruleSet: period.ruleSet, facts };
}

async function present(
  ctx: Ctx,
  period: PeriodContext,
  ref: SubjectRef,
  { ruleSet, facts }: Basis,
  subject: ShownSubject,
): Promise<results.ResultView> {
  const evaluated = evaluate({ ruleSet, facts, traces: [ref.subjectId] });
  if (!evaluated.ok) {
    throw new Refusal('refused', `不能计算：${evaluated.refusals[0]?.message ?? '数据与办法不符'}`);
  }
  const result = resultOf(evaluated.value, ref.subjectId);
  const computed = result ? scoreColumns(ruleSet, result) : null;
  const stored = subject.computed ? subject : null;
  const scores = new Map(result?.items.map((item) => [item.code, item.score]) ?? []);
  return {
    period: { id: period.id, label: period.label, state: period.state, sealed: period.state === 'sealed' },
    subject: {
      kind: ref.subjectKind,
      id: ref.subjectId,
      name: subject.subject_name,
      code: subject.subject_code,
      unitName: subject.unit_name,
    },
    score: {
      state: (stored ?? computed)?.score_state as results.ResultView['score']['state'],
      value: (stored ?? computed)?.score ?? null,
    },
    grade: gradesOf(ruleSet, evaluated.value).get(ref.subjectId) ?? null,
    rank: stored?.suspended ? null : (stored?.rank ?? null),
    rankOf: stored?.rank_of ?? null,
    rankSuspended: stored?.suspended ?? false,
    sequenceName: subject.sequence_name,
    ruleSet: { name: period.ruleSetName, version: period.ruleSetVersion },
    items: itemColumns(ruleSet).map((column) => {
      const score = scores.get(column.code);
      if (score?.state === 'scored')
        return { ...column, score: { state: score.state, value: shown(score.value) } };
      return { ...column, score: { state: score?.state ?? 'notApplicable', value: null } };
    }),
    lines: result
      ? await explanationLines(ctx.deps.db, ruleSet, explainSubject(ruleSet, evaluated.value, result))
      : [],
    recomputedEqual:
      stored === null ||
      (computed !== null &&
        stored.score === computed.score &&
        stored.score_state === computed.score_state &&
        stored.rank === result?.rank),
  };
}

/** None when the subject has left the roster since: the stored number then rests on nothing that is there now. */
function resultOf(evaluation: Evaluation, subjectId: string) {
  return evaluation.subjects.find((each) => each.subject === subjectId);
}
