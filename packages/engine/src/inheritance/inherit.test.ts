import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkRuleSet } from '../rules/check-rule-set.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { CITY, changed, DEPARTMENT, own, UNIT, wholeOf } from '../test-support/three-tiers.ts';
import { inherit } from './inherit.ts';
import type { LowerPart } from './lower-part.ts';
import { ownPart } from './own-part.ts';

const codesOf = (ruleSet: RuleSet, item = 'work') =>
  ruleSet.modules
    .flatMap((module) => module.items)
    .find((each) => each.code === item)
    ?.indicators.map((indicator) => indicator.code);
const department = wholeOf(CITY, DEPARTMENT);
const unit = wholeOf(department, UNIT);

test('§16 a lower method is whole with what it says itself beside what stands above', () => {
  expect(department).toMatchObject({
    id: 'department',
    mode: 'percentage',
    totalMarks: '100',
    filing: 'required',
  });
  expect(department.extends).toEqual({ id: 'city', version: '1' });
  expect(codesOf(department)).toEqual(['study', 'files']);
  expect(department.clauses.map((clause) => clause.id)).toEqual(['c1', 'c2', 'c3', 'c4', 'd1', 'd2']);
  expect(checkRuleSet(department)).toEqual([]);
});

test('§16 three tiers follow each other, and the lowest has no opening left', () => {
  expect(codesOf(unit)).toEqual(['study', 'files', 'patrol']);
  expect(unit.modules[1]?.items[0]?.opens).toBeUndefined();
  expect(department.modules[1]?.items[0]?.opens?.marks).toBe('30');
  expect(unit.extends).toEqual({ id: 'department', version: '1' });
});

test('§16 without an own word a lower method is the upper one, closed', () => {
  const { modules: _modules, clauses: _clauses, ...head } = DEPARTMENT;
  const bare = wholeOf(CITY, head);
  expect(bare.modules[0]).toEqual(CITY.modules[0]);
  expect(bare.modules[1]?.items[0]).toEqual(
    changed(CITY, 'modules.1.items.0.opens', undefined).modules[1]?.items[0],
  );
  expect(bare.clauses).toEqual(CITY.clauses);
  expect(bare).not.toHaveProperty('statuses');
  expect(bare).not.toHaveProperty('sanctions');
  expect(bare).not.toHaveProperty('posts');
});

test('§16 an indicator of the same code takes the upper one’s place; one left out is gone', () => {
  const part: LowerPart = {
    ...DEPARTMENT,
    without: [{ indicator: 'study', clause: 'd1' }],
    modules: [{ code: 'own', items: [{ code: 'work', indicators: [own('a', '50'), own('b', '40')] }] }],
  };
  expect(codesOf(wholeOf(CITY, part))).toEqual(['a', 'b']);
  const over = changed(part, 'modules.0.items.0.indicators.1', own('study', '40'));
  const whole = wholeOf(CITY, { ...over, without: [] });
  expect(codesOf(whole)).toEqual(['study', 'a']);
  expect(whole.modules[1]?.items[0]?.indicators[0]?.name).toBe('本级study');
  expect(whole.without).toEqual([]);
  expect(
    codesOf(wholeOf({ ...CITY, without: [{ indicator: 'late', clause: 'c1' }] }, DEPARTMENT), 'duty'),
  ).toEqual(['late']);
});

test('§16 new modules and items come last; written fields and sections take the upper’s place', () => {
  const limits = own('limit', undefined, { scoring: { family: 'effectOnly', effect: { kind: 'rankLast' } } });
  const part: LowerPart = {
    ...DEPARTMENT,
    rounding: 'none',
    modules: [
      { code: 'extra', name: '底线', items: [{ code: 'line', name: '红线', indicators: [limits] }] },
      {
        code: 'bonus',
        high: '3',
        items: [
          { code: 'more', name: '其他' },
          { code: 'merit', clause: 'd1' },
        ],
      },
    ],
  };
  const whole = wholeOf(CITY, part);
  expect(whole.rounding).toBe('none');
  expect(whole.modules.map((module) => module.code)).toEqual(['common', 'own', 'bonus', 'extra']);
  expect(whole.modules[2]).toMatchObject({ name: '加分', low: '0', high: '3' });
  expect(whole.modules[2]?.items.map((item) => [item.code, item.clause, item.indicators.length])).toEqual([
    ['merit', 'd1', 1],
    ['more', undefined, 0],
  ]);
});

const member = (code: string, name = code) => ({
  code,
  name,
  effects: [],
  category: 'x',
  duties: [],
  performance: [],
});

