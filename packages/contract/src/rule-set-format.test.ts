import type { Facts, RuleSet } from '@mingji/engine';
import { expect, expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import { type FactsFormat, parseFacts } from './facts-format.ts';
import {
  hasUpper,
  parseLowerPart,
  parseRuleSet,
  type RuleSetFormat,
  ruleSetFormat,
} from './rule-set-format.ts';

const rules = (
  scoring: object = { family: 'occurrence', events: [{ code: 'e', name: '迟到', points: -1 }] },
) => ({
  format: 'mingji/rule-set@1',
  id: 'r',
  name: '办法',
  version: '1',
  mode: 'percentage',
  totalMarks: 100,
  appraises: ['unit'],
  clauses: [{ id: 'c', text: '条款' }],
  modules: [
    {
      code: 'm',
      name: '模块',
      items: [
        {
          code: 'p',
          name: '项目',
          marks: 100,
          indicators: [{ code: 'x', name: '指标', clause: 'c', owner: '考核办', scoring }],
        },
      ],
    },
  ],
});
const faults = (value: unknown) => {
  const result = parseRuleSet(value);
  return result.ok ? [] : result.refusals.map((refusal) => [refusal.path, refusal.message]);
};
const SCORING = 'modules[0].items[0].indicators[0].scoring';

test('X7 what the format accepts is what the engine takes', () => {
  expectTypeOf<RuleSetFormat>().toExtend<RuleSet>();
  expectTypeOf<FactsFormat>().toExtend<Facts>();
});

test('X7 whole numbers may be written as numbers; decimals travel as text', () => {
  const result = parseRuleSet(rules());
  expect(result).toMatchObject({ ok: true, value: { totalMarks: '100' } });
});

test('X7 counts may come as the text a digit-keeping reader makes of them', () => {
  const { clauses, ...rest } = rules();
  const written = {
    ...rest,
    clauses,
    rounding: { digits: '1', mode: 'floor' },
    lists: { first: '5', last: 3 },
  };
  expect(parseRuleSet(written)).toMatchObject({
    ok: true,
    value: { rounding: { digits: 1 }, lists: { first: 5, last: 3 } },
  });
  expect(faults({ ...written, lists: { first: '1.5', last: '-1' } })).toEqual([
    ['lists.first', 'lists.first 应为整数'],
    ['lists.last', 'lists.last：不能为负'],
  ]);
});

test('§1 a decimal that came as a number is refused with its place, not silently used', () => {
  const event = { code: 'e', name: '迟到', points: -0.5 };
  expect(faults(rules({ family: 'occurrence', events: [event] }))).toEqual([
    [`${SCORING}.events[0].points`, expect.stringContaining('请写成文本')],
  ]);
});

test('X7 an unknown field is refused with the fields that are allowed there', () => {
  const [[path, message] = ['', '']] = faults(rules({ family: 'band', min: -3, max: -1, maximum: 5 }));
  expect(path).toBe(`${SCORING}.maximum`);
  expect(message).toContain('不认识的字段 maximum，是不是想写 max？允许的字段有：family、min、max、unit');
});

test('X7 an unknown family is refused with the families there are', () => {
  const [[path, message] = ['', '']] = faults(rules({ family: 'magic' }));
  expect(path).toBe(`${SCORING}.family`);
  expect(message).toContain('occurrence');
  expect(message).toContain('effectOnly');
});

test('X7 missing fields, wrong kinds and wrong choices are all told at once', () => {
  const { name: _name, ...rest } = rules();
  expect(
    faults({ ...rest, mode: 'percent', totalMarks: '一百', clauses: '条款' }).map(([path]) => path),
  ).toEqual(['name', 'mode', 'totalMarks', 'clauses']);
  expect(faults(null)).toHaveLength(1);
  const { mode: _mode, ...modeless } = rules();
  expect(faults(modeless)).toEqual([['mode', '缺少 mode，请填写，只能是以下之一：percentage、accumulating']]);
});

test('X7 a field nobody could have meant is refused without a guess', () => {
  const [[path, message] = ['', '']] = faults({ ...rules(), zzzzzz: 1 });
  expect(path).toBe('zzzzzz');
  expect(message).toMatch(/^文件中有不认识的字段 zzzzzz；允许的字段有：format、/);
});

test('§16 a lower method writes only its own parts; a whole one fits as well', () => {
  const { mode: _mode, clauses: _clauses, modules: _modules, appraises: _appraises, ...head } = rules();
  const part = { ...head, extends: { id: 'u', version: 1 } };
  expect(hasUpper(part)).toBe(true);
  expect(hasUpper(head)).toBe(false);
  expect(hasUpper(null)).toBe(false);
  expect(hasUpper('extends')).toBe(false);
  expect(parseLowerPart(part)).toMatchObject({ ok: true, value: { extends: { id: 'u', version: '1' } } });
  expect(parseLowerPart({ ...part, modules: [{ code: 'm', items: [{ code: 'p' }] }] }).ok).toBe(true);
  expect(parseLowerPart({ ...rules(), extends: part.extends }).ok).toBe(true);
  expect(parseLowerPart(head)).toMatchObject({ ok: false, refusals: [{ path: 'extends' }] });
  expect(parseRuleSet(part).ok).toBe(false);
  const without = [{ indicator: 'x', clause: 'c' }];
  expect(parseLowerPart({ ...part, without }).ok).toBe(true);
});

test('X8 the format can be published as a JSON schema', () => {
  expect(z.toJSONSchema(ruleSetFormat)).toMatchObject({ type: 'object', additionalProperties: false });
});

const facts = {
  period: { id: '2026-09', from: '2026-09-01', to: '2026-09-30', kind: 'month' },
  subjects: [{ id: 'a', kind: 'unit', code: '1' }],
  entries: [{ id: 'e', subject: 'a', indicator: 'x', kind: 'event', quantity: 2, at: '2026-09-10' }],
};

test('§15 facts are read strictly: real dates, known kinds, nothing unknown', () => {
  expect(parseFacts(facts)).toMatchObject({ ok: true, value: { entries: [{ quantity: '2' }] } });
  const wrong = parseFacts({
    ...facts,
    period: { ...facts.period, to: '2026-09-31' },
    entries: [{ ...facts.entries[0], kind: 'deed', at: '2026-09-10T08:00:00', score: null }],
  });
  expect(wrong.ok ? [] : wrong.refusals.map((refusal) => refusal.path)).toEqual([
    'period.to',
    'entries[0].kind',
    'entries[0].at',
    'entries[0].score',
  ]);
});

test('X7 a bound without words of its own is told in Chinese, one with words in those', () => {
  const told = (more: object) => {
    const read = parseFacts({ ...facts, ...more });
    return read.ok ? [] : read.refusals.map(({ message }) => message);
  };
  const entry = facts.entries[0];
  const calendar = (days: number, year = 2026) => ({
    years: [{ year, holidays: Array.from({ length: days }, () => '2026-01-01'), workdays: [] }],
  });
  expect(told({ calendar: calendar(366) })).toEqual([]);
  expect(told({ calendar: calendar(367) })).toEqual(['calendar.years[0].holidays：最多为 366 项']);
  expect(told({ calendar: calendar(1, 1900) })).toEqual(['calendar.years[0].year：应为四位年份']);
  expect(told({ entries: [{ ...entry, id: '' }] })).toEqual(['entries[0].id：不能为空']);
});

test('§6 a period ends on the day it begins or later', () => {
  const to = (day: string) => parseFacts({ ...facts, period: { ...facts.period, to: day } });
  expect(to('2026-09-01').ok).toBe(true);
  expect(to('2026-08-31')).toMatchObject({
    ok: false,
    refusals: [{ path: 'period.to', message: expect.stringContaining('不能早于 from') }],
  });
});

test('§3 what a matter added in a sealed period is no deduction', () => {
  const prior = (addition: string) =>
    parseFacts({ ...facts, priorMatters: [{ subject: 'a', matter: 'm', addition }] });
  expect(prior('2').ok).toBe(true);
  expect(prior('-2')).toMatchObject({ ok: false, refusals: [{ path: 'priorMatters[0].addition' }] });
});

test('§1 null is refused, never read as absent or as zero', () => {
  const wrong = parseFacts({ ...facts, entries: [{ ...facts.entries[0], quantity: null }] });
  expect(wrong).toMatchObject({ ok: false, refusals: [{ path: 'entries[0].quantity' }] });
});
