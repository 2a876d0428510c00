import { randomUUID } from 'node:crypto';
import { supervision } from '@mingji/contract';
import { expect, test } from 'vitest';
import type { TestClient } from '../support/client.ts';
import { as, holdTarget, matters, place, press, setUpPresses, TODAY } from './press-city.ts';

setUpPresses();

async function lateTargets() {
  const { cityVersion, countyVersion, li, wang, stranger, station, county } = place;
  for (const officer of [li, wang, stranger]) await holdTarget(cityVersion, officer);
  await holdTarget(countyVersion, li);
  await holdTarget(cityVersion, station, { openedAt: TODAY });
  await holdTarget(cityVersion, county, { openedAt: TODAY });
}
const byUnit = (client: TestClient, query: object = {}) =>
  client.call(supervision.listMattersByUnit, { query: query as never });
const numbers = (rows: readonly supervision.SupervisedUnit[]) =>
  rows.map(({ name, late, canPress }) => [name, late, canPress]);

test('P10 each level sees how much is late at each unit below it, the worst first, and goes down to the officer', async () => {
  await lateTargets();
  const top = await byUnit(as.office);
  expect(top.unit.name).toBe('江东市公安局');
  // Three unread targets of officers under two methods, and two quantities that were not handed down.
  expect(numbers(top.rows)).toEqual([
    ['甲县公安局', 5, true],
    ['乙县公安局', 1, true],
  ]);
  const county = await byUnit(as.office, { unitId: place.county.id });
  expect(county.above.map(({ name }) => name)).toEqual(['江东市公安局', '甲县公安局']);
  expect(numbers(county.rows)).toEqual([
    ['城关派出所', 4, true],
    ['甲县公安局本级', 1, false],
  ]);
  const station = await byUnit(as.head);
  expect(station.above.map(({ name }) => name)).toEqual(['城关派出所']);
  expect(numbers(station.rows)).toEqual([
    ['李某', 2, true],
    ['王某', 1, true],
    ['城关派出所本级', 1, false],
  ]);
  expect(station.rows[0]?.counts.find(({ kind }) => kind === 'targetUnopened')).toMatchObject({ late: 2 });
});

test('P10 the numbers by unit are those of the list, and all of a unit is pressed at once', async () => {
  await lateTargets();
  const { rows } = await byUnit(as.office);
  for (const { id, late } of rows) {
    expect((await matters(as.office, { unitId: id, state: 'late' })).total).toBe(late);
  }
  const [worst] = rows;
  expect(await as.office.call(supervision.pressMatters, press({ all: { unitId: worst?.id } }))).toMatchObject(
    {
      pressed: worst?.late,
    },
  );
});

test('P10 a list says how much of it the reader may press: not what the own unit owes', async () => {
  await lateTargets();
  expect(await matters(as.countyOffice)).toMatchObject({ total: 5, pressable: 4 });
  expect(await as.countyOffice.call(supervision.pressMatters, press({ all: {} }))).toMatchObject({
    pressed: 4,
  });
});

test('P1 a neighbour’s unit, the unit above and an unknown one are refused', async () => {
  const query = (unitId: string) => ({ query: { unitId } as never });
  for (const unit of [place.county, place.city]) {
    expect(await as.neighbourOffice.refusal(supervision.listMattersByUnit, query(unit.id))).toMatchObject({
      status: 403,
    });
  }
  expect(await as.office.refusal(supervision.listMattersByUnit, query(randomUUID()))).toMatchObject({
    status: 404,
  });
});
