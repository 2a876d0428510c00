import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { indicatorCode } from './entries.ts';
import {
  accepted,
  day,
  id,
  instant,
  longText,
  named,
  pageOf,
  paging,
  requestId,
  shortText,
} from './fields.ts';
import { submissionView } from './submission-views.ts';

const tag = '审核分工';
const reason = longText.max(500);
const ofUnit = z.strictObject({ unitId: id });

/** A person who reviews, with what waits for him: whom work is given to is chosen by it. */
export const reviewerView = z.strictObject({
  id,
  name: z.string(),
  unitName: z.string(),
  waiting: z.number().int(),
  /** The last day of an absence that has begun. */
  awayUntil: day.nullable(),
});
export type ReviewerView = z.infer<typeof reviewerView>;

/** Rank 1 is the main reviewer; the next ones stand in. Without a code the order is for all indicators. */
export const dutyOrder = z.strictObject({
  indicatorCode: indicatorCode.nullable(),
  indicatorName: z.string().nullable(),
  accounts: z.array(named).max(20),
});
export const handoverState = z.enum(['planned', 'running', 'ended', 'cancelled']);
export const handoverView = z.strictObject({
  id,
  state: handoverState,
  account: named,
  deputy: named,
  fromOn: day,
  toOn: day,
  reason: z.string(),
  madeByName: z.string(),
  madeAt: instant,
  canEnd: z.boolean(),
});
export type HandoverView = z.infer<typeof handoverView>;

/** The owner units in reach: who reviews in which order, how long a review may take. */
export const listReviewUnits = endpoint({
  method: 'GET',
  path: '/api/review-units',
  summary: '归口部门审核分工',
  tag,
  gate: 'review.assign',
  response: z.strictObject({
    units: z
      .array(
        z.strictObject({
          unit: named,
          workingDays: z.number().int(),
          takingHours: z.number().int(),
          ownRule: z.boolean(),
          reviewers: z.array(reviewerView).max(200),
          orders: z.array(dutyOrder).max(200),
          /** What the unit reviews: an order of its own may be set for each. */
          indicators: z.array(z.strictObject({ code: z.string(), name: z.string() })).max(1000),
          canArrange: z.boolean(),
        }),
      )
      .max(200),
  }),
});
/** An empty list removes the order: then any reviewer of the unit takes what comes. */
export const setDutyOrder = endpoint({
  method: 'PUT',
  path: '/api/review-units/:unitId/orders',
  summary: '设定主审与备岗',
  tag,
  gate: 'review.arrange',
  params: ofUnit,
  body: z.strictObject({
    requestId,
    indicatorCode: indicatorCode.optional(),
    accountIds: z.array(id).max(20, '最多安排 20 人'),
  }),
  response: accepted,
});
export const setReviewTimeLimit = endpoint({
  method: 'PUT',
  path: '/api/review-units/:unitId/time-limit',
  summary: '设定审核时限',
  tag,
  gate: 'review.arrange',
  params: ofUnit,
  body: z.strictObject({
    requestId,
    workingDays: z.number().int().min(1, '至少 1 个工作日').max(60, '最多 60 个工作日'),
    takingHours: z.number().int().min(1, '至少 1 小时').max(240, '最多 240 小时'),
  }),
  response: accepted,
});

export const ownerRouteView = z.strictObject({
  id,
  ruleSet: named,
  indicatorCode: z.string().nullable(),
  indicatorName: z.string().nullable(),
  fromLevel: z.number().int(),
  ownerName: z.string(),
});
export type OwnerRouteView = z.infer<typeof ownerRouteView>;
export const listOwnerRoutes = endpoint({
  method: 'GET',
  path: '/api/owner-routes',
  summary: '归口流转规则',
  tag,
  gate: 'review.assign',
  response: z.strictObject({
    routes: z.array(ownerRouteView).max(500),
    /** The methods whose lines this person may set. */
    ruleSets: z
      .array(
        named.extend({
          indicators: z
            .array(z.strictObject({ code: z.string(), name: z.string(), owner: z.string() }))
            .max(1000),
        }),
      )
      .max(100),
  }),
});
export const addOwnerRoute = endpoint({
  method: 'POST',
  path: '/api/owner-routes',
  summary: '增加归口流转规则',
  tag,
  gate: 'ruleSet.edit',
  body: z.strictObject({
    requestId,
    ruleSetId: id,
    indicatorCode: indicatorCode.optional(),
    fromLevel: z.number().int().min(2).max(6).describe('该级及以下单位的填报适用'),
    ownerName: shortText.describe('当事单位同一条线上的部门名称或别名'),
  }),
  response: z.strictObject({ route: ownerRouteView, resolved: z.array(named).max(200) }),
});
export const removeOwnerRoute = endpoint({
  method: 'POST',
  path: '/api/owner-routes/:routeId/removal',
  summary: '删除归口流转规则',
  tag,
  gate: 'ruleSet.edit',
  params: z.strictObject({ routeId: id }),
  body: z.strictObject({ requestId }),
  response: accepted,
});

