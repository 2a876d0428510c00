import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, instant, pageOf, paging, requestId, subjectKind } from './fields.ts';
import { scoreState } from './results.ts';
import { versionState } from './rule-set-views.ts';

export * from './simulation-words.ts';

const tag = '往期试算';
/** Points as printed: at most six decimals, so that a third can be told. */
const points = z.string().max(60);
const count = z.number().int().nonnegative();

export const simulationState = z.enum(['queued', 'running', 'done', 'failed']);

export const trialPeriod = z.strictObject({
  id,
  label: z.string(),
  from: z.string(),
  to: z.string(),
  /** The version it was appraised by. */
  versionId: id,
  version: z.number().int(),
});
export type TrialPeriod = z.infer<typeof trialPeriod>;

export const ruleChange = z.strictObject({
  key: z.string(),
  kind: z.enum(['added', 'removed', 'changed']),
  part: z.string(),
  name: z.string(),
  /** The sentence it rests on. */
  clause: z.string().nullable(),
  lines: z.array(z.strictObject({ label: z.string(), old: z.string(), new: z.string() })).max(200),
});
export type RuleChangeView = z.infer<typeof ruleChange>;

/** What a change moved in all; `change` null: what follows from several changes, from peers or from rounding. */
export const changeEffect = z.strictObject({ change: z.string().nullable(), subjects: count, sum: points });

export const simulationSummary = z.strictObject({
  subjectKind,
  /** One officer in twelve months counts twelve times. */
  subjects: count,
  risen: count,
  fallen: count,
  unchanged: count,
  ranksMoved: count,
  meanDifference: points.nullable(),
  gradeFlips: z
    .array(z.strictObject({ from: z.string().nullable(), to: z.string().nullable(), count }))
    .max(200),
  effects: z.array(changeEffect).max(2000),
});
export type SimulationSummaryView = z.infer<typeof simulationSummary>;

/** Entries of the past that the tried version has no place for. */
export const droppedFacts = z.strictObject({
  periodId: id,
  indicator: z.string(),
  name: z.string(),
  change: z.string().nullable(),
  reason: z.string(),
  entries: count,
});

export const simulationResult = z.strictObject({
  summaries: z.array(simulationSummary).max(2),
  changes: z.array(ruleChange).max(2000),
  dropped: z.array(droppedFacts).max(2000),
  /** Indicators of which the past tells nothing: their effect cannot be tried. */
  withoutPast: z.array(z.strictObject({ code: z.string(), name: z.string() })).max(2000),
});
export type SimulationResult = z.infer<typeof simulationResult>;

export const simulationView = z.strictObject({
  id,
  ruleSetId: id,
  versionId: id,
  version: z.number().int(),
  versionState,
  baseVersion: z.number().int(),
  /** Oldest first. */
  periods: z.array(z.strictObject({ id, label: z.string() })).max(24),
  state: simulationState,
  step: z.string().nullable(),
  doneSteps: z.number().int(),
  totalSteps: z.number().int(),
  failure: z.string().nullable(),
  requestedByName: z.string(),
  requestedAt: instant,
  finishedAt: instant.nullable(),
  /** The draft was edited after it was tried. */
  outdated: z.boolean(),
});
export type SimulationView = z.infer<typeof simulationView>;

const standing = z.strictObject({
  state: scoreState,
  value: z.string().nullable(),
  rank: z.number().int().positive().nullable(),
  grade: z.string().nullable(),
});
/** The amounts of all causes are the difference. */
export const moveCause = z.strictObject({
  change: z.string().nullable(),
  place: z.enum(['indicator', 'item', 'module', 'total']),
  code: z.string().nullable(),
  name: z.string(),
  amount: points,
});
export type MoveCause = z.infer<typeof moveCause>;
export const subjectMove = z.strictObject({
  subjectId: id,
  subjectKind,
  code: z.string(),
  name: z.string(),
  unitId: id,
  unitName: z.string(),
  before: standing,
  after: standing,
  /** Null unless scored under both. */
  difference: points.nullable(),
  causes: z.array(moveCause).max(2000),
});
export type SubjectMoveView = z.infer<typeof subjectMove>;

export const unitTotal = z.strictObject({
  unitId: id,
  unitName: z.string(),
  /** Scored under both, over all periods. */
  subjects: count,
  meanBefore: points,
  meanAfter: points,
  difference: points,
});
export type UnitTotal = z.infer<typeof unitTotal>;

const ofSimulation = z.strictObject({ simulationId: id });
const movesFilter = {
  periodId: id,
  subjectKind,
  unitId: id.optional(),
  /** Only those whose grade flips. */
  flips: z.stringbool().default(false),
  /** Only those moved by this change. */
  change: z.string().max(200).optional(),
  text: z.string().trim().max(40).optional(),
};

/** The sealed periods of the method that were appraised by another version than this one, newest first. */
export const listTrialPeriods = endpoint({
  method: 'GET',
  path: '/api/rule-set-versions/:versionId/trial-periods',
  summary: '可试算的往期',
  tag,
  gate: 'ruleSet.edit',
  params: z.strictObject({ versionId: id }),
  query: z.strictObject(paging),
  response: pageOf(trialPeriod),
});
/** Tries the version on sealed periods as a background job; no entry, result or seal is written (X2). */
export const startSimulation = endpoint({
  method: 'POST',
  path: '/api/simulations',
  summary: '在往期数据上试算',
  tag,
  gate: 'ruleSet.edit',
  body: z.strictObject({
    requestId,
    versionId: id,
    periodIds: z.array(id).min(1, '请选择至少一个已封存的周期').max(24, '一次最多试算 24 个周期'),
  }),
  response: z.strictObject({ simulation: simulationView }),
});
export const listSimulations = endpoint({
  method: 'GET',
  path: '/api/rule-sets/:ruleSetId/simulations',
  summary: '历次试算',
  tag,
  gate: 'ruleSet.edit',
  params: z.strictObject({ ruleSetId: id }),
  query: z.strictObject({ ...paging, versionId: id.optional() }),
  response: pageOf(simulationView),
});
export const getSimulation = endpoint({
  method: 'GET',
  path: '/api/simulations/:simulationId',
  summary: '试算的进度与结果',
  tag,
  gate: 'ruleSet.edit',
  params: ofSimulation,
  response: z.strictObject({ simulation: simulationView, result: simulationResult.nullable() }),
});
/** Who moves in one period, by how much and why: the largest movement first. */
export const listMoves = endpoint({
  method: 'GET',
  path: '/api/simulations/:simulationId/moves',
  summary: '试算变动名单',
  tag,
  gate: 'ruleSet.edit',
  params: ofSimulation,
  query: z.strictObject({
    ...movesFilter,
    page: paging.page,
    pageSize: z.coerce.number().int().min(1).max(100).default(50),
  }),
  response: pageOf(subjectMove),
});
export const listUnitTotals = endpoint({
  method: 'GET',
  path: '/api/simulations/:simulationId/units',
  summary: '试算单位汇总',
  tag,
  gate: 'ruleSet.edit',
  params: ofSimulation,
  query: z.strictObject({ ...paging, subjectKind, text: z.string().trim().max(40).optional() }),
  response: pageOf(unitTotal),
});
export const exportSimulation = endpoint({
  method: 'GET',
  path: '/api/simulations/:simulationId/report.xlsx',
  summary: '导出试算结果',
  tag,
  gate: 'ruleSet.edit',
  params: ofSimulation,
  query: z.strictObject(movesFilter),
  download: true,
});
