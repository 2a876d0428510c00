import { randomUUID } from 'node:crypto';
import { targets } from '@mingji/contract';
import { add, exact, toText } from '@mingji/engine';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePeriod } from '../support/work-city.ts';
import {
  decompose,
  floor,
  issued,
  split,
  startTargetCounty,
  type TargetCounty,
  unitParts,
  year,
} from './target-county.ts';

let place: TargetCounty;
let county: TargetCounty['county'];
let stations: TargetCounty['stations'];
let squad: TargetCounty['squad'];
let li: TargetCounty['li'];
let office: TargetCounty['office'];
let head: TargetCounty['head'];
let otherHead: TargetCounty['otherHead'];
let officer: TargetCounty['officer'];

beforeAll(async () => {
  place = await startTargetCounty();
  ({ county, stations, squad, li, office, head, otherHead, officer } = place);
});
afterAll(() => place.server.stop());

test('P5 a quantity goes from the bureau to stations to named officers, and each floor shows what is not yet handed down', async () => {
  const { book: ofBook, root } = await issued(place, '480');
  expect(root.figures).toMatchObject({
    issued: '480',
    handedDown: '0',
    notYetHandedDown: '480',
    actual: '0',
  });
  const split1 = await decompose(office, root, unitParts([stations[0], '200'], [stations[1], '150']), {
    kept: '30',
  });
  expect(split1.figures).toMatchObject({ handedDown: '350', kept: '30', notYetHandedDown: '100' });
  const [station] = (await floor(head, ofBook, stations[0])).targets;
  if (!station) throw new Error('the station has no target');
  const below = await decompose(head, station, [
    { kind: 'officer', id: li.id, quantity: '120' },
    ...unitParts([squad, '80']),
  ]);
  expect(below.figures).toMatchObject({ issued: '200', handedDown: '200', notYetHandedDown: '0' });
  expect(below.parts.map((part) => [part.name, part.quantity])).toEqual([
    ['社区警务中队', '80'],
    ['李某', '120'],
    ['王某', null],
  ]);
  const own = async () => {
    const mine = await officer.call(targets.listMyTargets, { query: { year } as never });
    return mine.targets.find((target) => target.versionId === ofBook.versionId);
  };
  expect(await own()).toMatchObject({ periodId: null, submitBy: null, figures: { issued: '120' } });
  // Where it is reported is the open month of this very method, not one whose indicator has the same code.
  const insert = (month: number) =>
    makePeriod(place.server, { bureau: county, versionId: ofBook.versionId, month });
  const june = await insert(6);
  expect(await own()).toMatchObject({ periodId: june });
  const may = await insert(5);
  expect(await own()).toMatchObject({ periodId: may });
});

test('§14 over-splitting wants a reason, is shown as a negative rest, and leaves the upper target alone', async () => {
  const { root } = await issued(place, '10');
  const parts = unitParts([stations[0], '6'], [stations[1], '6']);
  const refused = await office.refusal(targets.decomposeTarget, split(root, parts));
  expect(refused).toMatchObject({ status: 422, code: 'refused' });
  expect(refused.body.problems[0]?.path).toBe('overSplitReason');
  const target = await decompose(office, root, parts, { overSplitReason: '留有余地' });
  expect(target.figures).toMatchObject({
    issued: '10',
    notYetHandedDown: '-2',
    overSplitReason: '留有余地',
  });
  const exactSplit = await decompose(office, target, unitParts([stations[0], '10']));
  expect(exactSplit.figures).toMatchObject({ notYetHandedDown: '0', overSplitReason: null });
});

