import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { indicatorOf, insertEntry, publishRuleSet, rankUnits, withIndicator } from '../support/evaluation.ts';
import { makePeriod, makeWorkCity, type WorkCity } from '../support/work-city.ts';

let app: TestApp;
let city: WorkCity;
beforeEach(async () => {
  app = await startTestApp({ clock: () => new Date('2026-09-18T02:00:00Z') });
  city = await makeWorkCity(app);
  await rankUnits(app, [city.east, city.west]);
});
afterEach(() => app.stop());

const visit = (more: object = {}) =>
  insertEntry(app, {
    periodId: city.periodId,
    versionId: city.versionId,
    subject: city.officer,
    indicatorCode: 'visits',
    kind: 'measure',
    quantity: '10',
    ...more,
  });

async function move(from: string): Promise<void> {
  await app.db
    .updateTable('membership')
    .set({ to_on: '2026-09-20' })
    .where('officer_id', '=', city.officer.id)
    .execute();
  if (from === '') return;
  await app.db
    .insertInto('membership')
    .values({
      id: randomUUID(),
      bureau_id: city.bureau.bureauId,
      officer_id: city.officer.id,
      unit_id: city.west.id,
      from_on: from,
    })
    .execute();
}

test('§14 a cancelled adjustment of an officer does not keep the month from being computed', async () => {
  await visit();
  const adjustment = await visit({ kind: 'adjustment', quantity: undefined, points: '2' });
  await visit({ kind: 'reversal', quantity: undefined, reverses: adjustment });
  expect(await indicatorOf(app, city.periodId, city.east, 'visits')).toEqual({
    score: '7.5',
    measured: '0.25',
  });
});

test('§14 an indicator that appraises officers only does not roll up to a unit it is not for', async () => {
  const content = withIndicator('visits', { subjects: { kinds: ['officer'] } });
  const versionId = await publishRuleSet(app, { unit: city.bureau, content });
  const periodId = await makePeriod(app, { bureau: city.bureau, versionId, month: 9 });
  await visit({ periodId, versionId });
  expect(await indicatorOf(app, periodId, city.officer, 'visits')).toEqual({
    score: '7.5',
    measured: '0.25',
  });
  expect((await indicatorOf(app, periodId, city.east, 'visits')).score).toBe('notApplicable');
});

test('§14 the work of somebody who left during the month still counts for the unit', async () => {
  await visit();
  await app.db
    .updateTable('officer')
    .set({ left_on: '2026-09-20' })
    .where('id', '=', city.officer.id)
    .execute();
  await move('');
  expect((await indicatorOf(app, city.periodId, city.east, 'visits')).measured).toBe('0.25');
});

test('§14 what was done before a transfer counts where it was done, once, and can be cancelled after it', async () => {
  await visit();
  const wrong = await visit({ quantity: '4' });
  await move('2026-09-21');
  await visit({ quantity: '6', subject: { id: city.officer.id, unit: city.west } });
  await visit({
    kind: 'reversal',
    quantity: undefined,
    reverses: wrong,
    subject: { id: city.officer.id, unit: city.west },
  });
  expect((await indicatorOf(app, city.periodId, city.officer, 'visits')).measured).toBe('0.4');
  expect((await indicatorOf(app, city.periodId, city.east, 'visits')).measured).toBe('0.25');
  expect((await indicatorOf(app, city.periodId, city.west, 'visits')).measured).toBe('0.15');
});

test('§14 an officer’s work counts for the unit that gave him the target, as on the target’s own page', async () => {
  await app.db
    .insertInto('target')
    .values({
      id: randomUUID(),
      bureau_id: city.bureau.bureauId,
      rule_set_version_id: city.versionId,
      indicator_code: 'visits',
      year: 2026,
      unit_id: city.west.id,
      officer_id: city.officer.id,
      quantity: '480',
      state: 'issued',
    })
    .execute();
  await visit();
  expect((await indicatorOf(app, city.periodId, city.east, 'visits')).score).toBe('notScored');
  expect((await indicatorOf(app, city.periodId, city.west, 'visits')).measured).toBe('0.25');
});
