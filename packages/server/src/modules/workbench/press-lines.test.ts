import { expect, test } from 'vitest';
import { type OpenPress, pressLines } from './press-lines.ts';

let n = 0;
function press(more: Partial<OpenPress> = {}): OpenPress {
  n += 1;
  return {
    id: `press${n}`,
    kind: 'escalation',
    matter_kind: 'targetUnopened',
    title: '2026 年目标 3 项未查收',
    text: '请尽快查收',
    rule_set_name: '目标考核办法',
    late_unit_name: `第${n}派出所`,
    late_officer_name: null,
    by_name: '周敏',
    reply_by: new Date(Date.UTC(2026, 8, 10 + n)),
    ...more,
  };
}

test('P10 three reports of one kind are one line with their number, the nearest day, and the way to all of them', () => {
  n = 0;
  const lines = pressLines([
    press(),
    press(),
    press(),
    press({ matter_kind: 'unreviewed', title: '9月待审核 2 件' }),
  ]);
  expect(lines).toEqual([
    {
      key: 'presses-targetUnopened',
      title: '上报督办：目标未查收',
      detail: '第1派出所、第2派出所、第3派出所 · 请督促办理并说明情况',
      count: 3,
      dueAt: new Date('2026-09-11T00:00:00Z'),
      address: '/presses?p.state=open&p.pressKind=escalation&p.kind=targetUnopened',
    },
    {
      key: 'press-press4',
      title: '上报督办：9月待审核 2 件',
      detail: '第4派出所 · 目标考核办法 · 请督促办理并说明情况',
      dueAt: new Date('2026-09-14T00:00:00Z'),
      address: '/presses/press4',
    },
  ]);
});

test('P10 two reports stand for themselves, and what a person pressed is never gathered', () => {
  const told = [
    press(),
    press(),
    press({ kind: 'press' }),
    press({ kind: 'press' }),
    press({ kind: 'press' }),
  ];
  expect(pressLines(told).map(({ key }) => key)).toEqual(told.map(({ id }) => `press-${id}`));
  expect(pressLines([press({ kind: 'press' })])[0]?.detail).toBe('目标考核办法 · 周敏：请尽快查收');
});

test('P10 more than three units are counted, a report without a day has none', () => {
  const [line] = pressLines(Array.from({ length: 5 }, () => press({ reply_by: null })));
  expect(line?.detail).toContain('等 5 个单位');
  expect(line?.dueAt).toBeNull();
});
