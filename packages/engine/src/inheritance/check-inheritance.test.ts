import { expect, test } from 'vitest';
import type { Indicator, RuleSet } from '../rules/rule-set.ts';
import { CITY, changed, DEPARTMENT, own, UNIT, violations, wholeOf } from '../test-support/three-tiers.ts';
import { checkInheritance } from './check-inheritance.ts';

const department = wholeOf(CITY, DEPARTMENT);
const unit = wholeOf(department, UNIT);
const DUTY = 'modules.0.items.0';
const WORK = 'modules.1.items.0';
const MERIT = 'modules.2.items.0';
const after = (path: string, to: unknown, lower: RuleSet = department) =>
  violations(CITY, changed(lower, path, to));
/** The department's item with these indicators of its own; nothing opened further. */
const filledWith = (indicators: readonly Indicator[], more: Partial<RuleSet> = {}) => {
  const study = CITY.modules[1]?.items[0]?.indicators ?? [];
  const kept = more.without === undefined ? study : [];
  const closed = changed({ ...department, ...more }, `${WORK}.opens`, undefined);
  return changed(closed, `${WORK}.indicators`, [...kept, ...indicators]);
};

test('§16 lower methods that fill what was opened pass, in each of three tiers', () => {
  expect(violations(CITY, department)).toEqual([]);
  expect(violations(department, unit)).toEqual([]);
  expect(violations(CITY, { ...CITY, id: 'x', modules: filledWith([own('a', '70')]).modules })).toEqual([]);
});

test('§16 another spelling of a number is no change', () => {
  expect(after('totalMarks', '100.0')).toEqual([]);
  expect(after(`${DUTY}.marks`, '10.00')).toEqual([]);
});

test('§16 a refusal names both clauses, the place, and what to do', () => {
  const [refusal] = checkInheritance(CITY, changed(department, `${DUTY}.indicators.0.marks`, '9'));
  expect(refusal).toEqual({
    code: 'inheritedLoosened',
    path: 'modules[0].items[0].indicators[0].marks',
    clause: 'c1',
    message:
      '指标“迟到”的 marks 不可改动，上级为 10，本级为 9。上级办法“市局办法”条款c1“迟到一次扣1分。”；本办法条款c1“迟到一次扣1分。”。请恢复上级的写法，或改得更严',
  });
  const [opened] = checkInheritance(CITY, changed(department, `${WORK}.indicators.1.marks`, '30'));
  expect(opened?.message).toContain(
    '条款c3“部门职责指标由各部门设定七十分，不超过三项，可以…”；本办法条款d1',
  );
  const clause = changed(department, `${DUTY}.indicators.0.clause`, 'gone');
  const [unknown] = checkInheritance(CITY, changed(clause, `${DUTY}.indicators.0.name`, '早退'));
  expect(unknown?.message).toContain('gone（没有条款原文）');
  const [top] = checkInheritance(CITY, changed(department, 'totalMarks', '120'));
  expect(top?.message).toContain('办法的 totalMarks 不可改动，上级为 100，本级为 120');
  expect(top?.message).toContain('（未注明条款）');
  const [absent] = checkInheritance(CITY, changed(department, 'totalMarks', undefined));
  expect(absent?.message).toContain('本级为 （没有写）');
  const [long] = checkInheritance(CITY, changed(department, `${DUTY}.name`, '长'.repeat(61)));
  expect(long?.message).toContain(`本级为 ${'长'.repeat(60)}…`);
  const [exact] = checkInheritance(CITY, changed(department, `${DUTY}.name`, '长'.repeat(60)));
  expect(exact?.message).toContain(`本级为 ${'长'.repeat(60)}。`);
  const [list] = checkInheritance(
    CITY,
    changed(department, `${DUTY}.indicators.0.subjects`, { kinds: ['unit'] }),
  );
  expect(list?.message).toContain('本级为 {"kinds":["unit"]}');
});

test('§16 modules and items of the upper method stay', () => {
  const [, ...rest] = department.modules;
  expect(violations(CITY, { ...department, modules: rest })).toEqual(['inheritedRemoved modules']);
  expect(after(`${DUTY.slice(0, -2)}`, [])).toEqual(['inheritedRemoved modules[0].items']);
  const [gone] = checkInheritance(CITY, { ...department, modules: rest });
  expect(gone?.message).toContain('上级办法的模块“共性”被去掉了');
  expect(gone?.message).toContain('条款c1“');
  const [item] = checkInheritance(CITY, changed(department, DUTY.slice(0, -2), []));
  expect(item).toMatchObject({ clause: 'c1', message: expect.stringContaining('项目“日常”被去掉了') });
});

