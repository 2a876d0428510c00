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
  {
    path: '/rule-sets',
    title: '指标与办法',
    nav: 'ruleSets',
    ability: 'ruleSet.read',
    load: () => import('../pages/RuleSets/rule-sets-page.tsx').then((module) => module.RuleSetsPage),
  },
  {
    path: '/indicators',
    title: '指标库',
    nav: 'ruleSets',
    ability: 'ruleSet.read',
    load: () => import('../pages/RuleSets/indicators-page.tsx').then((module) => module.IndicatorsPage),
  },
  {
    path: '/rule-sets/$versionId',
    title: '考核办法',
    nav: 'ruleSets',
    ability: 'ruleSet.read',
    load: () => import('../pages/RuleSets/version-page.tsx').then((module) => module.VersionPage),
  },
  {
    path: '/ranking',
    title: '排名',
    nav: 'ranking',
    ability: 'ranking.read',
    phoneTab: 'ranking',
    load: () => import('../pages/Ranking/ranking-page.tsx').then((module) => module.RankingPage),
  },
  {
    path: '/results/$periodId/$subjectKind/$subjectId',
    title: '成绩',
    nav: 'ranking',
    ability: 'result.read',
    load: () => import('../pages/Result/result-page.tsx').then((module) => module.ResultPage),
  },
  {
    path: '/periods/$periodId/closing',
    title: '结账',
    nav: 'ruleSets',
    ability: 'period.close',
    load: () => import('../pages/Closing/closing-page.tsx').then((module) => module.ClosingPage),
  },
  {
    path: '/seals',
    title: '封存校验',
    nav: 'seals',
    ability: 'seal.verify',
    load: () => import('../pages/Seals/seals-page.tsx').then((module) => module.SealsPage),
  },
  {
    path: '/organization',
    title: '机构人员',
    nav: 'organization',
    ability: ['unit.manage', 'target.decompose', 'account.create'],
    load: () =>
      import('../pages/Organization/organization-page.tsx').then((module) => module.OrganizationPage),
  },
  {
    path: '/imports',
    title: '数据导入',
    nav: 'organization',
    ability: 'import.run',
    load: () => import('../pages/Imports/imports-page.tsx').then((module) => module.ImportsPage),
  },
  {
    path: '/imports/$batchId',
    title: '数据导入',
    nav: 'organization',
    ability: 'import.run',
    load: () => import('../pages/Imports/import-page.tsx').then((module) => module.ImportPage),
  },
  {
    path: '/periods',
    title: '考核周期',
    nav: 'periods',
    ability: 'period.read',
    load: () => import('../pages/Periods/periods-page.tsx').then((module) => module.PeriodsPage),
  },
  {
    path: '/targets',
    title: '目标任务',
    nav: 'targets',
    ability: 'target.read',
    load: () => import('../pages/Targets/targets-page.tsx').then((module) => module.TargetsPage),
  },
];
