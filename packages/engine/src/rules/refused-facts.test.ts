import { expect, test } from 'vitest';
import type { Refusal } from '../kernel/refusal.ts';
import { entry, factsOf, indicator, item, ruleSetOf, unit } from '../test-support/small-rule-set.ts';
import { evaluate } from './evaluate.ts';
import type { FactEntry, Facts } from './facts.ts';
import type { Multiplier } from './rule-set.ts';
import type { Scoring } from './scoring.ts';

const minus: Scoring = { family: 'occurrence', events: [{ code: 'e', name: '情形', points: '-1' }] };
const self: Multiplier = { code: 'self', name: '自查', factor: '0.5' };
const rules = ruleSetOf([
  item('p', [
    indicator('x', minus, { multipliers: [self] }),
    indicator('y', minus, { subjects: { sequences: ['机关'] } }),
    indicator('r', { family: 'ratio', target: '10' }, { marks: '5' }),
    indicator('s', { family: 'imported' }),
    indicator('v', { family: 'assessment', full: '100', groups: [] }, { marks: '5' }),
    indicator('k', minus, { subjects: { kinds: ['officer'] } }),
  ]),
]);

function refusalsOf(entries: readonly FactEntry[], more: Partial<Facts> = {}): readonly Refusal[] {
  const result = evaluate({ ruleSet: rules, facts: factsOf(entries, more) });
  return result.ok ? [] : result.refusals;
}
const of = (more: Partial<FactEntry>, code = 'x') => refusalsOf([entry(code, { id: 'i', ...more })]);
const refusal = (code: string, path: string, message: string) => [{ code, path, message }];

test('§15 who or what an entry is about must be known', () => {
  expect(of({ subject: 'b' })).toEqual(
    refusal('subjectUnknown', 'entries[i].subject', 'entries[i] 的对象“b”不在名单 subjects 中，请核对'),
  );
  expect(of({}, 'z')).toEqual(
    refusal('indicatorUnknown', 'entries[i].indicator', 'entries[i] 的指标“z”不在本办法中，请核对指标代码'),
  );
});

test.each([
  ['x', 'measure', 'event'],
  ['x', 'score', 'event'],
  ['x', 'vote', 'event'],
  ['r', 'event', 'measure'],
  ['s', 'measure', 'score'],
  ['v', 'score', 'vote'],
] as const)('§2 indicator %s takes no %s but a %s', (code, kind, takes) => {
  expect(of({ kind, quantity: '1' }, code)).toEqual([
    {
      code: 'kindMismatch',
      path: 'entries[i].kind',
      message: `记录 i 的种类是 ${kind}，指标“指标${code}”只接受 ${takes}（以及 adjustment、exemption、reversal）`,
      clause: 'c',
    },
  ]);
});

test('§1 an indicator for other kinds or sequences takes no entry of this subject', () => {
  for (const code of ['y', 'k']) {
    expect(of({}, code)).toEqual([
      {
        code: 'indicatorNotForSubject',
        path: 'entries[i].indicator',
        message: `指标“指标${code}”不适用于对象“a”，请核对记录 i`,
        clause: 'c',
      },
    ]);
  }
});

test('§13 an adjustment says how many points, and they are a number', () => {
  expect(of({ kind: 'adjustment' })).toEqual(
    refusal('pointsMissing', 'entries[i].points', '调整记录 i 没有写明分值 points'),
  );
  expect(of({ kind: 'adjustment', points: '半' })).toMatchObject([
    { code: 'numberMalformed', path: 'entries[i].points' },
  ]);
});

test('§2 a multiplier belongs to its indicator', () => {
  expect(of({ multipliers: ['self', 'other'] })).toEqual(
    refusal('multiplierUnknown', 'entries[i].multipliers', '记录 i 的系数“other”不在指标“指标x”之内'),
  );
});

test('§15 ids stand once, times can be read', () => {
  expect(refusalsOf([entry('x', { id: 'i' }), entry('x', { id: 'i' })])).toEqual(
    refusal('entryDuplicate', 'entries[i].id', '记录编号“i”出现两次，同一记录只能计一次'),
  );
  expect(of({ at: '9月1日' })).toEqual(
    refusal(
      'timeMalformed',
      'entries[i].at',
      '记录 i 的时间“9月1日”应写成 2026-09-25 或 2026-09-25T09:30:00+08:00',
    ),
  );
  expect(refusalsOf([], { subjects: [unit('a'), unit('b'), unit('a')] })).toEqual(
    refusal('subjectDuplicate', 'subjects[2].id', '对象“a”在名单中出现两次，请去掉一个'),
  );
});

