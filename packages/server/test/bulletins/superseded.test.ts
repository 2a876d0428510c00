import { randomUUID } from 'node:crypto';
import { bulletins, results, workbench } from '@mingji/contract';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bookAbsence, compute, onPeriod, publishedMonth, travel } from '../results/month.ts';
import { reopenReview } from '../results/reopen-review.ts';
import {
  approve,
  type BulletinWorld,
  creation,
  drawUp,
  publish,
  published,
  setMark,
  startBulletinWorld,
  submit,
  write,
} from './bulletin-world.ts';

let world: BulletinWorld;
beforeEach(async () => {
  world = await startBulletinWorld();
  await setMark(world);
});
afterEach(() => world.server.stop());

const asRead = async (bulletinId: string) =>
  (await world.liClient.call(bulletins.getBulletin, { params: { bulletinId } })).bulletin;
async function again(periodId: string): Promise<void> {
  await travel(world, new Date(world.clock.now.getTime() + 3_600_000));
  await compute(world, periodId);
  await world.office.call(results.publishResults, onPeriod(periodId));
}
const toCorrect = async () => {
  const { groups } = await world.office.call(workbench.getWorkbench);
  return groups.flatMap(({ items }) => items).filter(({ title }) => title.startsWith('更正《'));
};

test('P15 a reader of a bulletin about a month that was taken back is told, until a correction tells the new numbers', async () => {
  const { periodId } = await publishedMonth(world);
  const wrong = await published(world, { periodIds: [periodId] });
  expect((await asRead(wrong.id)).stale).toEqual([]);
  await reopenReview(world, periodId);
  expect((await asRead(wrong.id)).stale[0]).toContain('已退回重新办理');
  await bookAbsence(world, periodId, world.wang, '4');
  await again(periodId);
  expect((await asRead(wrong.id)).stale[0]).toContain('与本通报所列不同');
  expect((await toCorrect()).map(({ address }) => address)).toEqual([`/bulletins/${wrong.id}`]);
  const id = await drawUp(world, { kind: 'correction', periodIds: [], corrects: wrong.id });
  await write(world, id, [{ type: 'paragraph', key: 'a', text: '{更正文号}有误，现予更正。' }]);
  await submit(world, id);
  await approve(world, id);
  const correction = await publish(world, id);
  const read = await asRead(wrong.id);
  expect([read.stale, read.corrections.map(({ number }) => number)]).toEqual([[], [correction.number]]);
  expect(await toCorrect()).toEqual([]);
});

test('P15 a month taken back that comes out with the same numbers supersedes nothing', async () => {
  const { periodId } = await publishedMonth(world);
  const bulletin = await published(world, { periodIds: [periodId] });
  await reopenReview(world, periodId);
  await again(periodId);
  expect((await asRead(bulletin.id)).stale).toEqual([]);
  expect(await toCorrect()).toEqual([]);
});

test('P15 a correction goes to everybody who was told what is wrong', async () => {
  const wrong = await published(world);
  const id = await drawUp(world, { kind: 'correction', periodIds: [], corrects: wrong.id });
  await write(world, id, [{ type: 'paragraph', key: 'a', text: '{更正文号}有误，现予更正。' }]);
  await submit(world, id);
  await approve(world, id);
  const body = { requestId: randomUUID(), unitIds: [world.east.id] };
  const refused = await world.office.refusal(bulletins.publishBulletin, { params: { bulletinId: id }, body });
  expect(refused.body.message).toContain('还缺：甲县公安局');
  expect(refused.body.problems[0]?.path).toBe('unitIds');
  await publish(world, id);
});

test('P15 a progress report stands as of its moment: the published month does not supersede it', async () => {
  const { periodId } = await publishedMonth(world);
  await reopenReview(world, periodId);
  const weekly = await published(world, creation(world, { kind: 'weekly', periodIds: [periodId] }).body);
  await again(periodId);
  expect((await asRead(weekly.id)).stale).toEqual([]);
});
