import { expect, test } from 'vitest';
import { fieldNameOf, placeProblems } from './form-problems.ts';

test('principle 17: a refusal’s problem stands at the field it names', () => {
  const placed = placeProblems(
    [
      { path: 'grants.1.unitId', message: '单位不在您的管辖内' },
      { path: 'displayName', message: '不能为空', clause: '第三条' },
    ],
    [['displayName'], ['grants', 1, 'unitId']],
  );
  expect(placed.fields).toEqual([
    { name: ['grants', 1, 'unitId'], errors: ['单位不在您的管辖内'] },
    { name: ['displayName'], errors: ['不能为空（依据：第三条）'] },
  ]);
});

test('principle 17: a problem deeper than the form goes to the field that holds it, a foreign one to the summary', () => {
  const placed = placeProblems(
    [
      { path: 'files.2.id', message: '文件不存在' },
      { path: 'elsewhere', message: '周期已封存' },
    ],
    [['files']],
  );
  expect(placed.fields).toEqual([{ name: ['files'], errors: ['文件不存在'] }]);
  expect(placed.shownPaths).toEqual(['files.2.id']);
});

test('principle 17: paths may name the part of the request', () => {
  expect(fieldNameOf('body.items.0')).toEqual(['items', 0]);
});
