import { randomUUID } from 'node:crypto';
import { bulletins, entries, outcomes } from '@mingji/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commendationBars } from '../../src/modules/outcomes/commendation-bars.ts';
import { unsettledMatters } from '../../src/modules/outcomes/unsettled-matters.ts';
import { barringRules, type ListsWorld, startListsWorld } from '../outcomes/lists-world.ts';
import { appealAgainst, bookAbsence, bookInspections, openMonth } from '../results/month.ts';
import { publishTrial, trialBeside } from './trials.ts';

let world: ListsWorld;
let real: string;
let trial: string;
beforeAll(async () => {
  world = await startListsWorld();
  real = await openMonth(world, undefined, barringRules());
  trial = await trialBeside(world, real);
  await bookInspections(world, trial, world.li, '17');
  await bookInspections(world, trial, world.wang, '25');
  await world.reviewer.call(entries.postEntry, {
    body: {
      requestId: randomUUID(),
      periodId: trial,
      subjectKind: 'officer',
      subjectId: world.li.id,
      indicatorCode: 'bar',
      occurredOn: '2026-09-05',
      reason: '案卷评查发现违规',
      fileIds: [],
    },
  });
  await appealAgainst(world, await bookAbsence(world, trial, world.li, '2'));
  await world.server.db.updateTable('appeal').set({ state: 'dismissed' }).execute();
  await publishTrial(world, trial);
  await world.server.db.updateTable('appeal').set({ state: 'filed' }).execute();
});
afterAll(() => world.server.stop());

test('P20 a published trial has no lists, no candidates and no zero list, and nobody is pressed by it', async () => {
  const asked = [
    world.office.refusal(outcomes.getOutcomeLists, { query: { periodId: trial, subjectKind: 'officer' } }),
    world.office.refusal(outcomes.listCandidates, { query: { periodId: trial } }),
    world.office.refusal(outcomes.getZeroList, {
      query: { periodId: trial, subjectKind: 'officer', list: 'unknown' },
    }),
    world.office.refusal(outcomes.pressZeroList, {
      body: {
        requestId: randomUUID(),
        periodId: trial,
        subjectKind: 'officer',
        subjectIds: [world.zhao.id],
        note: '请尽快填报',
      },
    }),
  ];
  for (const refused of await Promise.all(asked)) {
    expect([refused.code, refused.message]).toEqual(['refused', expect.stringContaining('试运行')]);
  }
});

test('P20 no bulletin is drawn up from a trial', async () => {
  await world.office.call(bulletins.setIssuer, {
    params: { unitId: world.county.id },
    body: { requestId: randomUUID(), mark: '甲公考', addressee: '各派出所' },
  });
  const refused = await world.office.refusal(bulletins.createBulletin, {
    body: {
      requestId: randomUUID(),
      unitId: world.county.id,
      kind: 'monthly',
      periodIds: [trial],
      corrects: null,
    },
  });
  expect([refused.code, refused.message]).toEqual(['refused', expect.stringContaining('试运行')]);
});

test('P20 what was booked and contested in a trial stands against nobody’s commendation', async () => {
  const { db } = world.server;
  const bureauId = world.county.bureauId;
  const against = async () => [
    ...(await unsettledMatters(db, bureauId, [world.li.id])).map(({ code }) => code),
    ...(await commendationBars(db, bureauId, 'officer', [world.li.id])).map(({ name }) => name),
  ];
  expect(await against()).toEqual([]);
  // The same facts in a month that counts do.
  await db.updateTable('period').set({ trial: false }).where('id', '=', trial).execute();
  expect(await against()).toEqual(['appealOpen', '违规办案']);
});
