import { randomUUID } from 'node:crypto';
import { results } from '@mingji/contract';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { evaluatePeriod } from '../../src/modules/results/evaluate-period.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { computeMonth, sealMonth } from '../support/evaluation.ts';
import { makePeriod, makeWorkCity, type WorkCity } from '../support/work-city.ts';

let app: TestApp;
let city: WorkCity;
const now = new Date('2026-09-26T02:00:00Z');
beforeAll(async () => {
  app = await startTestApp({ clock: () => now });
  city = await makeWorkCity(app);
});
afterAll(() => app.stop());

test('P14 a computation added after the seal does not take the place of the sealed results', async () => {
  await sealMonth(app, city.as.office, city.periodId);
  const params = { periodId: city.periodId };
  const query = { subjectKind: 'officer' as const };
  const before = await city.as.office.call(results.listRanking, { params, query });
  expect(before.total).toBe(3);
  await app.db
    .insertInto('evaluation')
    .values({
      id: randomUUID(),
      bureau_id: city.bureau.bureauId,
      period_id: city.periodId,
      state: 'done',
      requested_at: new Date('2026-09-27T02:00:00Z'),
    })
    .execute();
  expect(await city.as.office.call(results.listRanking, { params, query })).toEqual(before);
  const own = { ...params, subjectKind: 'officer' as const, subjectId: city.officer.id };
  expect((await city.as.officer.call(results.getResult, { params: own })).recomputedEqual).toBe(true);
  const { total } = await city.as.officer.call(results.listSubjectResults, {
    params: { subjectKind: 'officer', subjectId: city.officer.id },
    query: {},
  });
  expect(total).toBe(1);
});

test('§15 a computation that was given up does not finish beside the one that took over', async () => {
  const periodId = await makePeriod(app, { bureau: city.bureau, versionId: city.versionId, month: 8 });
  await giveUpWhileWriting();
  const { evaluation } = await city.as.office.call(results.startEvaluation, {
    params: { periodId },
    body: { requestId: randomUUID() },
  });
  await evaluatePeriod(app.deps, evaluation.id);
  const { state } = await app.db
    .selectFrom('evaluation')
    .select('state')
    .where('id', '=', evaluation.id)
    .executeTakeFirstOrThrow();
  expect(state).toBe('failed');
  const rows = await app.db
    .selectFrom('result')
    .select('subject_id')
    .where('period_id', '=', periodId)
    .execute();
  expect(rows).toEqual([]);
  await owned('drop trigger give_up on evaluation');
  await computeMonth(app, city.as.office, periodId);
});

/** As a second start does when the first has given no sign of life. */
async function giveUpWhileWriting(): Promise<void> {
  await owned(`
    create function give_up() returns trigger language plpgsql as $$
    begin
      new.state := 'failed';
      return new;
    end $$;
    create trigger give_up before update on evaluation for each row when (new.done_steps = 2)
      execute function give_up()`);
}

async function owned(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: app.ownerUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
