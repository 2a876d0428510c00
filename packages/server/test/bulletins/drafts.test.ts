import { randomUUID } from 'node:crypto';
import { bulletins } from '@mingji/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type BulletinWorld,
  draftOf,
  drawUp,
  setMark,
  startBulletinWorld,
  submit,
  write,
} from './bulletin-world.ts';

let world: BulletinWorld;
beforeAll(async () => {
  world = await startBulletinWorld();
  await setMark(world);
});
afterAll(() => world.server.stop());

test('P15 a list of copies that is too long is refused by its place', async () => {
  const id = await drawUp(world);
  const { revision, mark, content } = await draftOf(world, id);
  const refused = await world.office.refusal(bulletins.saveDraft, {
    params: { bulletinId: id },
    body: { requestId: randomUUID(), revision, mark, content: { ...content, copies: '甲'.repeat(201) } },
  });
  expect(refused.body.problems[0]).toMatchObject({ path: 'content.copies', message: '最多 200 字' });
});

test('P15 of two who save the same draft the second is told and his text is not lost in silence', async () => {
  const bulletinId = await drawUp(world);
  const draft = await draftOf(world, bulletinId);
  const body = { revision: draft.revision, mark: draft.mark, content: draft.content };
  await world.office.call(bulletins.saveDraft, {
    params: { bulletinId },
    body: { ...body, requestId: randomUUID() },
  });
  const refused = await world.secondOffice.refusal(bulletins.saveDraft, {
    params: { bulletinId },
    body: { ...body, requestId: randomUUID() },
  });
  expect(refused.code).toBe('conflict');
  expect(refused.body.message).toContain('仍保留在页面上');
});

test('P15 an unknown placeholder, an empty paragraph and a missing title are refused by their places', async () => {
  const bulletinId = await drawUp(world);
  const draft = await write(
    world,
    bulletinId,
    [
      { type: 'paragraph', key: 'a', text: '平均{平均分：没有的序列}分' },
      { type: 'paragraph', key: 'b', text: ' ' },
    ],
    '',
  );
  expect(draft.findings.map(({ code, key }) => [code, key])).toEqual([
    ['empty', null],
    ['empty', 'b'],
    ['placeholder', 'a'],
  ]);
  const refused = await world.office.refusal(bulletins.submitBulletin, {
    params: { bulletinId },
    body: { requestId: randomUUID(), revision: draft.revision, namingReason: null },
  });
  expect(refused.code).toBe('refused');
  expect(refused.body.problems.map(({ path }) => path)).toEqual(['title', 'b', 'a']);
});

test('§17 officers named among the last need a reason, which is kept', async () => {
  const bulletinId = await drawUp(world);
  const draft = await write(world, bulletinId, [
    {
      type: 'table',
      key: 'a',
      caption: '',
      data: { source: 'extremes', subjectKind: 'officer', sequenceCode: null, places: 1, which: 'last' },
    },
  ]);
  const table = draft.document.blocks[0];
  expect(table?.type === 'table' && table.rows.length).toBeGreaterThan(0);
  const params = { params: { bulletinId } };
  const refused = await world.office.refusal(bulletins.submitBulletin, {
    ...params,
    body: { requestId: randomUUID(), revision: draft.revision, namingReason: null },
  });
  expect(refused.body.message).toContain('点名通报须写明理由');
  const submitted = await submit(world, bulletinId, '局党委会议决定点名通报');
  expect(submitted.namingReason).toBe('局党委会议决定点名通报');
});

test('§17 a private fact beside an officer’s name is never published', async () => {
  const bulletinId = await drawUp(world);
  const draft = await write(world, bulletinId, [
    { type: 'paragraph', key: 'a', text: `${world.li.name}因病假未参加抽查。` },
  ]);
  expect(draft.findings.some(({ code, weight }) => code === 'privacy' && weight === 'refuse')).toBe(true);
});