test('§16 fixed fields of modules, items and indicators stay', () => {
  expect(after('modules.0.name', '别名')).toEqual(['inheritedLoosened modules[0].name']);
  expect(after('modules.0.weight', '1')).toEqual([]);
  expect(after('modules.0.weight', '0.9')).toEqual(['inheritedLoosened modules[0].weight']);
  expect(after('modules.2.low', '1')).toEqual(['inheritedLoosened modules[2].low']);
  expect(after('modules.2.high', '6')).toEqual(['inheritedLoosened modules[2].high']);
  expect(after('modules.2.high', undefined)).toEqual(['inheritedLoosened modules[2].high']);
  expect(after('modules.2.high', '4')).toEqual([]);
  expect(after('modules.0.high', '4')).toEqual([]);
  expect(after(`${DUTY}.marks`, '11')).toEqual(['inheritedLoosened modules[0].items[0].marks']);
  expect(after(`${DUTY}.allowExcess`, true)).toEqual(['inheritedLoosened modules[0].items[0].allowExcess']);
  expect(after(`${DUTY}.allowExcess`, false)).toEqual([]);
  expect(after(`${DUTY}.floorAtLeaf`, false)).toEqual([]);
  expect(after(`${DUTY}.floorAtLeaf`, true)).toEqual(['inheritedLoosened modules[0].items[0].floorAtLeaf']);
  expect(after(`${DUTY}.clause`, 'd1')).toEqual([]);
  expect(after(`${DUTY}.indicators.0.owner`, '别处')).toHaveLength(1);
  expect(after(`${DUTY}.indicators.0.evidence`, '打卡机')).toEqual([]);
  expect(after(`${DUTY}.indicators.0.clause`, 'd1')).toEqual([]);
});

test('§16 a switch that is on above may be turned off below', () => {
  const upper = changed(CITY, `${DUTY}.indicators.0.allowExcess`, true);
  expect(violations(upper, department)).toEqual([]);
  expect(after(`${DUTY}.indicators.0.allowExcess`, true)).toHaveLength(1);
});

test('§16 a cap on deductions may only grow, a cap on additions only shrink', () => {
  const cap = (path: string, to: string | undefined) => after(`${path}.indicators.0.cap`, to).length;
  expect([cap(DUTY, '7'), cap(DUTY, '8'), cap(DUTY, '9'), cap(DUTY, undefined)]).toEqual([1, 0, 0, 0]);
  expect([cap(MERIT, '2'), cap(MERIT, '3'), cap(MERIT, '4'), cap(MERIT, undefined)]).toEqual([0, 0, 1, 1]);
  const uncapped = changed(CITY, `${DUTY}.indicators.0.cap`, undefined);
  expect(violations(uncapped, department)).toEqual([
    'inheritedLoosened modules[0].items[0].indicators[0].cap',
  ]);
  const both = (to: string) => {
    const mixed = changed(CITY, `${MERIT}.indicators.0.scoring.events.1`, {
      code: 'm',
      name: '批评',
      points: '-1',
    });
    return violations(mixed, changed(wholeOf(mixed, DEPARTMENT), `${MERIT}.indicators.0.cap`, to)).length;
  };
  expect([both('2'), both('3'), both('4')]).toEqual([1, 0, 1]);
  const study = changed(CITY, `${WORK}.indicators.0.cap`, '5');
  const lower = (to: string) => violations(study, changed(department, `${WORK}.indicators.0.cap`, to)).length;
  expect([lower('4'), lower('5')]).toEqual([1, 0]);
});

test('§16 what is not opened takes limits and local effects only', () => {
  const add = (indicator: Indicator) => after(`${DUTY}.indicators.1`, indicator);
  const limit = own('x', undefined, { scoring: { family: 'band', min: '-3', max: '0' } });
  expect(add(limit)).toEqual([]);
  expect(add({ ...limit, marks: '0' })).toEqual(['itemNotOpened modules[0].items[0].indicators[1]']);
  expect(add(own('x', undefined))).toEqual(['itemNotOpened modules[0].items[0].indicators[1]']);
  const [refusal] = checkInheritance(CITY, changed(department, `${DUTY}.indicators.1`, own('x', undefined)));
  expect(refusal).toMatchObject({
    clause: 'c1',
    message: expect.stringContaining('本办法条款d1“支队自定指标。”'),
  });
  expect(refusal?.message).toContain('项目“日常”没有向下级开放，指标“本级x”不能增加');
});

