import { randomUUID } from 'node:crypto';
import { entries, outcomes } from '@mingji/contract';
import type { RuleSet } from '@mingji/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMonth } from '../results/month.ts';
import { dutyIndicator } from '../support/rule-set-content.ts';
import { attend, type ListsWorld, listRules, startListsWorld } from './lists-world.ts';

let world: ListsWorld;
let periodId: string;

/** Full attendance and settled quarrels both bring points; only the second is work. */
function rules(): Partial<RuleSet> {
  const owner = '治安管理大队';
  const gain = (code: string, name: string) => ({
    ...{ code, name, clause: 'c1', owner },
    scoring: { family: 'occurrence' as const, events: [{ code: 'done', name, points: '2', unit: '次' }] },
  });
  const indicators = [dutyIndicator(owner), gain('presence', '全勤'), gain('quarrel', '化解纠纷')];
  const duty = { code: 'duty', name: '队伍日常管理', marks: '100', indicators };
  return {
    ...listRules,
    attendance: [{ column: 'full', indicator: 'presence', event: 'done' }],
    modules: [{ code: 'main', name: '业务工作', items: [duty] }],
  };
}

beforeAll(async () => {
  world = await startListsWorld();
  periodId = await openMonth(world, undefined, rules());
  for (const officer of [world.zhao, world.qian]) await attend(world, officer, '22');
});
afterAll(() => world.server.stop());

const post = (subjectId: string, indicatorCode: string) =>
  world.reviewer.call(entries.postEntry, {
    body: {
      requestId: randomUUID(),
      periodId,
      subjectKind: 'officer',
      subjectId,
      indicatorCode,
      eventCode: 'done',
      quantity: '1',
      occurredOn: '2026-09-05',
      reason: '九月',
      fileIds: [],
    },
  });

test('P16 points for having been there keep nobody off the zero list; points for work do', async () => {
  await post(world.zhao.id, 'presence');
  await post(world.qian.id, 'quarrel');
  const { items } = await world.office.call(outcomes.getZeroList, {
    query: { periodId, subjectKind: 'officer' },
  });
  expect(items.map(({ subject, presentDays }) => [subject.name, presentDays])).toEqual([['赵某', '22']]);
});

test('P16 who is exempt is neither appraised nor listed: having nothing is no zero', async () => {
  const listed = async () => {
    const { items, counts } = await world.office.call(outcomes.getZeroList, {
      query: { periodId, subjectKind: 'unit' },
    });
    return { names: items.map(({ subject }) => subject.name), appraised: counts.appraised };
  };
  const before = await listed();
  expect(before.names).toContain('城东派出所');
  const exempt = (value: boolean) =>
    world.server.db
      .updateTable('ranking_sequence_member')
      .set({ exempt: value })
      .where('unit_id', '=', world.east.id)
      .execute();
  await exempt(true);
  expect(await listed()).toEqual({
    names: before.names.filter((name) => name !== '城东派出所'),
    appraised: before.appraised - 1,
  });
  await exempt(false);
});
