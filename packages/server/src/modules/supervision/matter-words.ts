import type { PressedMatter } from './find-matters.ts';

/** What is late, in one line: the same words in the list, in a press and in what the pressed is told. */
export function matterTitle(row: PressedMatter): string {
  switch (row.kind) {
    case 'targetUnopened':
      return `${row.year} 年目标 ${row.n} 项未查收`;
    case 'targetNotHandedDown':
      return `${row.year} 年目标 ${row.n} 项尚未全部分解`;
    case 'nothingSubmitted':
      return `${row.label}尚未填报`;
    case 'returnedNotCorrected':
      return `退回未补正：${row.label}`;
    case 'unreviewed':
      return `${row.label}待审核 ${row.n} 件${row.overdue ? `，其中超过时限 ${row.overdue} 件` : ''}`;
    case 'appealUnanswered':
      return `${row.label}复议未答复`;
    case 'writtenReviewOverdue':
      return `${row.label}未提交`;
    case 'zeroList':
      return `${row.label}尚无被采纳的工作`;
  }
}

/** Where it is looked at by who looks down; null where nothing is there to be seen yet. */
export function matterAddress(row: PressedMatter): string | null {
  if (row.work_id !== null) return workAddress(row);
  if (row.kind === 'nothingSubmitted') return null;
  if (row.kind === 'zeroList') return `/outcomes/zero-list?period=${row.period_id}`;
  if (row.kind === 'unreviewed') return '/review';
  const book = row.version_id === null ? '' : `book=${encodeURIComponent(`${row.version_id} ${row.year}`)}&`;
  const holder = row.officer_id === null ? `unit=${row.unit_id}` : `officer=${row.officer_id}`;
  return `/targets?${book}${holder}`;
}

/** Where the one who is late does it. */
export function doingAddress(row: PressedMatter): string {
  if (row.kind === 'nothingSubmitted' || row.kind === 'zeroList') return `/report?period=${row.period_id}`;
  if (row.kind === 'targetUnopened' && row.officer_id !== null) return '/targets?view=mine';
  return matterAddress(row) ?? '/workbench';
}

/** Where the level above sees it among what is late below it. */
export function supervisionAddress(row: PressedMatter): string {
  return `/supervision?kind=${row.kind}&unitId=${row.unit_id}`;
}

function workAddress(row: PressedMatter): string {
  return `/${workPages[workKindOf(row)]}/${row.work_id}`;
}

const workPages = {
  appeal: 'appeals',
  writtenReview: 'written-reviews',
  submission: 'submissions',
} as const;

/** In whose timeline a press about one piece of work stands. */
export function workKindOf({ kind }: Pick<PressedMatter, 'kind'>): keyof typeof workPages {
  if (kind === 'appealUnanswered') return 'appeal';
  return kind === 'writtenReviewOverdue' ? 'writtenReview' : 'submission';
}
