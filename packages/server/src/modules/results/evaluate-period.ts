import type { results as contract } from '@mingji/contract';
import { evaluate, type RuleSet, type SubjectResult } from '@mingji/engine';
import type { Deps } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { Refusal } from '../../refusal.ts';
import type { AppraisedSubject } from './appraised-subjects.ts';
import { gradesOf } from './grade-of-result.ts';
import { loadFacts, type PeriodFacts } from './load-facts.ts';
import { loadPeriod, type PeriodContext } from './period-context.ts';
import { scoreColumns, scoreDetail } from './score-columns.ts';

const ROWS_PER_INSERT = 500;

/** The job behind “计算成绩”: reads one consistent state, lets the engine compute, writes the results (§15). */
export async function evaluatePeriod(deps: Deps, evaluationId: string): Promise<void> {
  const claimed = await deps.db
    .updateTable('evaluation')
    .set({
      state: 'running',
      step: '读取名册与台账',
      done_steps: 0,
      total_steps: 3,
      progressed_at: deps.clock(),
    })
    .where('id', '=', evaluationId)
    .where('state', '=', 'queued')
    .returning(['period_id', 'bureau_id'])
    .executeTakeFirst();
  if (!claimed) return;
  try {
    await compute(deps, evaluationId, claimed.bureau_id, claimed.period_id);
  } catch (error) {
    const message = error instanceof Refusal ? error.message : '计算过程出现意外错误，请稍后重试。';
    await deps.db
      .updateTable('evaluation')
      .set({ state: 'failed', failure: message, finished_at: deps.clock() })
      .where('id', '=', evaluationId)
      .where('state', '=', 'running')
      .execute();
    if (!(error instanceof Refusal)) throw error;
  }
}

async function compute(deps: Deps, evaluationId: string, bureauId: string, periodId: string): Promise<void> {
  const loaded = await deps.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const period = await loadPeriod(tx, bureauId, periodId);
      if (period.state === 'sealed')
        throw new Refusal('sealed', `“${period.label}”已封存，成绩不再重新计算。`);
      return { period, ...(await loadFacts(tx, period)) };
    });
  const chunks = Math.ceil(loaded.subjects.length / ROWS_PER_INSERT);
  const progress = progressOf(deps, evaluationId, 3 + chunks);
  await progress(1, `计算 ${loaded.subjects.length} 个考核对象`);
  const results = computeResults(loaded.period.ruleSet, loaded);
  await deps.db.transaction().execute(async (tx) => {
    await progress(2, '写入成绩');
    for (let chunk = 0; chunk < chunks; chunk += 1) {
      const part = results.slice(chunk * ROWS_PER_INSERT, (chunk + 1) * ROWS_PER_INSERT);
      await insertResults(tx, loaded.period, evaluationId, part);
      await progress(
        3 + chunk,
        `写入成绩 ${Math.min((chunk + 1) * ROWS_PER_INSERT, results.length)}/${results.length}`,
      );
    }
    const finished = await tx
      .updateTable('evaluation')
      .set({
        state: 'done',
        step: '完成',
        done_steps: 3 + chunks,
        entry_count: loaded.ledger.length,
        finished_at: deps.clock(),
      })
      .where('id', '=', evaluationId)
      .where('state', '=', 'running')
      .returning('id')
      .executeTakeFirst();
    // Given up meanwhile, with another one in its place: what was written goes back with the transaction.
    if (!finished) throw new Refusal('conflict', '本次计算已作废，以后来的计算为准。');
  });
}

/** Progress is written outside the transaction that writes results, so that whoever waits can see it. */
function progressOf(deps: Deps, evaluationId: string, total: number) {
  return async (done: number, step: string) => {
    if (done >= total) return;
    await deps.db
      .updateTable('evaluation')
      .set({ step, done_steps: done, total_steps: total, progressed_at: deps.clock() })
      .where('id', '=', evaluationId)
      .where('state', '=', 'running')
      .execute();
  };
}

/** A subject's result beside its place in the roster and its ranking. */
export interface ComputedResult {
  readonly subject: AppraisedSubject;
  readonly result: SubjectResult;
  readonly rankOf: number | null;
  readonly grade: contract.GradeView | null;
}

/** Evaluates without traces; refuses with the engine's first sentences when the facts do not fit the rules. */
export function computeResults(ruleSet: RuleSet, loaded: PeriodFacts): ComputedResult[] {
  const evaluated = evaluate({ ruleSet, facts: loaded.facts, traces: 'none' });
  if (!evaluated.ok) {
    const problems = evaluated.refusals.map(({ path, message, clause }) => ({
      path,
      message,
      ...(clause === undefined ? {} : { clause }),
    }));
    throw new Refusal('refused', `不能计算成绩：${problems[0]?.message ?? '数据与办法不符'}`, problems);
  }
  const results = new Map(evaluated.value.subjects.map((result) => [result.subject, result]));
  const grades = gradesOf(ruleSet, evaluated.value);
  const rankOf = new Map<string, number>();
  for (const ranking of evaluated.value.rankings) {
    for (const row of ranking.rows) if (row.rank !== null) rankOf.set(row.subject, ranking.ranked);
  }
  return loaded.subjects.map((subject) => {
    const result = results.get(subject.id);
    if (!result) throw new Error(`the engine gave no result for ${subject.id}`);
    return {
      subject,
      result,
      rankOf: rankOf.get(subject.id) ?? null,
      grade: grades.get(subject.id) ?? null,
    };
  });
}

async function insertResults(
  tx: Tx,
  period: PeriodContext,
  evaluationId: string,
  part: readonly ComputedResult[],
): Promise<void> {
  if (part.length === 0) return;
  await tx
    .insertInto('result')
    .values(
      part.map(({ subject, result, rankOf, grade }) => ({
        evaluation_id: evaluationId,
        period_id: period.id,
        bureau_id: period.bureauId,
        subject_kind: subject.kind,
        subject_id: subject.id,
        subject_name: subject.name,
        subject_code: subject.code,
        unit_id: subject.unitId,
        ...scoreColumns(period.ruleSet, result),
        sequence_code: subject.sequence ?? null,
        sequence_name: subject.sequenceName,
        group_code: subject.group ?? null,
        rank: result.rank,
        rank_of: rankOf,
        detail: JSON.stringify(scoreDetail(result, grade)),
      })),
    )
    .execute();
}
