import { expect, test } from 'vitest';
import {
  blockersOf,
  type Closing,
  checklist,
  closingStages,
  isComputing,
  overridable,
} from './closing-steps.ts';

const closing = (change: Partial<Closing>): Closing => ({
  period: {
    id: 'p',
    label: '2026年9月',
    ruleSetName: '办法',
    state: 'reviewing',
    submitBy: '2026-09-25T16:00:00.000Z',
    publishedAt: null,
    noticeEndsOn: null,
    trial: false,
  },
  checks: [],
  evaluation: null,
  seal: null,
  canSeal: true,
  ...change,
});
const check = (code: string, blocks: string) =>
  ({
    code,
    label: code,
    count: 0,
    blocks,
    overridable: false,
    href: null,
    details: [],
  }) as Closing['checks'][number];

test('P14 the checklist keeps every line: what is open in the server’s words, the rest as done', () => {
  const rows = checklist(
    closing({
      checks: [
        check('unreviewed', 'publish'),
        check('resultsStale', 'publish'),
        check('notPublished', 'seal'),
      ],
    }),
  );
  expect(rows.map((row) => [row.text, row.open !== null])).toEqual([
    ['填报已截止', false],
    ['unreviewed', true],
    ['各项指标均有数据', false],
    ['复议已全部答复', false],
    ['目标分解数与下达数相等', false],
    ['resultsStale', true],
    ['notPublished', true],
  ]);
});

test('P14 an open appeal stops sealing, not publishing; a running notice stops neither', () => {
  const open = closing({ checks: [check('openAppeals', 'seal'), check('noticeRunning', 'none')] });
  expect(blockersOf(open, 'publish')).toEqual([]);
  expect(blockersOf(open, 'seal').map((one) => one.code)).toEqual(['openAppeals']);
});

test('P14 the month stands at the first stage that is not done', () => {
  const stages = closingStages(
    closing({ checks: [check('noResults', 'publish'), check('notPublished', 'seal')] }),
    'Asia/Shanghai',
  );
  // The deadline is the 25th to 24:00, which as an instant is the 26th (§6).
  expect(stages[0]?.day).toBe('2026-09-25');
  expect(stages.map((stage) => stage.state)).toEqual(['done', 'done', 'current', 'toCome', 'toCome']);
});

test('P14 progress is asked for only while something is being computed', () => {
  expect(isComputing(undefined)).toBe(false);
  expect(isComputing(closing({}))).toBe(false);
});

test('P14 nothing is called done that nobody has looked at: scores before the computation, gaps once published', () => {
  const texts = (codes: readonly string[]) =>
    checklist(closing({ checks: codes.map((code) => check(code, 'seal')) })).map(({ text }) => text);
  expect(texts(['notPublished'])).toContain('考核对象均有得分');
  expect(texts(['noResults', 'notPublished'])).not.toContain('考核对象均有得分');
  expect(texts(['noticeRunning'])).not.toContain('各项指标均有数据');
});

test('P14 missing figures ask for a reason and stop nothing else; a request that waits stands first', () => {
  const lacking = { ...check('missingFacts', 'publish'), overridable: true };
  const waiting = check('openReopening', 'publish');
  const open = closing({ checks: [waiting, lacking] });
  expect(blockersOf(open, 'publish').map(({ code }) => code)).toEqual(['openReopening']);
  expect(overridable(open).map(({ code }) => code)).toEqual(['missingFacts']);
  expect(checklist(open)[0]?.code).toBe('openReopening');
});
