import { randomUUID } from 'node:crypto';
import { ruleSets, simulations } from '@mingji/contract';
import type { RuleSet } from '@mingji/engine';
import { simulateRules } from '../../src/modules/simulations/index.ts';
import { type MonthWorld, sealedMonth } from '../results/month.ts';
import type { TestClient } from '../support/client.ts';

export interface Trial {
  readonly periodId: string;
  readonly ruleSetId: string;
  readonly publishedId: string;
  readonly draftId: string;
}

/** 好 from 91, 较好 from 59: a point or two decides. */
export const grading: NonNullable<RuleSet['grading']> = {
  grades: [
    { code: 'good', name: '好', from: '91' },
    { code: 'fair', name: '较好', from: '59' },
    { code: 'poor', name: '一般' },
  ],
};

/** A sealed September, and a draft of its method in which an absence costs `points`. */
export async function draftOnMonth(world: MonthWorld, points = '-2'): Promise<Trial> {
  const { periodId } = await sealedMonth(world, { grading });
  const { ruleSetId, publishedId } = await methodOf(world, periodId);
  const { version } = await world.office.call(ruleSets.createDraft, {
    params: { ruleSetId },
    body: { requestId: randomUUID() },
  });
  await saveContent(world, version, withAbsence(version.content as RuleSet, points));
  return { periodId, ruleSetId, publishedId, draftId: version.id };
}

async function methodOf({ server }: MonthWorld, periodId: string) {
  const row = await server.db
    .selectFrom('period')
    .innerJoin('rule_set_version', 'rule_set_version.id', 'period.rule_set_version_id')
    .select(['rule_set_version.id', 'rule_set_version.rule_set_id'])
    .where('period.id', '=', periodId)
    .executeTakeFirstOrThrow();
  return { publishedId: row.id, ruleSetId: row.rule_set_id };
}

export async function saveContent(
  world: MonthWorld,
  version: Pick<ruleSets.VersionView, 'id' | 'updatedAt'>,
  content: RuleSet,
): Promise<ruleSets.VersionView> {
  const saved = await world.office.call(ruleSets.saveDraft, {
    params: { versionId: version.id },
    body: {
      requestId: randomUUID(),
      expectedUpdatedAt: version.updatedAt,
      content: content as ruleSets.VersionView['content'],
    },
  });
  return saved.version;
}

/** The same rules, an absence costing something else; its clause says so. */
export function withAbsence(content: RuleSet, points: string): RuleSet {
  return {
    ...content,
    clauses: content.clauses.map((clause) =>
      clause.id === 'c1' ? { ...clause, text: `抽查一次不在位扣 ${points.slice(1)} 分。` } : clause,
    ),
    modules: content.modules.map((module) => ({
      ...module,
      items: module.items.map((item) => ({
        ...item,
        indicators: item.indicators.map((indicator) =>
          indicator.scoring.family === 'deductFromFull'
            ? {
                ...indicator,
                scoring: {
                  ...indicator.scoring,
                  events: indicator.scoring.events.map((event) => ({ ...event, points })),
                },
              }
            : indicator,
        ),
      })),
    })),
  };
}

export const trialRequest = (versionId: string, periodIds: readonly string[]) => ({
  body: { requestId: randomUUID(), versionId, periodIds: [...periodIds] },
});

/** Asks for the trial as the page does and runs the job, as the queue's worker would. */
export async function tryOut(
  world: MonthWorld,
  { draftId, periodId }: Pick<Trial, 'draftId' | 'periodId'>,
  office: TestClient = world.office,
): Promise<string> {
  const { simulation } = await office.call(simulations.startSimulation, trialRequest(draftId, [periodId]));
  await simulateRules(world.server.deps, simulation.id);
  return simulation.id;
}

export const onSimulation = (simulationId: string) => ({ params: { simulationId } });
export const officersOf = (simulationId: string, periodId: string) => ({
  params: { simulationId },
  query: { periodId, subjectKind: 'officer' as const },
});
