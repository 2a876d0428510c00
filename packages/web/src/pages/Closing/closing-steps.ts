import type { results } from '@mingji/contract';
import type { z } from 'zod';
import { dayOf } from '../../app/format-time.ts';
import type { Stage } from '../../components/stage-bar.tsx';

export type Closing = z.infer<typeof results.getClosing.response>;
export type OpenCheck = Closing['checks'][number];
type CheckCode = OpenCheck['code'];

/** One line of the checklist: what is still open in the server's words, or what has been done in ours. */
export interface ChecklistRow {
  readonly code: CheckCode;
  readonly text: string;
  readonly open: OpenCheck | null;
}

/** In the order of the work. The two about results and the two about the notice are one line each. */
const lines: readonly { readonly codes: readonly CheckCode[]; readonly done: string }[] = [
  { codes: ['submissionOpen'], done: '填报已截止' },
  { codes: ['unreviewed'], done: '填报已全部审核' },
  { codes: ['missingFacts'], done: '各项指标均有数据' },
  { codes: ['openAppeals'], done: '复议已全部答复' },
  { codes: ['unbalancedTargets'], done: '目标分解数与下达数相等' },
  { codes: ['noResults', 'resultsStale'], done: '成绩已按最新台账计算' },
  { codes: ['withoutScore'], done: '考核对象均有得分' },
  { codes: ['notPublished', 'noticeRunning'], done: '公示期已满' },
];

/** Shown only while there is something: most months have none. */
const onlyWhenOpen: readonly CheckCode[] = ['openReopening', 'openWrittenReviews'];

export function checklist(closing: Closing): ChecklistRow[] {
  const always = lines
    .filter((line) => isKnown(closing, line.codes))
    .map(({ codes, done }) => {
      const open = closing.checks.find((check) => codes.includes(check.code)) ?? null;
      return { code: open?.code ?? (codes[0] as CheckCode), text: open?.label ?? done, open };
    });
  const more = closing.checks
    .filter((check) => onlyWhenOpen.includes(check.code))
    .map((open) => ({ code: open.code, text: open.label, open }));
  return [...more, ...always];
}

export function isComputing(closing: Closing | undefined): boolean {
  const state = closing?.evaluation?.state;
  return state === 'queued' || state === 'running';
}

/** Nothing is said of what nobody has looked at: who is without a score before there are scores, gaps once published. */
function isKnown(closing: Closing, codes: readonly CheckCode[]): boolean {
  const open = new Set(closing.checks.map((check) => check.code));
  if (codes.includes('withoutScore') && (open.has('noResults') || open.has('resultsStale'))) return false;
  const gaps = codes.includes('withoutScore') || codes.includes('missingFacts');
  return !gaps || open.has('notPublished') || codes.some((code) => open.has(code));
}

/** What stops publishing until somebody writes down why it goes on all the same. */
export function overridable(closing: Closing): OpenCheck[] {
  return closing.checks.filter((check) => check.blocks === 'publish' && check.overridable);
}

/** What stops an act, in the server's words; empty when it may be done. */
export function blockersOf(closing: Closing, act: 'publish' | 'seal'): OpenCheck[] {
  return closing.checks.filter((check) =>
    act === 'publish' ? check.blocks === 'publish' && !check.overridable : check.blocks !== 'none',
  );
}

const order = ['submission', 'review', 'results', 'notice', 'seal'] as const;
const titles = ['填报截止', '审核清零', '计算成绩', '公示', '封存'];

/** The stages of a closing; the first that is not done is where the month stands. */
export function closingStages(closing: Closing, timeZone: string): Stage[] {
  const open = new Set(closing.checks.map((check) => check.code));
  const sealed = closing.seal !== null;
  const published = sealed || closing.period.state === 'inNotice';
  const done = [
    !open.has('submissionOpen'),
    !open.has('unreviewed'),
    !open.has('noResults') && !open.has('resultsStale'),
    published,
    sealed,
  ];
  const current = done.indexOf(false);
  return order.map((key, index) => ({
    key,
    title: titles[index] ?? '',
    state: done[index] ? 'done' : index === current ? 'current' : 'toCome',
    day: dayOfStage(closing, key, timeZone),
  }));
}

function dayOfStage({ period, seal }: Closing, key: (typeof order)[number], timeZone: string): string | null {
  if (key === 'submission') return dayOf(new Date(Date.parse(period.submitBy) - 1), timeZone);
  if (key === 'notice') return period.noticeEndsOn;
  if (key === 'seal') return seal ? dayOf(seal.sealedAt, timeZone) : null;
  return null;
}
