import { abilities, roles } from '@mingji/engine';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { accepted, day, id, instant, named, pageOf, paging, requestId, shortText } from './fields.ts';

const tag = '身份与权限';
/** More grants than this on one account are refused. */
export const MAX_GRANTS = 20;
export const role = z.enum(roles);
export const ability = z.enum(abilities as [(typeof abilities)[number], ...typeof abilities]);
export const username = z.string().regex(/^[A-Za-z0-9_.-]{3,32}$/, '账号为 3–32 位字母、数字或 _ . -');
/** Length is checked first; classes, history and the account's own name are checked by the server. */
export const password = z.string().min(10, '密码至少 10 位').max(128, '密码最多 128 位');

export const grant = z.strictObject({ role, unitId: id, unitName: z.string(), unitPath: z.string() });

export const sessionView = z.strictObject({
  account: z.strictObject({
    id,
    username: z.string(),
    displayName: z.string(),
    mustChangePassword: z.boolean(),
    /** Said when the password is older than 90 days; null otherwise. */
    passwordNotice: z.string().nullable(),
  }),
  officer: z
    .strictObject({ id, policeNo: z.string(), name: z.string(), unitId: id, unitName: z.string() })
    .nullable(),
  bureau: z.strictObject({ id, name: z.string(), isDemo: z.boolean(), timeZone: z.string() }),
  grants: z.array(grant).max(MAX_GRANTS),
  abilities: z.array(ability).max(abilities.length),
  csrfToken: z.string(),
  serverTime: instant,
  idleMinutes: z.number().int(),
});
export type SessionView = z.infer<typeof sessionView>;

export const getSession = endpoint({
  method: 'GET',
  path: '/api/session',
  summary: '当前会话',
  tag,
  gate: 'signedIn',
  response: sessionView,
});
export const signIn = endpoint({
  method: 'POST',
  path: '/api/session',
  summary: '登录',
  tag,
  gate: 'public',
  body: z.strictObject({ username: z.string().max(64), password: z.string().max(128) }),
  response: sessionView,
});
export const signOut = endpoint({
  method: 'DELETE',
  path: '/api/session',
  summary: '退出',
  tag,
  gate: 'signedIn',
  response: accepted,
});
export const changePassword = endpoint({
  method: 'PUT',
  path: '/api/session/password',
  summary: '修改本人密码',
  tag,
  gate: 'signedIn',
  body: z.strictObject({ currentPassword: z.string().max(128), newPassword: password }),
  response: accepted,
});

/** What the sign-in page needs before anybody is known. In demo mode it carries the accounts to click. */
export const getSignInPage = endpoint({
  method: 'GET',
  path: '/api/sign-in-page',
  summary: '登录页信息',
  tag,
  gate: 'public',
  response: z.strictObject({
    bureauName: z.string().nullable(),
    initialized: z.boolean(),
    demoAccounts: z
      .array(
        z.strictObject({
          username,
          displayName: z.string(),
          unitName: z.string().nullable(),
          roleLabel: z.string(),
          purpose: z.string(),
        }),
      )
      .max(50),
  }),
});
/** One click instead of a password; the route exists in demo mode only. */
export const signInDemo = endpoint({
  method: 'POST',
  path: '/api/session/demo',
  summary: '演示账号登录',
  tag,
  gate: 'public',
  body: z.strictObject({ username }),
  response: sessionView,
});

