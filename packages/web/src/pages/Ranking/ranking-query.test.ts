import { results } from '@mingji/contract';
import { expect, test } from 'vitest';
import { placeChange, readPlace } from '../../app/table-state.ts';
import { names, rankingQuery, viewOf } from './ranking-query.ts';

const set = {
  page: 2,
  pageSize: 100,
  sort: '-score',
  filters: {
    text: '城东',
    part: 'item:duty',
    sequence: 'field',
    group: 'A',
    level: '3',
    post: '社区民警',
    unit: 'b7f5d5c4-3c0e-4bb4-9d41-0d3b7a1f9a11',
  },
};

test('P11 every combination of conditions is an address that leads back to it', () => {
  const change = placeChange(set, names);
  const address = new URLSearchParams(
    Object.entries(change).filter((pair): pair is [string, string] => pair[1] !== null),
  ).toString();
  const place = readPlace(Object.fromEntries(new URLSearchParams(address)), names);
  expect(place).toEqual(set);
  const parsed = results.listRanking.query.parse(rankingQuery(place, 'officer'));
  expect(parsed).toMatchObject({
    sequenceCode: 'field',
    groupCode: 'A',
    level: 3,
    post: '社区民警',
    part: 'item:duty',
    sort: 'score',
    descending: true,
  });
});

test('P11 units have no post, and an unknown order or view falls back', () => {
  const asked = rankingQuery({ ...set, sort: 'nonsense' }, 'unit');
  expect(asked).toMatchObject({ sort: 'rank' });
  expect('post' in asked).toBe(false);
  expect([viewOf('heat'), viewOf('nonsense'), viewOf(undefined)]).toEqual(['heat', 'table', 'table']);
});
