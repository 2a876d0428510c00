import { randomUUID } from 'node:crypto';
import { appeals, entries } from '@mingji/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { rankUnits, sealMonth } from '../support/evaluation.ts';
import { makePeriod, makeWorkCity, type WorkCity } from '../support/work-city.ts';

let app: TestApp;
let city: WorkCity;
let now = new Date('2026-09-24T02:00:00Z');
beforeAll(async () => {
  app = await startTestApp({ clock: () => now });
  city = await makeWorkCity(app);
  await rankUnits(app, [city.east, city.west]);
});
afterAll(() => app.stop());

test('§13 the difference of a sealed month is taken from what was sealed, not from the roster and targets of today', async () => {
  const { entry } = await city.as.orderReviewer.call(entries.postEntry, {
    body: {
      requestId: randomUUID(),
      periodId: city.periodId,
      subjectKind: 'officer',
      subjectId: city.officer.id,
      indicatorCode: 'visits',
      quantity: '10',
      occurredOn: '2026-09-16',
      reason: '核实走访10户',
      fileIds: [],
    },
  });
  now = new Date('2026-09-26T02:00:00Z');
  await sealMonth(app, city.as.office, city.periodId);
  const { appeal } = await city.as.officer.call(appeals.fileAppeal, {
    body: { requestId: randomUUID(), entryId: entry.id, grounds: '实为14户', fileIds: [] },
  });
  await makePeriod(app, { bureau: city.bureau, versionId: city.versionId, month: 10 });
  // After the seal the officer gets a yearly target: 1200 is 100 a month, where 40 were sealed.
  await app.db
    .insertInto('target')
    .values({
      id: randomUUID(),
      bureau_id: city.bureau.bureauId,
      rule_set_version_id: city.versionId,
      indicator_code: 'visits',
      year: 2026,
      unit_id: city.east.id,
      officer_id: city.officer.id,
      quantity: '1200',
      state: 'issued',
    })
    .execute();
  await city.as.office.call(appeals.decideAppeal, {
    params: { appealId: appeal.id },
    body: {
      requestId: randomUUID(),
      outcome: 'upheld',
      answer: '核实为14户',
      correction: { quantity: '14' },
      fileIds: [],
    },
  });
  const adjustment = await app.db
    .selectFrom('ledger_entry')
    .select(['kind', 'chosen_points'])
    .where('source_id', '=', appeal.id)
    .executeTakeFirstOrThrow();
  // 4 more of 40, of 30 marks.
  expect(adjustment).toEqual({ kind: 'adjustment', chosen_points: '3' });
});
