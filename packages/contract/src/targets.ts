import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { day, id, instant, longText, named, nonNegativeDecimal, requestId } from './fields.ts';

export * from './target-progress.ts';

const tag = '目标任务';
const yearText = z.coerce.number().int().min(2000).max(2100);
const year = z.number().int().min(2000).max(2100);
const quantity = nonNegativeDecimal;
const reason = longText.max(500, '原因最多 500 字');

/** An indicator for which quantities can be issued. */
export const targetIndicator = z.strictObject({
  code: z.string(),
  name: z.string(),
  itemName: z.string(),
  moduleName: z.string(),
  owner: z.string(),
  familyName: z.string(),
  measureUnit: z.string().nullable(),
  clauseText: z.string(),
});
/** §14: issued = handed down + kept + not yet handed down; a negative rest is an over-split. */
export const targetFigures = z.strictObject({
  issued: z.string(),
  kept: z.string(),
  handedDown: z.string(),
  /** Negative when over-split. */
  notYetHandedDown: z.string(),
  overSplitReason: z.string().nullable(),
  /** What was accepted, own and below, nothing twice. */
  actual: z.string(),
  /** Whole percent for the bar; null where nothing was issued. 148 % is a fact. */
  percent: z.string().nullable(),
});
export const targetState = z.enum(['issued', 'withdrawn', 'superseded']);
export const targetView = z.strictObject({
  id,
  indicator: targetIndicator,
  unit: named,
  officer: z.strictObject({ id, name: z.string(), policeNo: z.string() }).nullable(),
  parentId: id.nullable(),
  revision: z.number().int(),
  splitNo: z.number().int(),
  issuedAt: instant,
  issuedByName: z.string().nullable(),
  openedAt: instant.nullable(),
  figures: targetFigures,
  canDecompose: z.boolean(),
  /** A root target is changed and withdrawn by who issued it; the others by the decomposition above them. */
  canChange: z.boolean(),
});
export type TargetView = z.infer<typeof targetView>;

/** Which books of targets there are: one per published version and year. */
export const listTargetBooks = endpoint({
  method: 'GET',
  path: '/api/target-books',
  summary: '目标任务书列表',
  tag,
  gate: 'target.read',
  response: z.strictObject({
    books: z
      .array(
        z.strictObject({
          versionId: id,
          ruleSetId: id,
          ruleSetName: z.string(),
          version: z.number().int(),
          state: z.enum(['draft', 'published']),
          effectiveOn: day.nullable(),
          unit: named,
          year,
          targets: z.number().int(),
          canIssue: z.boolean(),
          indicators: z.array(targetIndicator).max(500),
        }),
      )
      .max(200),
    /** The unit at which the reader's elevator starts. */
    startUnitId: id.nullable(),
  }),
});

export const childStanding = z.strictObject({
  kind: z.enum(['unit', 'officer']),
  id,
  name: z.string(),
  code: z.string(),
  unitKind: z.string().nullable(),
  position: z.string().nullable(),
  /** Officers counted for a split by head count: a unit's with everything below it. */
  headCount: z.number().int(),
  targets: z.number().int(),
  unopened: z.number().int(),
});
/** One floor of the elevator: a unit with its targets and those below it (P5). */
export const getUnitTargets = endpoint({
  method: 'GET',
  path: '/api/target-books/:versionId/:year/units/:unitId',
  summary: '一个单位的目标任务',
  tag,
  gate: 'target.read',
  params: z.strictObject({ versionId: id, year: yearText, unitId: id }),
  response: z.strictObject({
    unit: z.strictObject({ id, name: z.string(), kind: z.string(), level: z.number().int() }),
    /** From the top down to the unit, only those the reader may open. */
    ancestors: z.array(named).max(10),
    targets: z.array(targetView).max(500),
    children: z.array(childStanding).max(1000),
  }),
});
export const getOfficerTargets = endpoint({
  method: 'GET',
  path: '/api/target-books/:versionId/:year/officers/:officerId',
  summary: '一名民警的目标任务',
  tag,
  gate: 'target.read',
  params: z.strictObject({ versionId: id, year: yearText, officerId: id }),
  response: z.strictObject({
    officer: z.strictObject({ id, name: z.string(), policeNo: z.string(), unit: named }),
    ancestors: z.array(named).max(10),
    targets: z.array(targetView).max(500),
  }),
});
/** Of all books, for the officer behind the account. */
export const listMyTargets = endpoint({
  method: 'GET',
  path: '/api/my-targets',
  summary: '我的目标任务',
  tag,
  gate: 'target.read',
  query: z.strictObject({ year: yearText }),
  response: z.strictObject({
    targets: z
      .array(
        targetView.extend({
          versionId: id,
          ruleSetName: z.string(),
          periodId: id.nullable(),
          submitBy: instant.nullable(),
        }),
      )
      .max(500),
  }),
});