export const listHandovers = endpoint({
  method: 'GET',
  path: '/api/review-handovers',
  summary: '请假交接',
  tag,
  gate: 'review.assign',
  query: z.strictObject({ ...paging, open: z.literal('1').optional() }),
  response: pageOf(handoverView),
});
/** One hands over one's own queue; whoever arranges the unit's reviews may do it for a reviewer. */
export const planHandover = endpoint({
  method: 'POST',
  path: '/api/review-handovers',
  summary: '请假交接审核工作',
  tag,
  gate: 'review.assign',
  body: z.strictObject({
    requestId,
    accountId: id.optional().describe('不填为本人'),
    deputyAccountId: id,
    fromOn: day,
    toOn: day,
    reason,
  }),
  response: z.strictObject({ handover: handoverView }),
});
export const endHandover = endpoint({
  method: 'POST',
  path: '/api/review-handovers/:handoverId/end',
  summary: '提前结束或取消交接',
  tag,
  gate: 'review.assign',
  params: z.strictObject({ handoverId: id }),
  body: z.strictObject({ requestId }),
  response: z.strictObject({ handover: handoverView }),
});

/** One line of the load: a reviewer of an owner unit, or what waits there for nobody in particular. */
export const loadLine = z.strictObject({
  unit: named,
  reviewer: named.nullable(),
  awayUntil: day.nullable(),
  waiting: z.number().int(),
  overdue: z.number().int(),
  taken: z.number().int(),
  decided: z.number().int(),
  returned: z.number().int(),
  /** Hours from handing in to decision, the middle one; absent when nothing was decided. */
  medianHours: z.string().nullable(),
});
export type LoadLine = z.infer<typeof loadLine>;
export const getReviewLoad = endpoint({
  method: 'GET',
  path: '/api/review-load',
  summary: '审核负荷',
  tag,
  gate: 'review.assign',
  query: z.strictObject({ from: day, to: day }),
  response: z.strictObject({
    from: day,
    to: day,
    lines: z.array(loadLine).max(1000),
    units: z.array(loadLine).max(200),
  }),
});
export const listWaiting = endpoint({
  method: 'GET',
  path: '/api/review-load/waiting',
  summary: '某人待审核的填报',
  tag,
  gate: 'review.assign',
  query: z.strictObject({
    ...paging,
    unitId: id,
    accountId: id.optional().describe('不填为未指定审核人的'),
    overdue: z.literal('1').optional(),
  }),
  response: pageOf(submissionView),
});
/** Whom a submission may be given to: reviewers of its owner, and the other owners of the same method. */
export const listTransferTargets = endpoint({
  method: 'GET',
  path: '/api/submissions/:submissionId/transfer-targets',
  summary: '可转办的审核人和部门',
  tag,
  gate: 'review.assign',
  params: z.strictObject({ submissionId: id }),
  response: z.strictObject({
    reviewers: z.array(reviewerView).max(200),
    units: z.array(named).max(200),
  }),
});
const moved = z.strictObject({
  moved: z.array(id).max(200),
  refused: z.array(z.strictObject({ submissionId: id, message: z.string() })).max(200),
});
/** To one reviewer of the owner unit, or to another department that owns indicators of the method. */
export const transferSubmissions = endpoint({
  method: 'POST',
  path: '/api/submissions/transfers',
  summary: '转办、改派',
  tag,
  gate: 'review.assign',
  body: z.strictObject({
    requestId,
    submissionIds: z.array(id).min(1).max(200, '一次最多转办 200 件'),
    to: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('reviewer'), accountId: id }),
      z.strictObject({ kind: z.literal('unit'), unitId: id }),
    ]),
    reason,
  }),
  response: moved,
});
