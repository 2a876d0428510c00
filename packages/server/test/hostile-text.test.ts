import { randomUUID } from 'node:crypto';
import { entries, ruleSets, submissions } from '@mingji/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from './support/app.ts';
import { makeWorkCity, type WorkCity } from './support/work-city.ts';

let app: TestApp;
let city: WorkCity;
beforeAll(async () => {
  app = await startTestApp({ clock: () => new Date('2026-09-18T02:00:00Z') });
  city = await makeWorkCity(app);
});
afterAll(() => app.stop());

test('X8 a character that no database text can hold is refused as such, not answered as a failure of the system', async () => {
  const report = await city.as.officer.refusal(submissions.createSubmission, {
    body: {
      requestId: randomUUID(),
      periodId: city.periodId,
      subjectKind: 'officer',
      subjectId: city.officer.id,
      indicatorCode: 'hazard',
      title: '排查\u0000隐患',
      eventCode: 'found',
      occurredOn: '2026-09-17',
      fileIds: [],
    },
  });
  expect([report.status, report.code]).toEqual([400, 'invalid']);
  const search = await city.as.officer.refusal(submissions.listSubmissions, { query: { text: 'a\u0000b' } });
  expect([search.status, search.code]).toEqual([400, 'invalid']);
  const draft = await city.as.office.refusal(ruleSets.createRuleSet, {
    body: {
      requestId: randomUUID(),
      code: 'nul',
      name: '办法\u0000一',
      unitId: city.bureau.id,
      sequenceCodes: [],
      yaml: null,
    },
  });
  expect([draft.status, draft.code]).toEqual([400, 'invalid']);
  const log = await city.as.officer.refusal(entries.listEntries, { query: { indicatorCode: '\u0000' } });
  expect([log.status, log.code]).toEqual([400, 'invalid']);
});
