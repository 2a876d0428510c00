import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import {
  indicatorOf,
  insertEntry,
  publishRuleSet,
  publishVersion,
  rankUnits,
  withIndicator,
} from '../support/evaluation.ts';
import { makePeriod, makeWorkCity, type WorkCity } from '../support/work-city.ts';

let app: TestApp;
let city: WorkCity;
beforeAll(async () => {
  app = await startTestApp({ clock: () => new Date('2026-09-18T02:00:00Z') });
  city = await makeWorkCity(app);
  await rankUnits(app, [city.east, city.west]);
});
afterAll(() => app.stop());

/** A rule set whose 走访群众 has the scoring, with a target of the year and one measure in September. */
async function month(wish: { scoring: object; target: string; measure: string; indicatorCode?: string }) {
  const content = withIndicator('visits', { scoring: wish.scoring });
  const versionId = await publishRuleSet(app, { unit: city.bureau, content });
  const periodId = await makePeriod(app, { bureau: city.bureau, versionId, month: 9 });
  await issue(versionId, wish.indicatorCode ?? 'visits', wish.target);
  await insertEntry(app, {
    periodId,
    versionId,
    subject: city.officer,
    indicatorCode: 'visits',
    kind: 'measure',
    quantity: wish.measure,
  });
  return { versionId, periodId };
}

async function issue(versionId: string, indicatorCode: string, quantity: string): Promise<void> {
  await app.db
    .insertInto('target')
    .values({
      id: randomUUID(),
      bureau_id: city.bureau.bureauId,
      rule_set_version_id: versionId,
      indicator_code: indicatorCode,
      year: 2026,
      unit_id: city.east.id,
      officer_id: city.officer.id,
      quantity,
      state: 'issued',
    })
    .execute();
}

const ofOfficer = (periodId: string) => indicatorOf(app, periodId, city.officer, 'visits');

test('§14 a yearly target with decimals is split in its own smallest unit and does not block the month', async () => {
  // 12.5 over twelve months is 1.1 for the first five and 1.0 for the others.
  const { periodId } = await month({ scoring: { family: 'ratio' }, target: '12.5', measure: '0.5' });
  expect((await ofOfficer(periodId)).measured).toBe('0.5');
});

test('§14 a rate is the same target every month: what does not add up is not divided by twelve', async () => {
  const { periodId } = await month({
    scoring: { family: 'ratio', combine: 'last' },
    target: '90',
    measure: '45',
  });
  expect((await ofOfficer(periodId)).measured).toBe('0.5');
});

test('§14 a target on an indicator that this version has not does not block the month', async () => {
  const { periodId, versionId } = await month({
    scoring: { family: 'ratio', target: '10' },
    target: '120',
    measure: '5',
  });
  await issue(versionId, 'gone', '7');
  expect((await ofOfficer(periodId)).measured).toBe('0.5');
});

test('§14 the place of a quarter in its year goes on over a new version of the rules', async () => {
  const content = withIndicator('visits', { scoring: { family: 'ratio' } });
  const first = await publishRuleSet(app, { unit: city.bureau, content });
  const { rule_set_id } = await app.db
    .selectFrom('rule_set_version')
    .select('rule_set_id')
    .where('id', '=', first)
    .executeTakeFirstOrThrow();
  const second = await publishVersion(app, {
    unit: city.bureau,
    content,
    ruleSetId: rule_set_id,
    version: 2,
  });
  const quarter = (versionId: string, label: string, from: string, to: string) => {
    const id = randomUUID();
    return app.db
      .insertInto('period')
      .values({
        id,
        bureau_id: city.bureau.bureauId,
        rule_set_version_id: versionId,
        kind: 'quarter',
        label,
        from_on: from,
        to_on: to,
        submit_by: new Date(`${to}T16:00:00Z`),
        review_by: new Date(`${to}T16:00:00Z`),
        state: 'open',
      })
      .execute()
      .then(() => id);
  };
  await quarter(first, '第一季度', '2026-01-01', '2026-03-31');
  await quarter(first, '第二季度', '2026-04-01', '2026-06-30');
  const third = await quarter(second, '第三季度', '2026-07-01', '2026-09-30');
  // 6 over four quarters is 2, 2, 1, 1.
  await issue(first, 'visits', '6');
  await insertEntry(app, {
    periodId: third,
    versionId: second,
    subject: city.officer,
    indicatorCode: 'visits',
    kind: 'measure',
    quantity: '1',
  });
  expect((await ofOfficer(third)).measured).toBe('1');
});