export const accountState = z.enum(['pending', 'active', 'disabled']);
export const accountView = z.strictObject({
  id,
  username: z.string(),
  displayName: z.string(),
  state: accountState,
  unit: named.nullable(),
  officer: z.strictObject({ id, name: z.string(), policeNo: z.string() }).nullable(),
  grants: z.array(grant).max(MAX_GRANTS),
  lockedUntil: instant.nullable(),
  createdAt: instant,
  createdByName: z.string().nullable(),
});
export const listAccounts = endpoint({
  method: 'GET',
  path: '/api/accounts',
  summary: '账号列表',
  tag,
  gate: 'account.read',
  query: z.strictObject({ ...paging, text: z.string().max(50).optional(), state: accountState.optional() }),
  response: pageOf(accountView),
});
/** The system administrator makes an account; it stays pending until the security administrator approves it. */
export const createAccount = endpoint({
  method: 'POST',
  path: '/api/accounts',
  summary: '新建账号（系统管理员）',
  tag,
  gate: 'account.create',
  body: z.strictObject({
    requestId,
    username,
    displayName: shortText.max(40, '最多 40 字'),
    unitId: id.nullable(),
    officerId: id.nullable(),
  }),
  response: z.strictObject({ account: accountView }),
});
/** Accounts for officers who have none; the username is the 警号. */
export const createOfficerAccounts = endpoint({
  method: 'POST',
  path: '/api/accounts/for-officers',
  summary: '为人员批量开户',
  tag,
  gate: 'account.create',
  body: z.strictObject({
    requestId,
    unitId: id.nullable(),
    limit: z.number().int().min(1).max(20_000).default(5000),
  }),
  response: z.strictObject({ created: z.number().int(), skipped: z.number().int() }),
});
const grantWish = z.strictObject({ role, unitId: id });
/** Approves and grants; answers with the one-time initial password, shown once. */
export const approveAccount = endpoint({
  method: 'POST',
  path: '/api/accounts/:accountId/approval',
  summary: '审批开户并授权（安全管理员）',
  tag,
  gate: 'account.approve',
  params: z.strictObject({ accountId: id }),
  body: z.strictObject({ requestId, grants: z.array(grantWish).min(1).max(MAX_GRANTS) }),
  response: z.strictObject({ account: accountView, initialPassword: z.string().nullable() }),
});
/** Approves all pending officer accounts with the role officer (and unitHead for unit leaders by position). */
export const approveOfficerAccounts = endpoint({
  method: 'POST',
  path: '/api/accounts/approval/for-officers',
  summary: '批量审批人员账号',
  tag,
  gate: 'account.approve',
  body: z.strictObject({ requestId, limit: z.number().int().min(1).max(500).default(200) }),
  response: z.strictObject({
    accounts: z
      .array(
        z.strictObject({
          username: z.string(),
          displayName: z.string(),
          unitName: z.string(),
          roles: z.array(role).max(2),
          /** null when the same request is repeated: a one-time password is shown once. */
          initialPassword: z.string().nullable(),
        }),
      )
      .max(500),
    remaining: z.number().int(),
  }),
});
export const setGrants = endpoint({
  method: 'PUT',
  path: '/api/accounts/:accountId/grants',
  summary: '调整授权',
  tag,
  gate: 'account.grant',
  params: z.strictObject({ accountId: id }),
  body: z.strictObject({ requestId, grants: z.array(grantWish).max(MAX_GRANTS), reason: shortText }),
  response: z.strictObject({ account: accountView }),
});
export const disableAccount = endpoint({
  method: 'POST',
  path: '/api/accounts/:accountId/disabling',
  summary: '停用账号',
  tag,
  gate: 'account.disable',
  params: z.strictObject({ accountId: id }),
  body: z.strictObject({ requestId, reason: shortText }),
  response: accepted,
});
export const unlockAccount = endpoint({
  method: 'POST',
  path: '/api/accounts/:accountId/unlocking',
  summary: '解除锁定',
  tag,
  gate: 'account.unlock',
  params: z.strictObject({ accountId: id }),
  body: z.strictObject({ requestId, reason: shortText }),
  response: accepted,
});
export const resetPassword = endpoint({
  method: 'POST',
  path: '/api/accounts/:accountId/password-reset',
  summary: '重置密码',
  tag,
  gate: 'account.resetPassword',
  params: z.strictObject({ accountId: id }),
  body: z.strictObject({ requestId, reason: shortText }),
  response: z.strictObject({ initialPassword: z.string().nullable() }),
});

export const auditEventView = z.strictObject({
  seq: z.number().int(),
  at: instant,
  accountName: z.string(),
  action: z.string(),
  actionLabel: z.string(),
  subjectKind: z.string(),
  subjectId: z.string().nullable(),
  outcome: z.enum(['done', 'refused']),
  summary: z.string(),
  address: z.string().nullable(),
});
export const listAuditEvents = endpoint({
  method: 'GET',
  path: '/api/audit-events',
  summary: '审计日志',
  tag,
  gate: 'audit.read',
  query: z.strictObject({
    ...paging,
    text: z.string().max(50).optional(),
    action: z.string().max(60).optional(),
    from: day.optional(),
    to: day.optional(),
  }),
  response: pageOf(auditEventView),
});
