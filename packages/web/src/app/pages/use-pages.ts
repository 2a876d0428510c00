import type { PageEntry } from '../page-entry.ts';

/** 通报运用: bulletins and what results are used for. */
export const usePages: readonly PageEntry[] = [
  {
    path: '/outcomes',
    title: '先进与末位',
    nav: 'outcomes',
    ability: 'outcome.read',
    load: () => import('../../pages/Outcomes/lists-page.tsx').then((module) => module.ListsPage),
  },
  {
    path: '/written-reviews',
    title: '书面检查',
    nav: 'outcomes',
    ability: 'outcome.read',
    load: () =>
      import('../../pages/Outcomes/written-reviews-page.tsx').then((module) => module.WrittenReviewsPage),
  },
  {
    path: '/written-reviews/$reviewId',
    title: '书面检查',
    nav: 'outcomes',
    ability: 'outcome.read',
    load: () =>
      import('../../pages/Outcomes/written-review-page.tsx').then((module) => module.WrittenReviewPage),
  },
  {
    path: '/outcomes/zero-list',
    title: '清零名单',
    nav: 'outcomes',
    ability: 'outcome.read',
    load: () => import('../../pages/Outcomes/zero-list-page.tsx').then((module) => module.ZeroListPage),
  },
  {
    path: '/outcomes/proposals',
    title: '运用建议',
    nav: 'outcomes',
    ability: 'outcome.readProposals',
    load: () => import('../../pages/Outcomes/proposals-page.tsx').then((module) => module.ProposalsPage),
  },
  {
    path: '/outcomes/proposals/$proposalId',
    title: '运用建议',
    nav: 'outcomes',
    ability: 'outcome.readProposals',
    load: () => import('../../pages/Outcomes/proposal-page.tsx').then((module) => module.ProposalPage),
  },
  {
    path: '/outcomes/checks',
    title: '评优核查',
    nav: 'outcomes',
    ability: 'outcome.check',
    load: () => import('../../pages/Outcomes/checks-page.tsx').then((module) => module.ChecksPage),
  },
  {
    path: '/outcomes/checks/$checkId',
    title: '评优核查',
    nav: 'outcomes',
    ability: 'outcome.check',
    load: () => import('../../pages/Outcomes/check-page.tsx').then((module) => module.CheckPage),
  },
  {
    path: '/bulletins',
    title: '通报',
    nav: 'bulletins',
    ability: 'bulletin.read',
    load: () => import('../../pages/Bulletins/bulletins-page.tsx').then((module) => module.BulletinsPage),
  },
  {
    path: '/bulletin-templates',
    title: '通报模板',
    nav: 'bulletins',
    ability: 'bulletin.draft',
    load: () => import('../../pages/Bulletins/templates-page.tsx').then((module) => module.TemplatesPage),
  },
  {
    path: '/bulletins/$bulletinId',
    title: '通报',
    nav: 'bulletins',
    ability: 'bulletin.read',
    load: () => import('../../pages/Bulletins/bulletin-page.tsx').then((module) => module.BulletinPage),
  },
  {
    path: '/bulletins/$bulletinId/edit',
    title: '修改通报',
    nav: 'bulletins',
    ability: 'bulletin.draft',
    load: () => import('../../pages/Bulletins/editor-page.tsx').then((module) => module.EditorPage),
  },
];
