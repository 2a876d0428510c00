import { ruleSets } from '@mingji/contract';
import { expect, test } from 'vitest';
import { placeChange, readPlace } from '../../app/table-state.ts';
import { indicatorFields, indicatorQuery, names } from './indicator-search.ts';

const filters = {
  ...{ text: '走访', owner: '治安', module: '业务', item: '群众', family: 'ratio', year: '2025' },
  ...{ standing: 'superseded', unit: 'b7f5d5c4-3c0e-4bb4-9d41-0d3b7a1f9a11', level: '3', lint: 'open' },
  ...{ method: '5f0c5a5e-7f60-4f41-8c46-3f4c8a3d2b10', period: '0d3b7a1f-9a11-4bb4-9d41-b7f5d5c43c0e' },
};

test('P12 every combination of conditions is an address that leads back to it and to the same question', () => {
  const place = { page: 2, pageSize: 100, sort: '', filters };
  const address = new URLSearchParams(
    Object.entries(placeChange(place, names)).filter((pair): pair is [string, string] => pair[1] !== null),
  ).toString();
  const back = readPlace(Object.fromEntries(new URLSearchParams(address)), names);
  expect(back).toEqual(place);
  expect(indicatorQuery(back)).toEqual(indicatorQuery({ filters }));
  expect(Object.keys(indicatorQuery(back))).toHaveLength(Object.keys(filters).length);
  expect(ruleSets.listIndicators.query.parse(indicatorQuery(back))).toMatchObject({
    year: 2025,
    level: 3,
    standing: 'superseded',
    lint: 'open',
  });
});

test('P12 the library opens with what is in force, and every state can be asked for', () => {
  expect(indicatorQuery(readPlace({}, names))).toEqual({ standing: 'inForce' });
  expect(indicatorQuery(readPlace({ standing: '*' }, names))).toEqual({});
});

test('P12 what somebody typed wrongly into the address is left out, the rest is asked', () => {
  const place = readPlace({ year: 'last', unit: 'x', lint: '?', text: '走访' }, names);
  expect(indicatorQuery(place)).toEqual({ standing: 'inForce', text: '走访' });
});

test('P12 the years offered reach from the next one back', () => {
  const years = indicatorFields(2026, [], []).find(({ key }) => key === 'year');
  expect(years?.kind === 'select' && years.options.map(({ value }) => value).slice(0, 3)).toEqual([
    '2027',
    '2026',
    '2025',
  ]);
});
