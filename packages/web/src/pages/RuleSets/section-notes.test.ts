import type { RuleSet } from '@mingji/engine';
import { expect, test } from 'vitest';
import { EDITED_SECTIONS, formValue, writtenValue } from './all-sections.ts';
import { compareVersions } from './compare-versions.ts';
import { sectionNotes } from './section-notes.ts';

const content: RuleSet = {
  format: 'mingji/rule-set@1',
  id: 'x',
  name: '办法',
  version: '1',
  mode: 'accumulating',
  appraises: ['officer'],
  clauses: [{ id: 'c-1', text: '迟到一次扣1分。' }],
  modules: [
    {
      code: 'm',
      name: '模块',
      items: [
        {
          code: 'i',
          name: '考勤',
          indicators: [
            {
              code: 'presence',
              name: '出勤纪律',
              clause: 'c-1',
              owner: '政治部',
              scoring: {
                family: 'occurrence',
                events: [
                  {
                    code: 'late',
                    name: '迟到',
                    points: '2',
                    byRole: [
                      { role: 'lead', points: '2' },
                      { role: 'assist', points: '1' },
                    ],
                  },
                ],
              },
            },
          ],
        },
      ],
    },
  ],
};
const sectionOf = (key: keyof RuleSet) => {
  const section = EDITED_SECTIONS.find((each) => each.key === key);
  if (!section) throw new Error(`no form for ${key}`);
  return section;
};
const attendance = sectionOf('attendance');
const roles = sectionOf('roles');

test('X7 a section that is a list is the rows of a form, and is written back as the list', () => {
  const rules = [{ column: 'late', indicator: 'presence', event: 'late' }] as const;
  expect(formValue({ ...content, attendance: rules }, attendance)).toEqual({ rows: rules });
  expect(writtenValue(attendance, { rows: rules })).toBe(rules);
  expect(formValue(content, attendance)).toBeUndefined();
});

test('X6 what is wrong with a row of the attendance mapping stands at its field', () => {
  const next = { ...content, attendance: [{ column: 'late', indicator: 'presence' }] } as RuleSet;
  const { placed, notes } = sectionNotes(attendance, content, next);
  expect(placed.map(({ name }) => name)).toEqual([['rows', 0, 'event']]);
  expect(placed[0]?.messages[0]).toContain('记作哪一种');
  expect(notes).toEqual([]);
});

test('X6 a row that is not filled in yet is not told off, a wrong number is', () => {
  const empty = { ...content, attendance: [{}] } as unknown as RuleSet;
  expect(sectionNotes(attendance, content, empty)).toEqual({ placed: [], notes: [] });
  const row = { column: 'late', indicator: 'presence', event: 'late', per: '0' };
  const wrong = { ...content, attendance: [row] } as RuleSet;
  expect(sectionNotes(attendance, content, wrong).placed.map(({ name }) => name)).toEqual([
    ['rows', 0, 'per'],
  ]);
});

test('P2 roles that together get more than the standard are told below, once they are defined', () => {
  const next = {
    ...content,
    roles: [
      { code: 'lead', name: '主办', goesTo: 'reporter' },
      { code: 'assist', name: '协办', goesTo: 'named' },
    ],
  } as RuleSet;
  const { notes } = sectionNotes(roles, content, next);
  expect(notes.map(({ text }) => text).join()).toContain('按角色分给各人的合计 3 分');
  expect(sectionNotes(roles, next, next).notes).toEqual([]);
});

test('N8 a changed attendance row is told in the words of the form', () => {
  const rule = { column: 'late', indicator: 'presence', event: 'late' } as const;
  const [change] = compareVersions(
    { ...content, attendance: [rule] },
    { ...content, attendance: [rule, { ...rule, column: 'early' }] },
  ).filter(({ key }) => key === 'attendance');
  expect(change?.lines.map((line) => Object.values(line).join(' ')).join()).toContain('早退（次）');
});