test('§16 own modules and items hold limits and local effects only', () => {
  const limit = own('x', undefined, { scoring: { family: 'effectOnly', effect: { kind: 'rankLast' } } });
  const item = { code: 'line', name: '底线', indicators: [limit] };
  const module = { code: 'extra', name: '本级', items: [item] };
  const added = (more: object) => after('modules.3', { ...module, ...more });
  const addedItem = (more: object) => after('modules.0.items.1', { ...item, ...more });
  expect([added({}), addedItem({}), addedItem({ low: '0' }), addedItem({ low: '-5' })]).toEqual([
    [],
    [],
    [],
    [],
  ]);
  for (const more of [{ weight: '1' }, { low: '1' }, { items: [{ ...item, marks: '5' }] }])
    expect(added(more)).toEqual(['addedGives modules[3]']);
  const gives = [
    { marks: '0' },
    { low: '1' },
    { opens: { clause: 'd1' } },
    { indicators: [limit, own('y', undefined)] },
  ];
  for (const more of gives) expect(addedItem(more)).toEqual(['addedGives modules[0].items[1]']);
  const [refusal] = checkInheritance(CITY, changed(department, 'modules.0.items.1', { ...item, marks: '5' }));
  expect(refusal?.message).toContain('项目“底线”是本级增加的');
  expect(refusal?.message).toContain('本办法条款d1“');
  const [whole] = checkInheritance(CITY, changed(department, 'modules.3', { ...module, weight: '1' }));
  expect(whole?.message).toContain('模块“本级”是本级增加的');
  expect(whole?.message).toContain('本办法条款d1“');
});

test('§16 the marks filled into an opened item are exactly those opened, what is opened further included', () => {
  const marks = (...each: readonly (string | undefined)[]) =>
    violations(CITY, filledWith(each.map((one, at) => own(`i${at}`, one))));
  expect(marks('70')).toEqual([]);
  expect(marks('30', '40')).toEqual([]);
  expect(marks('69')).toEqual(['openedMarksMismatch modules[1].items[0]']);
  expect(marks('71')).toEqual(['openedMarksMismatch modules[1].items[0]']);
  expect(marks('70', undefined)).toEqual(['marksMissing modules[1].items[0].indicators[2]']);
  expect(marks()).toEqual(['openedMarksMismatch modules[1].items[0]']);
  expect(after(`${WORK}.opens.marks`, '31')).toEqual(['openedMarksMismatch modules[1].items[0]']);
  const message = (mark: string) => checkInheritance(CITY, filledWith([own('a', mark)]))[0]?.message;
  expect(message('69')).toContain('开放 70 分，本级指标和再开放的分值合计 69 分，还差 1 分');
  expect(message('72')).toContain('多出 2 分');
});

test('§16 no more indicators than opened; limits are not counted', () => {
  const limit = own('x', undefined, { scoring: { family: 'band', min: '-3', max: '0' } });
  const three = [own('a', '10'), own('b', '20'), own('c', '40')];
  expect(violations(CITY, filledWith([...three, limit]))).toEqual([]);
  const four = [...three.slice(0, 2), own('c', '30'), own('d', '10')];
  expect(violations(CITY, filledWith(four))).toEqual(['tooManyIndicators modules[1].items[0]']);
  expect(after(`${WORK}.opens.maxIndicators`, 3)).toEqual(['tooManyIndicators modules[1].items[0]']);
  const free = changed(CITY, `${WORK}.opens.maxIndicators`, undefined);
  expect(violations(free, filledWith(four))).toEqual([]);
});

test('§16 an opening without marks takes indicators without marks', () => {
  const upper = changed(changed(CITY, `${MERIT}.opens`, { clause: 'c4' }), 'mode', 'accumulating');
  const lower = wholeOf(upper, DEPARTMENT);
  const add = (indicator: Indicator) => violations(upper, changed(lower, `${MERIT}.indicators.1`, indicator));
  expect(add(own('x', undefined))).toEqual([]);
  expect(add(own('x', '5'))).toEqual(['openedMarksMismatch modules[2].items[0]']);
});

test('§16 an opening that only names what may be left out is not one to fill; one with a number is', () => {
  const opened = (opens: object) => {
    const upper = changed(CITY, `${MERIT}.opens`, { clause: 'c4', ...opens });
    return violations(
      upper,
      changed(wholeOf(upper, DEPARTMENT), `${MERIT}.indicators.1`, own('x', undefined)),
    );
  };
  expect(opened({ optional: ['praise'] })).toEqual(['itemNotOpened modules[2].items[0].indicators[1]']);
  expect(opened({ optional: ['praise'], maxIndicators: 1 })).toEqual([]);
  expect(opened({ optional: ['praise'], marks: '0' })).toEqual([]);
});

