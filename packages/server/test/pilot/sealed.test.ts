import { randomUUID } from 'node:crypto';
import { pilot, results } from '@mingji/contract';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  type MonthWorld,
  publishedMonth,
  sealedMonth,
  sealRequest,
  startMonthWorld,
} from '../results/month.ts';

let world: MonthWorld;
beforeEach(async () => {
  world = await startMonthWorld();
});
afterEach(() => world.server.stop());

const switchOn = (unitId: string, from: string) => ({
  body: { requestId: randomUUID(), unitId, from, reason: '先行试点' },
});

test('P20 the pilot is not changed behind a sealed month, be its method of the unit above or of one below', async () => {
  await sealedMonth(world);
  const below = await world.office.refusal(pilot.switchOnUnit, switchOn(world.west.id, '2026-09-30'));
  expect(below.body.message).toContain('已封存的周期“2026年9月”（甲县公安局）');
  const cityOffice = await world.server.signInWith({ roles: ['office'], unit: world.city });
  const above = await cityOffice.refusal(pilot.switchOnUnit, switchOn(world.city.id, '2026-09-15'));
  expect(above).toMatchObject({ code: 'refused' });
  expect(above.body.problems[0]?.path).toBe('from');
  await cityOffice.call(pilot.switchOnUnit, switchOn(world.city.id, '2026-10-01'));
});

test('P20 a wider activation changes nothing for whom another one covers already', async () => {
  await world.office.call(pilot.switchOnUnit, switchOn(world.county.id, '2026-09-01'));
  await sealedMonth(world);
  const cityOffice = await world.server.signInWith({ roles: ['office'], unit: world.city });
  const { activations } = await cityOffice.call(pilot.switchOnUnit, switchOn(world.city.id, '2026-09-15'));
  expect(activations).toHaveLength(2);
});

test('P20 a unit is not switched off before the end of a month that is sealed already', async () => {
  const { activations } = await world.office.call(
    pilot.switchOnUnit,
    switchOn(world.county.id, '2026-09-01'),
  );
  const { periodId } = await publishedMonth(world);
  await world.office.call(results.sealPeriod, sealRequest(periodId, '提前办结'));
  const off = (to: string) => ({
    params: { activationId: activations[0]?.id ?? '' },
    body: { requestId: randomUUID(), to, reason: '试点结束' },
  });
  const early = await world.office.refusal(pilot.switchOffUnit, off('2026-09-28'));
  expect(early.body.problems).toEqual([expect.objectContaining({ path: 'to' })]);
  await world.office.call(pilot.switchOffUnit, off('2026-09-30'));
});
