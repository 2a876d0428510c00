import type { PageEntry } from './page-entry.ts';

/**
 * Every page of the working frame. To add one: a folder `pages/<Page>/` and one line here. `nav` is the entry of the
 * side navigation it stands under; `ability` is what the account must hold somewhere to open it; a `$name` in the path
 * makes a page that is reached from others only.
 */
export const pages: readonly PageEntry[] = [
  {
    path: '/accounts',
    title: '账号管理',
    nav: 'system',
    ability: 'account.read',
    load: () => import('../pages/Accounts/accounts-page.tsx').then((module) => module.AccountsPage),
  },
  {
    path: '/audit-log',
    title: '审计日志',
    nav: 'system',
    ability: 'audit.read',
    load: () => import('../pages/AuditLog/audit-log-page.tsx').then((module) => module.AuditLogPage),
  },
];