test('§16 an indicator is left out only where the upper method allows it, by a clause, its marks taken up', () => {
  const without = [{ indicator: 'study', clause: 'd1' }];
  expect(violations(CITY, filledWith([own('a', '90')], { without }))).toEqual([]);
  expect(violations(CITY, filledWith([own('a', '70')], { without }))).toEqual([
    'openedMarksMismatch modules[1].items[0]',
  ]);
  expect(violations(CITY, filledWith([own('a', '70')], { without: [] }))).toEqual([
    'leftOutUnexplained modules[1].items[0].indicators',
  ]);
  const gone = {
    ...changed(department, `${DUTY}.indicators`, []),
    without: [{ indicator: 'late', clause: 'd1' }],
  };
  expect(violations(CITY, gone)).toEqual(['inheritedRemoved modules[0].items[0].indicators']);
  const [refusal] = checkInheritance(CITY, gone);
  expect(refusal?.message).toContain('指标“迟到”被去掉了');
  expect(refusal?.message).toContain('本办法条款d1“');
  const markless = changed(
    changed(CITY, `${WORK}.indicators.0.marks`, undefined),
    `${WORK}.opens.marks`,
    '90',
  );
  expect(violations(markless, filledWith([own('a', '90')], { without }))).toEqual([]);
});

test('§16 what is said to be left out is the upper method’s, is gone, and names an own clause', () => {
  const said = (indicator: string, clause: string) => after('without', [{ indicator, clause }]);
  expect(said('study', 'd1')).toEqual(['withoutUnknown without[0]']);
  expect(said('nothing', 'd1')).toEqual(['withoutUnknown without[0]']);
  expect(said('nothing', 'zz')).toEqual(['withoutUnknown without[0]', 'clauseUnknown without[0].clause']);
});

test('§16 a middle tier opens further only what it fills itself', () => {
  const opens = (change: object) =>
    after(`${WORK}.opens`, { ...department.modules[1]?.items[0]?.opens, ...change });
  const wide = ['openingTooWide modules[1].items[0].opens'];
  expect(opens({ optional: [] })).toEqual([]);
  expect(opens({ optional: ['study'] })).toEqual(wide);
  expect(opens({ maxIndicators: undefined })).toEqual(wide);
  expect(after(`${DUTY}.opens`, { clause: 'd2' })).toEqual(['openingTooWide modules[0].items[0].opens']);
  expect(after(`${DUTY}.opens`, { clause: 'd2', optional: [] })).toEqual([]);
  const limit = own('x', undefined, { scoring: { family: 'band', min: '-3', max: '0' } });
  const limited = changed(department, `${DUTY}.indicators.1`, limit);
  expect(after(`${DUTY}.opens`, { clause: 'd2', optional: ['x'] }, limited)).toEqual([]);
  const named = changed(CITY, `${MERIT}.opens`, { clause: 'c4', optional: ['praise'] });
  const further = changed(wholeOf(named, DEPARTMENT), `${MERIT}.opens`, { clause: 'd2', marks: '0' });
  expect(violations(named, further)).toEqual(['openingTooWide modules[2].items[0].opens']);
  const free = changed(CITY, `${WORK}.opens.maxIndicators`, undefined);
  const freely = changed(department, `${WORK}.opens.maxIndicators`, undefined);
  expect(violations(free, freely)).toEqual([]);
  const messages = (change: object) =>
    checkInheritance(CITY, changed(department, `${WORK}.opens`, { clause: 'd2', marks: '30', ...change }))
      .map((refusal) => refusal.message)
      .join();
  expect(messages({ maxIndicators: 2, optional: ['study', 'z'] })).toContain(
    '允许下级不采用的 study、z 不是本级的指标',
  );
  expect(messages({})).toContain('上级限定最多 3 个指标，本级再开放时没有限定');
  expect(messages({})).toContain('本办法条款d2“大队设定三十分。”');
  const [closed] = checkInheritance(CITY, changed(department, `${DUTY}.opens`, { clause: 'd2' }));
  expect(closed?.message).toContain('上级没有开放，本级不能再开放');
});

test('§16 clauses of the upper method stand word for word; own ones are added', () => {
  expect(after('clauses.0.text', '改写')).toEqual(['inheritedLoosened clauses[0].text']);
  expect(after('clauses.0', { id: 'd9', text: '换掉' })).toEqual(['inheritedRemoved clauses']);
  const [refusal] = checkInheritance(CITY, changed(department, 'clauses.0.text', '改写'));
  expect(refusal).toMatchObject({ clause: 'c1', message: expect.stringContaining('本办法条款c1“改写”') });
});
