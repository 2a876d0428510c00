import { randomUUID } from 'node:crypto';
import { submissions } from '@mingji/contract';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestClient } from '../support/client.ts';
import { makeWorkCity, setPeriodState, type WorkCity } from '../support/work-city.ts';

export let app: TestApp;
export let city: WorkCity;
export const DURING = new Date('2026-09-18T02:00:00Z');
let now = DURING;
/** Moves the server's clock until the end of the test. */
export function setNow(instant: Date): void {
  now = instant;
}

/** A city of the test file's own, whose September is open before every test. */
export function setUpWork(): void {
  beforeAll(async () => {
    app = await startTestApp({ clock: () => now });
    city = await makeWorkCity(app);
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    now = DURING;
    await setPeriodState(app, city.periodId, 'open');
  });
}

export function wish(more: Record<string, unknown> = {}) {
  return {
    requestId: randomUUID(),
    periodId: city.periodId,
    subjectKind: 'officer' as const,
    subjectId: city.officer.id,
    indicatorCode: 'hazard',
    title: '排查商铺消防隐患',
    description: '建设路 12 号',
    eventCode: 'found',
    quantity: '2',
    occurredOn: '2026-09-17',
    fileIds: [] as string[],
    ...more,
  };
}
export async function report(who: TestClient = city.as.officer, more: Record<string, unknown> = {}) {
  const { submission } = await who.call(submissions.createSubmission, { body: wish(more) });
  return submission;
}
export const accept = (who: TestClient, submissionId: string, more: Record<string, unknown> = {}) =>
  who.call(submissions.acceptSubmission, {
    params: { submissionId },
    body: { requestId: randomUUID(), version: 1, ...more },
  });
export const entriesOf = (submissionId: string) =>
  app.db.selectFrom('ledger_entry').selectAll().where('source_id', '=', submissionId).execute();
