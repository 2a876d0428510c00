import { randomUUID } from 'node:crypto';
import { entries, outcomes } from '@mingji/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMonth } from '../results/month.ts';
import type { TestClient } from '../support/client.ts';
import { barringRules, type ListsWorld, startListsWorld } from './lists-world.ts';

let world: ListsWorld;
let entryId: string;
beforeAll(async () => {
  world = await startListsWorld();
  const periodId = await openMonth(world, undefined, barringRules());
  const { entry } = await world.reviewer.call(entries.postEntry, {
    body: {
      requestId: randomUUID(),
      periodId,
      subjectKind: 'officer',
      subjectId: world.li.id,
      indicatorCode: 'bar',
      occurredOn: '2026-09-05',
      reason: '案卷评查发现违规',
      fileIds: [],
    },
  });
  entryId = entry.id;
});
afterAll(() => world.server.stop());

const flagsOf = async (who: TestClient = world.office) => {
  const body = {
    requestId: randomUUID(),
    title: '优秀民警',
    subjectKind: 'officer' as const,
    lines: ['李某'],
  };
  const { check } = await who.call(outcomes.runCheck, { body });
  const { check: read } = await who.call(outcomes.getCheck, { params: { checkId: check.id } });
  return read.nominees[0]?.flags;
};

test('P17 an entry that bars from commendation stands against the nominee with its own clause until its months are over', async () => {
  expect(await flagsOf()).toEqual([
    {
      code: 'noCommendation',
      message: '不得评先评优：违规办案，2026年9月5日至2027年3月30日',
      clause: 'c1',
      forbids: true,
      address: null,
    },
  ]);
  expect((await flagsOf(world.eastHead))?.map(({ code }) => code)).toEqual(['restricted']);
});

test('P17 a proposal to commend whoever is barred cannot be submitted', async () => {
  const { proposal } = await world.office.call(outcomes.createProposal, {
    body: {
      requestId: randomUUID(),
      kind: 'commendation',
      subjectKind: 'officer',
      subjectId: world.li.id,
      reason: '单位推荐',
    },
  });
  const refused = await world.office.refusal(outcomes.submitProposal, {
    params: { proposalId: proposal.id },
    body: { requestId: randomUUID() },
  });
  expect(refused.code).toBe('refused');
});

test('P17 once the entry is reversed nothing stands against him', async () => {
  await world.reviewer.call(entries.correctEntry, {
    params: { entryId },
    body: { requestId: randomUUID(), reason: '经复查不属实', replacement: null, fileIds: [] },
  });
  expect(await flagsOf()).toEqual([]);
});
