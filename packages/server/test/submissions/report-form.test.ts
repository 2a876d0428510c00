import { randomUUID } from 'node:crypto';
import { submissions } from '@mingji/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { insertEntry, publishRuleSet } from '../support/evaluation.ts';
import { makePeriod, makeWorkCity, type WorkCity, workRules } from '../support/work-city.ts';

let app: TestApp;
let city: WorkCity;
beforeAll(async () => {
  app = await startTestApp({ clock: () => new Date('2026-09-18T02:00:00Z') });
  city = await makeWorkCity(app);
});
afterAll(() => app.stop());

test('P5 what is done of a target is counted under its own rules, not under others that use the same code', async () => {
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
      quantity: '120',
      state: 'issued',
    })
    .execute();
  const otherVersion = await publishRuleSet(app, {
    unit: city.bureau,
    content: { ...workRules, name: '另一办法' },
  });
  const otherPeriod = await makePeriod(app, { bureau: city.bureau, versionId: otherVersion, month: 8 });
  const visit = { subject: city.officer, indicatorCode: 'visits', kind: 'measure' as const };
  await insertEntry(app, { ...visit, periodId: city.periodId, versionId: city.versionId, quantity: '12' });
  await insertEntry(app, { ...visit, periodId: otherPeriod, versionId: otherVersion, quantity: '30' });
  const form = await city.as.officer.call(submissions.getReportForm, { query: {} });
  const period = form.periods.find((each) => each.id === city.periodId);
  const visits = period?.indicators.find((each) => each.code === 'visits');
  expect(visits?.target).toMatchObject({ quantity: '120', done: '12' });
});
