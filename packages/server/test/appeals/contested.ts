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

/** Somebody more, whose session lasts however far a test moves the clock. */
export async function alsoSignedIn(wish: Parameters<TestApp['signInWith']>[0]): Promise<TestClient> {
  const client = await app.signInWith(wish);
  const far = new Date('2027-12-31T00:00:00Z');
  await app.db.updateTable('session').set({ last_seen_at: far, expires_at: far }).execute();
  return client;
}
/** The first answer: nothing granted, unless the test says otherwise. */
export async function answeredFirst(more: Record<string, unknown> = {}) {
  const entry = await deduction();
  const first = await file(city.as.officer, { entryId: entry.id });
  await decide(city.as.office, first.id, {
    outcome: 'dismissed',
    correction: null,
    answer: '扣分属实',
    ...more,
  });
  return { entry, first };
}
export const fileSecond = async (who: TestClient, firstId: string, more: Record<string, unknown> = {}) =>
  (
    await who.call(appeals.fileSecondAppeal, {
      params: { appealId: firstId },
      body: { requestId: randomUUID(), grounds: '首次答复没有核对派警记录', fileIds: [], ...more },
    })
  ).appeal;
export const secondRefused = (who: TestClient, firstId: string) =>
  who.refusal(appeals.fileSecondAppeal, {
    params: { appealId: firstId },
    body: { requestId: randomUUID(), grounds: '不服', fileIds: [] },
  });
export const decideSecond = (who: TestClient, appealId: string, more: Record<string, unknown> = {}) =>
  who.call(appeals.decideSecondAppeal, { params: { appealId }, body: decision(more) });
export const secondDecisionRefused = (
  who: TestClient,
  appealId: string,
  more: Record<string, unknown> = {},
) => who.refusal(appeals.decideSecondAppeal, { params: { appealId }, body: decision(more) });
export const shown = async (who: TestClient, appealId: string) =>
  (await who.call(appeals.getAppeal, { params: { appealId } })).appeal;