test('§16 lists of members with codes are joined by code', () => {
  const upper: RuleSet = { ...CITY, sanctions: [member('a'), member('b')], posts: [member('p')] };
  const whole = wholeOf(upper, { ...DEPARTMENT, sanctions: [member('b', '乙'), member('c')] });
  expect(whole.sanctions?.map((one) => one.name)).toEqual(['a', '乙', 'c']);
  expect(whole.posts).toEqual(upper.posts);
});

test('§16 what is named by code only must be there above, and the upper one must be the one that is named', () => {
  const wrong: LowerPart = {
    ...DEPARTMENT,
    extends: { id: 'city', version: '2' },
    modules: [{ code: 'nowhere' }, { code: 'own', items: [{ code: 'work' }, { code: 'gone' }] }],
  };
  const result = inherit(CITY, wrong);
  expect(result.ok ? [] : result.refusals.map(({ code, path }) => `${code} ${path}`)).toEqual([
    'extendsMismatch extends',
    'inheritedUnknown modules[1].items[1]',
    'inheritedUnknown modules[0]',
  ]);
  expect(result.ok ? '' : result.refusals[2]?.message).toContain('没有代码为“nowhere”的模块');
  expect(inherit(CITY, { ...DEPARTMENT, extends: { id: 'other', version: '1' } })).toMatchObject({
    ok: false,
    refusals: [{ code: 'extendsMismatch', message: expect.stringContaining('“other”第 1 版') }],
  });
});

test('§16 what is a method’s own is found again in the whole', () => {
  expect(ownPart(CITY, department)).toEqual(DEPARTMENT);
  expect(ownPart(department, unit)).toEqual(UNIT);
  const { extends: _extends, ...orphan } = department;
  expect(ownPart(CITY, orphan as RuleSet).extends).toEqual({ id: 'city', version: '1' });
});

test('§16 changed fields, sections and members are the method’s own, and only those', () => {
  const rich: RuleSet = { ...CITY, sanctions: [member('a')], rounding: 'none' };
  let whole = wholeOf(rich, { ...DEPARTMENT, sanctions: [member('b')], without: [] });
  whole = changed(changed(whole, 'modules.2.high', '3'), 'modules.2.items.0.clause', 'd1');
  whole = { ...whole, notApplicable: 'full' };
  const part = ownPart(rich, whole);
  expect(part).toEqual({
    ...DEPARTMENT,
    without: [],
    notApplicable: 'full',
    sanctions: [member('b')],
    modules: [
      ...(DEPARTMENT.modules ?? []),
      { code: 'bonus', high: '3', items: [{ code: 'merit', clause: 'd1' }] },
    ],
  });
  expect(wholeOf(rich, part)).toEqual(whole);
  const added = { code: 'extra', name: '新', items: [] };
  const item = { code: 'new', name: '新', indicators: [] };
  const more = changed({ ...whole, modules: [...whole.modules, added] }, 'modules.0.items.1', item);
  expect(ownPart(rich, more).modules).toEqual([
    { code: 'common', items: [item] },
    ...(part.modules ?? []),
    added,
  ]);
  expect(wholeOf(rich, ownPart(rich, more))).toEqual(more);
});

const parts = fc
  .record({
    marks: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 3 }),
    high: fc.constantFrom('5', '4', '0'),
    left: fc.boolean(),
    heavier: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
    extra: fc.boolean(),
  })
  .map(
    ({ marks, high, left, heavier, extra }): LowerPart => ({
      ...DEPARTMENT,
      ...(left && { without: [{ indicator: 'study', clause: 'd1' }] }),
      modules: [
        { code: 'bonus', high },
        ...(extra ? [{ code: 'extra', name: '新', items: [] }] : []),
        {
          code: 'own',
          items: [{ code: 'work', indicators: marks.map((one, at) => own(`i${at}`, String(one))) }],
        },
        {
          code: 'common',
          items: [
            {
              code: 'duty',
              indicators:
                heavier === undefined
                  ? []
                  : [
                      changed(
                        CITY.modules[0]?.items[0]?.indicators[0] ?? own('late', '10'),
                        'scoring.events.0.points',
                        `-${heavier}`,
                      ),
                    ],
            },
          ],
        },
      ],
    }),
  );

test('§16 own part and inheriting undo each other, and a whole method comes out as it went in', () => {
  fc.assert(
    fc.property(parts, (part) => {
      const whole = wholeOf(CITY, part);
      expect(wholeOf(CITY, ownPart(CITY, whole))).toEqual(whole);
      expect(wholeOf(CITY, whole as LowerPart)).toEqual(whole);
    }),
  );
});