test('§15 a reversal names one entry of the same subject and indicator, once', () => {
  const reversal = (more: Partial<FactEntry>, code = 'x') =>
    entry(code, { id: 'r', kind: 'reversal', ...more });
  const wrong = (...entries: readonly FactEntry[]) =>
    refusalsOf([entry('x', { id: 'i' }), ...entries], { subjects: [unit('a'), unit('b')] });
  expect(wrong(reversal({}))).toEqual(
    refusal('reversalMalformed', 'entries[r].reverses', '记录 r：冲销记录（且只有冲销记录）须写明 reverses'),
  );
  expect(wrong(entry('x', { id: 'r', reverses: 'i' }))).toEqual(
    refusal('reversalMalformed', 'entries[r].reverses', '记录 r：冲销记录（且只有冲销记录）须写明 reverses'),
  );
  expect(wrong(reversal({ reverses: 'gone' }))).toEqual(
    refusal(
      'reversedUnknown',
      'entries[r].reverses',
      '记录 r 要冲销的“gone”不在本周期内；已封存周期的更正请记调整记录',
    ),
  );
  expect(wrong(reversal({ reverses: 'i' }), reversal({ id: 'q', reverses: 'i' }))).toEqual(
    refusal('reversedTwice', 'entries[q].reverses', '记录“i”已被 r 冲销，不能再次冲销'),
  );
  expect(wrong(reversal({ reverses: 'i' }), reversal({ id: 'q', reverses: 'r' }))).toEqual(
    refusal('reversedTwice', 'entries[q].reverses', '记录 q 要冲销的是一条冲销记录；请另记一条新记录'),
  );
  const mismatch = refusal('reversalMismatch', 'entries[r].reverses', '冲销记录 r 与“i”的对象或指标不一致');
  expect(wrong(reversal({ reverses: 'i', subject: 'b' }))).toEqual(mismatch);
  expect(wrong(reversal({ reverses: 'i' }, 's'))).toEqual(mismatch);
});

test('§14 a target is for a known subject and indicator, once, and a number', () => {
  const targets = (...list: NonNullable<Facts['targets']>) => refusalsOf([], { targets: list });
  const sound = { subject: 'a', indicator: 'r', quantity: '10' };
  expect(targets({ ...sound, subject: 'b' })).toEqual(
    refusal('subjectUnknown', 'targets[0].subject', 'targets[0] 的对象“b”不在名单 subjects 中，请核对'),
  );
  expect(targets(sound, { ...sound, indicator: 'z' })).toEqual(
    refusal('indicatorUnknown', 'targets[1].indicator', 'targets[1] 的指标“z”不在本办法中，请核对指标代码'),
  );
  expect(targets(sound, sound)).toEqual(
    refusal('targetDuplicate', 'targets[1]', '对象“a”的指标“r”下达了两次目标，请合并'),
  );
  expect(targets({ ...sound, quantity: '十' })).toMatchObject([
    { code: 'numberMalformed', path: 'targets[0].quantity' },
  ]);
});

test('§3 what sealed periods booked, and decisions, are about known subjects', () => {
  expect(refusalsOf([], { priorMatters: [{ subject: 'b', matter: 'm' }] })).toMatchObject([
    { code: 'subjectUnknown', path: 'priorMatters[0].subject' },
  ]);
  expect(
    refusalsOf([], { priorMatters: [{ subject: 'a', matter: 'm', addition: '甲', deduction: '乙' }] }),
  ).toMatchObject([{ path: 'priorMatters[0].addition' }, { path: 'priorMatters[0].deduction' }]);
  expect(refusalsOf([], { matterDecisions: [{ subject: 'b', matter: 'm', keep: 'i' }] })).toMatchObject([
    { code: 'subjectUnknown', path: 'matterDecisions[0].subject' },
  ]);
  expect(refusalsOf([], { effects: [{ subject: 'b', id: 'f', kind: 'noGrade' }] })).toMatchObject([
    { code: 'subjectUnknown', path: 'effects[0].subject' },
  ]);
});
