import { randomUUID } from 'node:crypto';
import { appeals, entries, submissions } from '@mingji/contract';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestClient } from '../support/client.ts';
import { makeWorkCity, type WorkCity } from '../support/work-city.ts';

export let app: TestApp;
export let city: WorkCity;
/** A Friday. The next working days are Sunday the 20th (made up), then Monday to Thursday. */
export const FRIDAY = new Date('2026-09-18T02:00:00Z');
let now = FRIDAY;
/** Moves the server's clock until the end of the test. */
export function setNow(instant: Date): void {
  now = instant;
}

export function setUpAppeals(): void {
  beforeAll(async () => {
    app = await startTestApp({ clock: () => now });
    city = await makeWorkCity(app);
  });
  afterAll(() => app.stop());
  beforeEach(() => {
    now = FRIDAY;
  });
}

/** Two late arrivals of the officer, posted by the inspector. */
export async function deduction(more: Record<string, unknown> = {}) {
  const { entry } = await city.as.inspector.call(entries.postEntry, {
    body: {
      requestId: randomUUID(),
      periodId: city.periodId,
      subjectKind: 'officer',
      subjectId: city.officer.id,
      indicatorCode: 'attendance',
      eventCode: 'late',
      quantity: '2',
      occurredOn: '2026-09-16',
      reason: '两次迟到',
      fileIds: [],
      ...more,
    },
  });
  return entry;
}
export async function returned() {
  const { submission } = await city.as.officer.call(submissions.createSubmission, {
    body: {
      requestId: randomUUID(),
      periodId: city.periodId,
      subjectKind: 'officer',
      subjectId: city.officer.id,
      indicatorCode: 'hazard',
      title: '排查隐患',
      eventCode: 'found',
      quantity: '2',
      occurredOn: '2026-09-17',
      fileIds: [],
    },
  });
  await city.as.orderReviewer.call(submissions.returnSubmission, {
    params: { submissionId: submission.id },
    body: { requestId: randomUUID(), version: 1, reason: '不予认可' },
  });
  return submission;
}
export const file = async (who: TestClient, about: Record<string, unknown>) =>
  (
    await who.call(appeals.fileAppeal, {
      body: { requestId: randomUUID(), grounds: '第二次系公务', fileIds: [], ...about } as never,
    })
  ).appeal;
export const decision = (more: Record<string, unknown> = {}) => ({
  requestId: randomUUID(),
  outcome: 'upheld' as const,
  answer: '查明第二次系出警，不计迟到',
  correction: { quantity: '1' },
  fileIds: [] as string[],
  ...more,
});
export const decide = (who: TestClient, appealId: string, more: Record<string, unknown> = {}) =>
  who.call(appeals.decideAppeal, { params: { appealId }, body: decision(more) });
export const entriesOf = (sourceId: string) =>
  app.db.selectFrom('ledger_entry').selectAll().where('source_id', '=', sourceId).orderBy('seq').execute();
