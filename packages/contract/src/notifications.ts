import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { accepted, id, instant, pageOf, paging, requestId } from './fields.ts';

const tag = '通知';

/** Why a person is told something. One list for the server, the page and the gateway's settings. */
export const noticeKinds = {
  press: '催办',
  pressReplied: '催办回复',
  escalated: '上报督办',
  targetIssued: '目标下达',
  returned: '退回补正',
  accepted: '审核通过',
  named: '列为共同办理',
  scored: '得分变动',
  transferred: '转交审核',
  handover: '代为审核',
  recheck: '抽查复核',
  appealFiled: '收到复议',
  appealAnswered: '复议答复',
  recusal: '回避',
  published: '成绩公示',
  periodMoved: '周期进度',
  sealFailed: '封存校验异常',
  bulletin: '通报',
  writtenReview: '书面说明',
  outcome: '结果运用',
  webhookTest: '网关测试',
} as const satisfies Record<string, string>;
export type NoticeKind = keyof typeof noticeKinds;
export const noticeKind = z.enum(Object.keys(noticeKinds) as [NoticeKind, ...NoticeKind[]]);

export const notificationView = z.strictObject({
  id,
  kind: noticeKind,
  title: z.string(),
  detail: z.string(),
  /** The page of the application where the matter is seen. */
  address: z.string(),
  at: instant,
  readAt: instant.nullable(),
});
export type NotificationView = z.infer<typeof notificationView>;

export const listNotifications = endpoint({
  method: 'GET',
  path: '/api/notifications',
  summary: '我的通知',
  tag,
  gate: 'notification.read',
  query: z.strictObject({
    ...paging,
    kind: noticeKind.optional(),
    unread: z.enum(['true']).optional().describe('只看未读'),
  }),
  response: pageOf(notificationView),
});
/** What the badge shows; asked often, so it counts and nothing else. */
export const countUnread = endpoint({
  method: 'GET',
  path: '/api/notifications/unread',
  summary: '未读通知数',
  tag,
  gate: 'notification.read',
  response: z.strictObject({ unread: z.number().int().nonnegative() }),
});
/** Without ids: everything that had arrived until `until`, so that what comes meanwhile stays unread. */
export const readNotifications = endpoint({
  method: 'POST',
  path: '/api/notifications/reading',
  summary: '通知设为已读',
  tag,
  gate: 'notification.read',
  body: z.union([z.strictObject({ ids: z.array(id).min(1).max(200) }), z.strictObject({ until: instant })]),
  response: accepted,
});

export const webhookDigest = z.enum(['sm3', 'sha256']);
export const webhookView = z.strictObject({
  url: z.string(),
  digest: webhookDigest,
  enabled: z.boolean(),
  kinds: z.array(noticeKind).max(50),
  changedByName: z.string(),
  changedAt: instant,
  waiting: z.number().int(),
  failed: z.number().int(),
});
export type WebhookView = z.infer<typeof webhookView>;
const gateway = '消息网关';
export const getWebhook = endpoint({
  method: 'GET',
  path: '/api/webhook',
  summary: '消息网关设置',
  tag: gateway,
  gate: 'webhook.manage',
  response: z.strictObject({ webhook: webhookView.nullable() }),
});
/** `secret` is answered once, when it was made: for the first time, or because `newSecret` asked for it. */
export const setWebhook = endpoint({
  method: 'PUT',
  path: '/api/webhook',
  summary: '设定消息网关',
  tag: gateway,
  gate: 'webhook.manage',
  body: z.strictObject({
    requestId,
    url: z
      .url({ protocol: /^https?$/, error: '请填写以 http:// 或 https:// 开头的完整地址' })
      .max(500, '地址最多 500 字')
      .refine((text) => !/^https?:\/\/[^/]*@/.test(text), '地址中不要带用户名和密码，签名已能证明来源'),
    digest: webhookDigest,
    enabled: z.boolean(),
    kinds: z.array(noticeKind).max(50).describe('空为全部种类'),
    newSecret: z.boolean(),
  }),
  response: z.strictObject({ webhook: webhookView, secret: z.string().nullable() }),
});
export const testWebhook = endpoint({
  method: 'POST',
  path: '/api/webhook/tests',
  summary: '向消息网关发一条测试',
  tag: gateway,
  gate: 'webhook.manage',
  body: z.strictObject({ requestId }),
  response: accepted,
});

export const deliveryState = z.enum(['waiting', 'delivered', 'failed']);
export const deliveryView = z.strictObject({
  id,
  kind: noticeKind,
  people: z.number().int(),
  at: instant,
  state: deliveryState,
  attempts: z.number().int(),
  nextAttemptAt: instant.nullable(),
  answeredStatus: z.number().int().nullable(),
  failure: z.string().nullable(),
  deliveredAt: instant.nullable(),
});
export type DeliveryView = z.infer<typeof deliveryView>;
export const listDeliveries = endpoint({
  method: 'GET',
  path: '/api/webhook/deliveries',
  summary: '消息网关投递记录',
  tag: gateway,
  gate: 'webhook.manage',
  query: z.strictObject({ ...paging, state: deliveryState.optional() }),
  response: pageOf(deliveryView),
});
export const retryDelivery = endpoint({
  method: 'POST',
  path: '/api/webhook/deliveries/:deliveryId/retry',
  summary: '重新投递',
  tag: gateway,
  gate: 'webhook.manage',
  params: z.strictObject({ deliveryId: id }),
  body: z.strictObject({ requestId }),
  response: accepted,
});
