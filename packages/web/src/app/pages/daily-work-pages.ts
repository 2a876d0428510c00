import type { PageEntry } from '../page-entry.ts';

/** 日常工作: what is due, reported, reviewed, contested. */
export const dailyWorkPages: readonly PageEntry[] = [
  {
    path: '/workbench',
    title: '工作台',
    nav: 'workbench',
    ability: 'workbench.read',
    phoneTab: 'workbench',
    load: () => import('../../pages/Workbench/workbench-page.tsx').then((module) => module.WorkbenchPage),
  },
  {
    path: '/notifications',
    title: '通知',
    nav: 'workbench',
    ability: 'notification.read',
    hidden: true,
    load: () =>
      import('../../pages/Notifications/notifications-page.tsx').then((module) => module.NotificationsPage),
  },
  {
    path: '/my-appraisal',
    title: '我的考核',
    nav: 'mine',
    ability: 'submission.create',
    phoneTab: 'mine',
    load: () =>
      import('../../pages/MyAppraisal/my-appraisal-page.tsx').then((module) => module.MyAppraisalPage),
  },
  {
    path: '/score-log',
    title: '得分流水',
    nav: 'mine',
    ability: 'entry.read',
    load: () => import('../../pages/ScoreLog/score-log-page.tsx').then((module) => module.ScoreLogPage),
  },
  {
    path: '/report',
    title: '填报工作',
    nav: 'mine',
    ability: 'submission.create',
    phoneTab: 'report',
    load: () => import('../../pages/Report/report-page.tsx').then((module) => module.ReportPage),
  },
  {
    path: '/submissions',
    title: '填报记录',
    nav: 'mine',
    ability: 'submission.create',
    load: () =>
      import('../../pages/Submissions/submissions-page.tsx').then((module) => module.SubmissionsPage),
  },
  {
    path: '/submissions/$submissionId',
    title: '填报事项',
    nav: 'mine',
    ability: 'submission.read',
    load: () => import('../../pages/Submissions/submission-page.tsx').then((module) => module.SubmissionPage),
  },
  {
    path: '/review',
    title: '审核',
    nav: 'review',
    ability: 'submission.review',
    load: () => import('../../pages/Review/review-page.tsx').then((module) => module.ReviewPage),
  },
  {
    path: '/review-load',
    title: '审核负荷',
    nav: 'review',
    ability: 'submission.review',
    load: () => import('../../pages/ReviewLoad/review-load-page.tsx').then((module) => module.ReviewLoadPage),
  },
  {
    // The same for heads of departments, who do not review: reached from their workbench.
    path: '/department-review',
    title: '本部门审核',
    nav: 'review',
    ability: 'review.arrange',
    hidden: true,
    load: () => import('../../pages/ReviewLoad/review-load-page.tsx').then((module) => module.ReviewLoadPage),
  },
  {
    path: '/review-duties',
    title: '审核分工',
    nav: 'review',
    ability: 'submission.review',
    load: () =>
      import('../../pages/ReviewDuties/review-duties-page.tsx').then((module) => module.ReviewDutiesPage),
  },
  {
    path: '/rechecks',
    title: '抽查复核',
    nav: 'review',
    ability: 'recheck.decide',
    load: () => import('../../pages/Rechecks/rechecks-page.tsx').then((module) => module.RechecksPage),
  },
  {
    path: '/rechecks/$drawId',
    title: '抽查记录',
    nav: 'review',
    ability: 'recheck.manage',
    load: () => import('../../pages/Rechecks/draw-page.tsx').then((module) => module.DrawPage),
  },
  {
    path: '/entries',
    title: '得分台账',
    nav: 'review',
    ability: 'entry.post',
    load: () => import('../../pages/Review/ledger-page.tsx').then((module) => module.LedgerPage),
  },
  {
    path: '/appeals',
    title: '复议',
    nav: 'appeals',
    ability: 'appeal.read',
    load: () => import('../../pages/Appeals/appeals-page.tsx').then((module) => module.AppealsPage),
  },
  {
    path: '/appeal-statistics',
    title: '复议统计',
    nav: 'appeals',
    ability: 'appeal.statistics',
    load: () =>
      import('../../pages/Appeals/appeal-statistics-page.tsx').then((module) => module.AppealStatisticsPage),
  },
  {
    path: '/appeals/$appealId',
    title: '复议事项',
    nav: 'appeals',
    ability: 'appeal.read',
    load: () => import('../../pages/Appeals/appeal-page.tsx').then((module) => module.AppealPage),
  },
  {
    path: '/targets',
    title: '目标任务',
    nav: 'targets',
    ability: 'target.read',
    load: () => import('../../pages/Targets/targets-page.tsx').then((module) => module.TargetsPage),
  },
];
