import type { targets } from '@mingji/contract';
import { expect, test } from 'vitest';
import { floorState, shareOfCount, shownRows } from './floor-state.ts';

const row = (more: Partial<targets.FloorRow>): targets.FloorRow => ({
  kind: 'unit',
  id: null,
  name: '城关派出所',
  unitKind: 'station',
  position: null,
  headCount: 9,
  issued: 0,
  opened: 0,
  stuck: 0,
  submitted: 0,
  waiting: 0,
  returned: 0,
  accepted: 0,
  points: '0',
  late: 0,
  silent: null,
  quantity: null,
  actual: null,
  percent: null,
  ...more,
});

test('P10 a state of the address keeps the rows it names; an unknown one keeps all', () => {
  const rows = [row({ name: '甲', issued: 2, opened: 1 }), row({ name: '乙', submitted: 3, late: 2 })];
  expect(shownRows(rows, floorState('notOpened')).map(({ name }) => name)).toEqual(['甲']);
  expect(shownRows(rows, floorState('late')).map(({ name }) => name)).toEqual(['乙']);
  expect(shownRows(rows, floorState('nothing')).map(({ name }) => name)).toEqual(['甲']);
  expect(shownRows(rows, floorState('toString'))).toHaveLength(2);
  expect(shownRows(rows, floorState(undefined))).toHaveLength(2);
});

test('P10 the unit’s own line is there only when something lies at it', () => {
  expect(shownRows([row({ kind: 'own' })], null)).toEqual([]);
  expect(shownRows([row({ kind: 'own', points: '-1' })], null)).toHaveLength(1);
});

test('P10 of nothing there is no bar', () => {
  expect([shareOfCount(0, 0), shareOfCount(1, 3), shareOfCount(2, 2)]).toEqual([null, 33, 100]);
});
