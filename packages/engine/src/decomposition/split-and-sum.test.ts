import { expect, test } from 'vitest';
import { exact } from '../kernel/exact-text.ts';
import { toPlain } from '../rules/evaluation-json.ts';
import { conservation } from './conservation.ts';
import { splitByWeight } from './split-by-weight.ts';

const children = (...weights: readonly string[]) =>
  weights.map((weight, at) => ({ code: `c${at}`, weight: exact(weight) }));
const split = (quantity: string, weights: readonly string[], unit?: string) =>
  toPlain(splitByWeight(exact(quantity), children(...weights), ...(unit === undefined ? [] : [exact(unit)])));
const no = (code: string, path: string, message: string) => ({
  ok: false,
  refusals: [{ code, path, message }],
});

test('§14 10 over 3, 3 and 1 heads: what each gets, beside its exact share', () => {
  expect(split('10', ['3', '3', '1'])).toEqual({
    ok: true,
    value: [
      { code: 'c0', quantity: '4', exactShare: '30/7' },
      { code: 'c1', quantity: '4', exactShare: '30/7' },
      { code: 'c2', quantity: '2', exactShare: '10/7' },
    ],
  });
  expect(split('7.5', ['1', '2'], '2.5')).toEqual({
    ok: true,
    value: [
      { code: 'c0', quantity: '2.5', exactShare: '2.5' },
      { code: 'c1', quantity: '5', exactShare: '5' },
    ],
  });
  expect(split('0', ['1', '0'])).toMatchObject({ ok: true, value: [{ quantity: '0' }, { quantity: '0' }] });
});

test('§14 the largest remainder is served first; twice the same code by its place on the list', () => {
  expect(split('3', ['1', '4', '3'])).toMatchObject({
    value: [{ quantity: '0' }, { quantity: '2' }, { quantity: '1' }],
  });
  const twins = ['b', 'a', 'a'].map((code) => ({ code, weight: exact('1') }));
  expect(toPlain(splitByWeight(exact('1'), twins))).toMatchObject({
    value: [{ quantity: '0' }, { quantity: '1' }, { quantity: '0' }],
  });
});

test('§14 what cannot be split is refused with the reason', () => {
  expect(split('-1', ['1'])).toEqual(no('quantityNegative', 'quantity', '要分解的数量不能为负'));
  for (const unit of ['0', '-1']) {
    expect(split('1', ['1'], unit)).toEqual(no('unitNotPositive', 'unit', '最小单位必须大于 0'));
  }
  const weights = no(
    'weightsNotPositive',
    'children',
    '各下级的权重不能为负，且合计必须大于 0，请先核对人数',
  );
  expect(split('10', ['0', '0'])).toEqual(weights);
  expect(split('10', ['3', '-1'])).toEqual(weights);
  expect(split('10', [])).toEqual(weights);
  expect(split('1050', ['1', '2'], '100')).toEqual(
    no('quantityNotWhole', 'quantity', '数量 1050 不是最小单位 100 的整数倍'),
  );
});

const kept = (issued: string, parts: readonly string[], own?: string) =>
  toPlain(conservation(exact(issued), parts.map(exact), ...(own === undefined ? [] : [exact(own)])));

test('§14 issued = handed down + kept + not yet handed down; over-splitting is told, never absorbed', () => {
  expect(kept('100', ['40', '50'], '10')).toEqual({
    issued: '100',
    handedDown: '90',
    kept: '10',
    difference: '0',
    notYetHandedDown: '0',
    overSplit: '0',
    state: 'balanced',
    message: '已全部分解',
  });
  expect(kept('100', ['40', '50.5'])).toEqual({
    issued: '100',
    handedDown: '90.5',
    kept: '0',
    difference: '9.5',
    notYetHandedDown: '9.5',
    overSplit: '0',
    state: 'notYetHandedDown',
    message: '尚有 9.5 未分解',
  });
  expect(kept('100', ['60', '50'], '1')).toEqual({
    issued: '100',
    handedDown: '110',
    kept: '1',
    difference: '-11',
    notYetHandedDown: '0',
    overSplit: '11',
    state: 'overSplit',
    message: '超额分解 11，须说明理由；上级目标不变',
  });
});
