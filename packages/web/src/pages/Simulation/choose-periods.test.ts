import { expect, test } from 'vitest';
import { chosenBase, firstChoice } from './choose-periods.ts';

const period = (id: string, versionId: string, version: number) => ({
  ...{ id, versionId, version, label: id, from: '2026-01-01', to: '2026-01-31' },
});
const periods = [
  period('p6', 'v2', 2),
  period('p5', 'v1', 1),
  period('p4', 'v2', 2),
  period('p3', 'v2', 2),
  period('p2', 'v2', 2),
];

test('X2 the newest three periods by the newest version are chosen at first', () => {
  expect(firstChoice(periods)).toEqual(['p6', 'p4', 'p3']);
  expect(firstChoice([])).toEqual([]);
});

test('X2 the periods chosen say what the version is compared with', () => {
  expect(chosenBase(periods, ['p5'])).toMatchObject({ versionId: 'v1', version: 1 });
  expect(chosenBase(periods, [])).toBeNull();
});
