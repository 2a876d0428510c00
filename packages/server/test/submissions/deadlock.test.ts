import { randomUUID } from 'node:crypto';
import { submissions } from '@mingji/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { makeWorkCity, type WorkCity } from '../support/work-city.ts';

let app: TestApp;
let city: WorkCity;
beforeAll(async () => {
  app = await startTestApp({ clock: () => new Date('2026-09-18T02:00:00Z') });
  city = await makeWorkCity(app);
});
afterAll(() => app.stop());

async function work(matterKey: string): Promise<string> {
  const { submission } = await city.as.officer.call(submissions.createSubmission, {
    body: {
      requestId: randomUUID(),
      periodId: city.periodId,
      subjectKind: 'officer',
      subjectId: city.officer.id,
      indicatorCode: 'hazard',
      title: '排查隐患',
      eventCode: 'found',
      occurredOn: '2026-09-17',
      matterKey,
      fileIds: [],
    },
  });
  return submission.id;
}

test('§15 two batches that wait for each other’s matters both come through', async () => {
  const made: { id: string; n: number }[] = [];
  for (let n = 0; n < 12; n += 1) made.push({ id: await work(`案件${n % 6}`), n: n % 6 });
  const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
  const firsts = made.slice(0, 6).sort(byId);
  const seconds = made.slice(6).sort(byId);
  const accept = (who: (typeof city.as)['orderReviewer'], items: typeof made) =>
    who.inject({
      method: submissions.acceptMany.method,
      url: submissions.acceptMany.path,
      payload: {
        requestId: randomUUID(),
        items: items.map(({ id }) => ({ submissionId: id, version: 1 })),
      },
    });
  const answers = await Promise.all([
    accept(city.as.orderReviewer, firsts),
    accept(city.as.orderReviewer2, seconds),
  ]);
  const accepted = answers.flatMap((answer) => {
    expect(answer.statusCode).toBe(200);
    return answer.json().accepted;
  });
  expect(accepted.length).toBe(made.length);
});
