import { type PeriodSimulation, ruleChanges, simulatePeriod } from '@mingji/engine';
import type { Deps } from '../../context.ts';
import { Refusal } from '../../refusal.ts';
import { sealedBasis } from '../results/index.ts';
import { contentHash, ruleSetOfVersion } from '../rule-sets/index.ts';
import { type NamedMove, packMoves, presentMoves } from './moves.ts';
import { sealedNames } from './sealed-names.ts';
import { summarizeSimulation } from './summarize.ts';

/** The job behind “试算”: each sealed period under its own rules and under the tried ones, progress after each (X2). */
export async function simulateRules(deps: Deps, simulationId: string): Promise<void> {
  const claimed = await deps.db
    .updateTable('simulation')
    .set({ state: 'running', step: '读取封存数据', progressed_at: deps.clock() })
    .where('id', '=', simulationId)
    .where('state', '=', 'queued')
    .returning(['id', 'bureau_id', 'rule_set_version_id', 'base_version_id', 'period_ids'])
    .executeTakeFirst();
  if (!claimed) return;
  try {
    await tryPeriods(deps, claimed);
  } catch (error) {
    const message = error instanceof Refusal ? error.message : '试算过程出现意外错误，请稍后重试。';
    await deps.db
      .updateTable('simulation')
      .set({ state: 'failed', failure: message, finished_at: deps.clock() })
      .where('id', '=', simulationId)
      .where('state', '=', 'running')
      .execute();
    if (!(error instanceof Refusal)) throw error;
  }
}

interface Claimed {
  readonly id: string;
  readonly bureau_id: string;
  readonly rule_set_version_id: string;
  readonly base_version_id: string;
  readonly period_ids: readonly string[];
}
type Tried = Omit<PeriodSimulation, 'moves'> & { readonly moves: readonly NamedMove[] };

async function tryPeriods(deps: Deps, claimed: Claimed): Promise<void> {
  const { db } = deps;
  const newRules = await ruleSetOfVersion(db, claimed.bureau_id, claimed.rule_set_version_id);
  // All periods were appraised by this one version, so the changes are the same for each.
  const oldRules = await ruleSetOfVersion(db, claimed.bureau_id, claimed.base_version_id);
  const changes = ruleChanges(oldRules, newRules);
  const periods = await db
    .selectFrom('period')
    .select(['id', 'label'])
    .where('id', 'in', claimed.period_ids)
    .orderBy('from_on')
    .orderBy('id')
    .execute();
  const tried: Tried[] = [];
  for (const [at, period] of periods.entries()) {
    await progress(
      deps,
      claimed.id,
      at,
      periods.length,
      `试算 ${period.label}（${at + 1}/${periods.length}）`,
    );
    const { facts } = await sealedBasis(db, period.id);
    const result = simulatePeriod({ oldRules, newRules, facts, changes });
    if (!result.ok) throw refusalOf(period.label, result.refusals);
    const names = await sealedNames(db, period.id);
    const moves = result.value.moves.flatMap((move) => {
      const named = names.get(move.subject);
      return named === undefined ? [] : [{ ...move, unit: named.unitId, named }];
    });
    await db
      .insertInto('simulation_period')
      .values({
        simulation_id: claimed.id,
        period_id: period.id,
        moves_gzip: await packMoves(presentMoves({ oldRules, newRules }, moves)),
      })
      .execute();
    tried.push({ ...result.value, moves });
  }
  await progress(deps, claimed.id, periods.length, periods.length, '汇总');
  const result = summarizeSimulation({ oldRules, newRules, changes, periods: tried });
  await db
    .updateTable('simulation')
    .set({
      state: 'done',
      step: '完成',
      done_steps: periods.length + 1,
      tried_hash: contentHash(deps.crypto, newRules),
      result: JSON.stringify(result),
      finished_at: deps.clock(),
    })
    .where('id', '=', claimed.id)
    .where('state', '=', 'running')
    .execute();
}

async function progress(deps: Deps, id: string, done: number, periods: number, step: string): Promise<void> {
  await deps.db
    .updateTable('simulation')
    .set({ step, done_steps: done, total_steps: periods + 1, progressed_at: deps.clock() })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .execute();
}

function refusalOf(
  label: string,
  refusals: readonly { readonly path: string; readonly message: string }[],
): Refusal {
  const told = refusals.slice(0, 3).map(({ message }) => message);
  return new Refusal(
    'refused',
    `“${label}”的数据不能按新规则计算：${told.join('；')}`,
    [...refusals].slice(0, 500),
  );
}
