import type { PageEntry } from '../page-entry.ts';

/** 制度与管理: methods, people, seals, the system. */
export const setupPages: readonly PageEntry[] = [
  {
    path: '/accounts',
    title: '账号管理',
    nav: 'system',
    ability: 'account.read',
    load: () => import('../../pages/Accounts/accounts-page.tsx').then((module) => module.AccountsPage),
  },
  {
    path: '/audit-log',
    title: '审计日志',
    nav: 'system',
    ability: 'audit.read',
    load: () => import('../../pages/AuditLog/audit-log-page.tsx').then((module) => module.AuditLogPage),
  },
  {
    path: '/webhook',
    title: '消息网关',
    nav: 'system',
    ability: 'webhook.manage',
    load: () => import('../../pages/Webhook/webhook-page.tsx').then((module) => module.WebhookPage),
  },
  {
    path: '/rule-sets',
    title: '指标与办法',
    nav: 'ruleSets',
    ability: 'ruleSet.read',
    load: () => import('../../pages/RuleSets/rule-sets-page.tsx').then((module) => module.RuleSetsPage),
  },
  {
    path: '/indicators',
    title: '指标库',
    nav: 'ruleSets',
    ability: 'ruleSet.read',
    load: () => import('../../pages/RuleSets/indicators-page.tsx').then((module) => module.IndicatorsPage),
  },
  {
    path: '/rule-set-filings',
    title: '备案办理',
    nav: 'ruleSets',
    ability: 'ruleSet.file',
    load: () => import('../../pages/RuleSets/filings-page.tsx').then((module) => module.FilingsPage),
  },
  {
    path: '/rule-sets/$versionId',
    title: '考核办法',
    nav: 'ruleSets',
    ability: 'ruleSet.read',
    load: () => import('../../pages/RuleSets/version-page.tsx').then((module) => module.VersionPage),
  },
  {
    path: '/rule-sets/$versionId/simulation',
    title: '在往期数据上试算',
    nav: 'ruleSets',
    ability: 'ruleSet.edit',
    load: () => import('../../pages/Simulation/simulation-page.tsx').then((module) => module.SimulationPage),
  },
  {
    path: '/seals',
    title: '封存校验',
    nav: 'seals',
    ability: 'seal.verify',
    load: () => import('../../pages/Seals/seals-page.tsx').then((module) => module.SealsPage),
  },
  {
    path: '/organization',
    title: '机构人员',
    nav: 'organization',
    ability: ['unit.manage', 'target.decompose', 'account.create'],
    load: () =>
      import('../../pages/Organization/organization-page.tsx').then((module) => module.OrganizationPage),
  },
  {
    path: '/imports',
    title: '数据导入',
    nav: 'organization',
    ability: 'import.run',
    load: () => import('../../pages/Imports/imports-page.tsx').then((module) => module.ImportsPage),
  },
  {
    path: '/imports/$batchId',
    title: '数据导入',
    nav: 'organization',
    ability: 'import.run',
    load: () => import('../../pages/Imports/import-page.tsx').then((module) => module.ImportPage),
  },
  {
    path: '/pilot',
    title: '试点',
    nav: 'organization',
    ability: 'pilot.manage',
    load: () => import('../../pages/Pilot/pilot-page.tsx').then((module) => module.PilotPage),
  },
];
