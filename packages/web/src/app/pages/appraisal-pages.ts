import type { PageEntry } from '../page-entry.ts';

/** 考核评定: periods, ranks, supervision, conduct. */
export const appraisalPages: readonly PageEntry[] = [
  {
    path: '/ranking',
    title: '排名',
    nav: 'ranking',
    ability: 'ranking.read',
    phoneTab: 'ranking',
    load: () => import('../../pages/Ranking/ranking-page.tsx').then((module) => module.RankingPage),
  },
  {
    path: '/results/$periodId/$subjectKind/$subjectId',
    title: '成绩',
    nav: 'ranking',
    ability: 'result.read',
    load: () => import('../../pages/Result/result-page.tsx').then((module) => module.ResultPage),
  },
  {
    path: '/periods/$periodId/closing',
    title: '结账',
    nav: 'periods',
    ability: 'period.close',
    load: () => import('../../pages/Closing/closing-page.tsx').then((module) => module.ClosingPage),
  },
  {
    path: '/periods',
    title: '考核周期',
    nav: 'periods',
    ability: 'period.read',
    load: () => import('../../pages/Periods/periods-page.tsx').then((module) => module.PeriodsPage),
  },
  {
    path: '/supervision',
    title: '督办',
    nav: 'supervision',
    ability: 'supervision.read',
    load: () =>
      import('../../pages/Supervision/supervision-page.tsx').then((module) => module.SupervisionPage),
  },
  {
    path: '/presses',
    title: '收到的催办',
    nav: 'supervision',
    ability: 'press.reply',
    load: () => import('../../pages/Supervision/my-presses-page.tsx').then((module) => module.MyPressesPage),
  },
  {
    path: '/presses/$pressId',
    title: '催办事项',
    nav: 'supervision',
    ability: 'press.reply',
    load: () => import('../../pages/Supervision/press-page.tsx').then((module) => module.PressPage),
  },
  {
    path: '/attendance',
    title: '月度考勤',
    nav: 'conduct',
    ability: 'result.read',
    load: () => import('../../pages/Attendance/attendance-page.tsx').then((module) => module.AttendancePage),
  },
  {
    path: '/operations',
    title: '专项行动',
    nav: 'periods',
    ability: 'period.read',
    load: () => import('../../pages/Operations/operations-page.tsx').then((module) => module.OperationsPage),
  },
  {
    path: '/operations/$operationId',
    title: '专项行动',
    nav: 'periods',
    ability: 'period.read',
    load: () => import('../../pages/Operations/operation-page.tsx').then((module) => module.OperationPage),
  },
  {
    path: '/units/$unitId',
    title: '单位主页',
    nav: 'unitAppraisal',
    ability: 'unit.read',
    load: () => import('../../pages/UnitHome/unit-page.tsx').then((module) => module.UnitPage),
  },
];
