import { expect, test } from 'vitest';
import { CITY, changed, DEPARTMENT, own, violations, wholeOf } from '../test-support/three-tiers.ts';
import { checkInheritance } from './check-inheritance.ts';

const department = wholeOf(CITY, DEPARTMENT);
const DUTY = 'modules.0.items.0';

test('§4 §16 an item without a bound of its own is bound by its marks: nobody lifts that below', () => {
  const high = 'inheritedLoosened modules[0].items[0].high';
  const under = (more: Readonly<Record<string, unknown>>, own: string | undefined) => {
    let upper = CITY;
    let lower = department;
    for (const [field, value] of Object.entries(more)) {
      upper = changed(upper, `${DUTY}.${field}`, value);
      lower = changed(lower, `${DUTY}.${field}`, value);
    }
    return violations(upper, changed(lower, `${DUTY}.high`, own));
  };
  expect(under({}, '10.01')).toEqual([high]);
  expect([under({}, '10'), under({}, '9'), under({}, undefined)]).toEqual([[], [], []]);
  expect(under({ high: '9' }, undefined)).toEqual([high]);
  expect(under({ high: '12' }, undefined)).toEqual([]);
  expect(under({ high: '12' }, '12.5')).toEqual([high]);
  expect(under({ allowExcess: true }, '11')).toEqual([]);
  expect(under({ allowExcess: true, high: '11' }, undefined)).toEqual([high]);
  const [refusal] = checkInheritance(CITY, changed(department, `${DUTY}.high`, '11'));
  expect(refusal?.message).toContain('条款c1“');
});

test('§16 what does not fill an opening names the own clause: of the indicator, of what is opened further, else of the item', () => {
  const WORK = 'modules.1.items.0';
  const told = (lower: typeof department) => checkInheritance(CITY, lower).map(({ message }) => message);
  const closed = changed(department, `${WORK}.opens`, undefined);
  expect(told(closed)).toEqual([expect.stringContaining('；本办法条款d1“')]);
  const study = department.modules[1]?.items[0]?.indicators.slice(0, 1);
  const empty = changed(department, `${WORK}.indicators`, study);
  expect(told(empty)[0]).toMatch(/合计 30 分.*；本办法条款d2“/);
  expect(told(changed(empty, `${WORK}.opens`, undefined))).toEqual([
    expect.stringContaining('；本办法条款c3“'),
  ]);
  const many = ['10', '10', '10', '10'].map((marks, at) => own(`i${at}`, marks));
  const crowded = changed(department, `${WORK}.indicators`, [...(study ?? []), ...many]);
  expect(told(crowded)[0]).toMatch(/最多开放 3 个指标.*；本办法条款d1“/);
});