test('§14 changing and withdrawing make new versions, withdrawing takes everything below with it', async () => {
  const { book: ofBook, root } = await issued(place, '100');
  const first = await decompose(office, root, unitParts([stations[0], '60'], [stations[1], '40']));
  const [station] = (await floor(head, ofBook, stations[0])).targets;
  if (!station) throw new Error('the station has no target');
  await decompose(head, station, [{ kind: 'officer', id: li.id, quantity: '60' }]);
  const second = await decompose(office, first, unitParts([stations[0], '50'], [stations[2], '50']));
  expect(second.parts.map((part) => [part.name, part.quantity, part.handedDown])).toEqual([
    ['城关派出所', '50', '60'],
    ['河东派出所', null, null],
    ['河西派出所', '50', null],
  ]);
  const [changed] = (await floor(head, ofBook, stations[0])).targets;
  expect(changed?.figures).toMatchObject({ issued: '50', handedDown: '60', notYetHandedDown: '-10' });
  const { target } = await head.call(targets.getTarget, { params: { targetId: station.id } });
  expect(target.revisions.map((each) => [each.revision, each.quantity, each.state])).toEqual([
    [2, '50', 'issued'],
    [1, '60', 'superseded'],
  ]);
  expect((await floor(otherHead, ofBook, stations[1])).targets).toEqual([]);

  const body = { requestId: randomUUID(), expectedRevision: second.revision, reason: '任务取消' };
  const { withdrawn } = await office.call(targets.withdrawTarget, { params: { targetId: root.id }, body });
  expect(withdrawn).toBe(4);
  expect((await floor(office, ofBook, county)).targets).toEqual([]);
  const mine = await officer.call(targets.listMyTargets, { query: { year } as never });
  expect(mine.targets.filter((each) => each.versionId === ofBook.versionId)).toEqual([]);
});

test('§14 the root’s quantity is changed with a reason; a part only by the split above it', async () => {
  const { book: ofBook, root } = await issued(place, '100');
  const change = { requestId: randomUUID(), expectedRevision: 1, quantity: '120', reason: '市局追加' };
  const { target } = await office.call(targets.changeTarget, { params: { targetId: root.id }, body: change });
  expect(target).toMatchObject({ revision: 2, figures: { issued: '120' } });
  expect(target.timeline.at(-1)).toMatchObject({ actionLabel: '调整数量', reason: '市局追加' });
  const stale = await office.refusal(targets.changeTarget, {
    params: { targetId: target.id },
    body: { ...change, requestId: randomUUID() },
  });
  expect(stale.code).toBe('conflict');
  await decompose(office, target, unitParts([stations[0], '120']));
  const [part] = (await floor(office, ofBook, stations[0])).targets;
  const below = await office.refusal(targets.changeTarget, {
    params: { targetId: part?.id ?? '' },
    body: { ...change, requestId: randomUUID() },
  });
  expect(below.body.message).toContain('上级');
});

test('P5 two people splitting the same target at the same time: one split stands, the other is told', async () => {
  const { root } = await issued(place, '100');
  const outcomes = await Promise.allSettled([
    decompose(office, root, unitParts([stations[0], '100'])),
    decompose(office, root, unitParts([stations[1], '100'])),
  ]);
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
  const lost = outcomes.find((outcome) => outcome.status === 'rejected');
  expect(String(lost?.reason)).toContain('刚被他人重新分解');
  const { target } = await office.call(targets.getTarget, { params: { targetId: root.id } });
  expect(target.parts.filter((part) => part.quantity !== null)).toHaveLength(1);
});

test('X5 whatever is split, issued = handed down + kept + not yet handed down', async () => {
  const { root } = await issued(place, '50');
  let current: { id: string; splitNo: number } = root;
  const quantity = fc.integer({ min: 0, max: 4000 }).map((n) => toText(exact(`${n}/100`)));
  await fc.assert(
    fc.asyncProperty(quantity, quantity, quantity, async (a, b, kept) => {
      const target = await decompose(office, current, unitParts([stations[0], a], [stations[1], b]), {
        kept,
        overSplitReason: '测试',
      });
      current = target;
      const { figures } = target;
      const sum = [figures.handedDown, figures.kept, figures.notYetHandedDown].map(exact).reduce(add);
      expect(toText(sum)).toBe(figures.issued);
      expect(figures.overSplitReason !== null).toBe(figures.notYetHandedDown.startsWith('-'));
    }),
    { numRuns: 15 },
  );
});