export const partView = childStanding.extend({
  /** What it has of this target now; null = nothing was issued to it, which is not 0. */
  quantity: z.string().nullable(),
  targetId: id.nullable(),
  actual: z.string(),
  percent: z.string().nullable(),
  handedDown: z.string().nullable(),
});
export const targetEvent = z.strictObject({
  action: z.string(),
  actionLabel: z.string(),
  byName: z.string(),
  at: instant,
  reason: z.string().nullable(),
});
export const targetDetail = targetView.extend({
  versionId: id,
  year,
  /** All who may get a part, children first by code. */
  parts: z.array(partView).max(1000),
  revisions: z
    .array(
      z.strictObject({
        revision: z.number().int(),
        quantity: z.string(),
        state: targetState,
        at: instant,
        byName: z.string().nullable(),
      }),
    )
    .max(200),
  timeline: z.array(targetEvent).max(300),
});
export type TargetDetail = z.infer<typeof targetDetail>;
const ofTarget = z.strictObject({ targetId: id });
const targetAnswer = z.strictObject({ target: targetDetail });
export const getTarget = endpoint({
  method: 'GET',
  path: '/api/targets/:targetId',
  summary: '一项目标及其分解',
  tag,
  gate: 'target.read',
  params: ofTarget,
  response: targetAnswer,
});
/** From the root: quantities to units, each the beginning of a tree of its own. */
export const issueTargets = endpoint({
  method: 'POST',
  path: '/api/target-books/:versionId/:year/targets',
  summary: '下达目标',
  tag,
  gate: 'target.issue',
  params: z.strictObject({ versionId: id, year: yearText }),
  body: z.strictObject({
    requestId,
    rows: z
      .array(z.strictObject({ indicatorCode: z.string().min(1).max(100), unitId: id, quantity }))
      .min(1)
      .max(1000),
  }),
  response: z.strictObject({ issued: z.number().int() }),
});
/** The whole split at once: who is left out gets nothing, or loses what there was. */
export const decomposeTarget = endpoint({
  method: 'PUT',
  path: '/api/targets/:targetId/decomposition',
  summary: '分解目标',
  tag,
  gate: 'target.decompose',
  params: ofTarget,
  body: z.strictObject({
    requestId,
    /** What the screen showed: a split made meanwhile by somebody else is not overwritten. */
    expectedSplitNo: z.number().int().nonnegative(),
    kept: quantity,
    parts: z.array(z.strictObject({ kind: z.enum(['unit', 'officer']), id, quantity })).max(1000),
    overSplitReason: reason.nullable(),
  }),
  response: targetAnswer,
});
export const changeTarget = endpoint({
  method: 'POST',
  path: '/api/targets/:targetId/revisions',
  summary: '调整已下达的目标',
  tag,
  gate: 'target.issue',
  params: ofTarget,
  body: z.strictObject({ requestId, expectedRevision: z.number().int().positive(), quantity, reason }),
  response: targetAnswer,
});
/** What was accepted for it stays (§14). */
export const withdrawTarget = endpoint({
  method: 'POST',
  path: '/api/targets/:targetId/withdrawal',
  summary: '撤回目标',
  tag,
  gate: 'target.issue',
  params: ofTarget,
  body: z.strictObject({ requestId, expectedRevision: z.number().int().positive(), reason }),
  response: z.strictObject({ withdrawn: z.number().int() }),
});
