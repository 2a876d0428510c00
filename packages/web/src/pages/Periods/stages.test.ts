import { expect, test } from 'vitest';
import { lastDay } from '../../app/format-time.ts';
import { stagesOf } from './stages.ts';
import type { Period } from './texts.ts';

const period = (state: Period['state']): Period => ({
  id: 'p',
  label: '2026年9月',
  kind: 'month',
  ruleSet: { id: 'r', name: '办法', versionId: 'v', version: 1, appraises: ['officer'] },
  unit: { id: 'u', name: '甲县公安局' },
  own: true,
  from: '2026-09-01',
  to: '2026-09-30',
  submitBy: '2026-09-25T16:00:00.000Z',
  reviewBy: '2026-09-30T16:00:00.000Z',
  reportBy: null,
  noticeDays: 5,
  appealDays: 5,
  state,
  publishedAt: null,
  sealedAt: null,
  counts: { submitted: 3, returned: 1, accepted: 6, openAppeals: 2 },
  actions: [],
  trial: false,
  discardedAt: null,
  backEntry: false,
  backEntryReason: null,
  automatic: [],
  remindDays: 3,
  reopening: null,
  reopeningNeedsSecond: false,
  canChange: true,
  canClose: true,
});
const states = (state: Period['state']) => stagesOf(period(state), 'Asia/Shanghai').map((each) => each.state);

test('§6 24:00 of the 25th is shown as the 25th', () => {
  expect(lastDay('2026-09-25T16:00:00.000Z', 'Asia/Shanghai')).toBe('2026-09-25');
  expect(lastDay('2026-09-25T09:30:00.000Z', 'Asia/Shanghai')).toBe('2026-09-25');
});

test('§6 the stage bar follows the period from draft to seal, with its counts', () => {
  expect(states('draft')).toEqual(['toCome', 'toCome', 'toCome', 'toCome']);
  expect(states('open')).toEqual(['current', 'toCome', 'toCome', 'toCome']);
  expect(states('submissionClosed')).toEqual(['done', 'current', 'toCome', 'toCome']);
  expect(states('inNotice')).toEqual(['done', 'done', 'current', 'toCome']);
  expect(states('sealed')).toEqual(['done', 'done', 'done', 'done']);
  const [submit, review, notice] = stagesOf(period('reviewing'), 'Asia/Shanghai');
  expect([submit?.count, review?.count, review?.total, notice?.count]).toEqual([10, 7, 10, 2]);
});
