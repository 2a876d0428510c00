import { randomUUID } from 'node:crypto';
import { bulletins } from '@mingji/contract';
import { chineseDate } from '@mingji/engine';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { localDay } from '../../src/local-day.ts';
import {
  act,
  approve,
  type BulletinWorld,
  creation,
  draftOf,
  drawUp,
  publish,
  published,
  setMark,
  startBulletinWorld,
  submit,
  write,
} from './bulletin-world.ts';

let world: BulletinWorld;
beforeAll(async () => {
  world = await startBulletinWorld();
});
afterAll(() => world.server.stop());

test('P15 without 机关代字 no bulletin is drawn up, and the refusal says where to set it', async () => {
  const refused = await world.office.refusal(bulletins.createBulletin, creation(world));
  expect(refused.code).toBe('refused');
  expect(refused.body.message).toContain('机关代字');
  expect(refused.body.message).toContain('通报设置');
  await setMark(world);
});

test('P15 a draft takes its figures from the sealed month and says which seal', async () => {
  const draft = await draftOf(world, await drawUp(world));
  expect(draft.document.title).toBe('关于2026年9月考核情况的通报');
  expect(draft.document.sources).toHaveLength(1);
  expect(draft.document.sources[0]).toMatchObject({ periodId: world.periodId, sealNo: 1 });
  const tables = draft.document.blocks.filter((block) => block.type === 'table');
  expect(tables.every(({ note }) => note.includes('封存第1号'))).toBe(true);
  expect(draft.findings.filter(({ weight }) => weight === 'refuse')).toEqual([]);
});

test('P15 a bulletin goes to a leader, gets its number with the approval and is published', async () => {
  const bulletinId = await drawUp(world);
  const submitted = await submit(world, bulletinId);
  expect(submitted.state).toBe('submitted');
  expect(submitted.number).toBeNull();
  const approved = await approve(world, bulletinId);
  expect(approved.number).toMatch(/^甲公考〔2026〕\d+号$/);
  expect(approved.document.number).toBe(approved.number);
  expect(approved.document.datedOn).toBe('2026-10-03');
  expect(approved.documentHash).toMatch(/^[0-9a-f]{64}$/);
  const done = await publish(world, bulletinId);
  expect(done.state).toBe('published');
  expect(done.documentHash).toBe(approved.documentHash);
  expect(done.timeline.map(({ action }) => action)).toEqual(['create', 'submit', 'approve', 'publish']);
});

test('P15 copies are kept with the version, and the 版记 is printed with the day of the publication', async () => {
  const id = await drawUp(world);
  const { revision, mark, content } = await draftOf(world, id);
  expect(content.copies).toBe('');
  const body = { requestId: randomUUID(), revision, mark, content: { ...content, copies: '{单位}各科室。' } };
  await world.office.call(bulletins.saveDraft, { params: { bulletinId: id }, body });
  await submit(world, id);
  const words = async () => {
    const file = await world.office.download(bulletins.exportDocument, { params: { bulletinId: id } });
    const xml = strFromU8(unzipSync(file.rawPayload)['word/document.xml'] ?? new Uint8Array());
    return xml.replace(/<[^>]+>/g, '');
  };
  expect((await approve(world, id)).document.copies).toBe('甲县公安局各科室');
  expect(await words()).toContain('抄送：甲县公安局各科室。甲县公安局　　年　月　日印发');
  const { publishedAt } = await publish(world, id);
  const day = chineseDate(localDay(new Date(publishedAt ?? ''), 'Asia/Shanghai'));
  expect(await words()).toContain(`抄送：甲县公安局各科室。甲县公安局${day}印发`);
});

test('P15 a returned bulletin shows the opinion and may be mended and sent again', async () => {
  const bulletinId = await drawUp(world);
  await submit(world, bulletinId);
  await world.countyLeader.call(bulletins.returnBulletin, {
    params: { bulletinId },
    body: { requestId: randomUUID(), opinion: '请补充下步要求' },
  });
  // A leader sees what waits for him, not the office's drafts.
  const params = { params: { bulletinId } };
  expect((await world.countyLeader.refusal(bulletins.getBulletin, params)).code).toBe('notFound');
  const draft = await draftOf(world, bulletinId);
  expect(draft.opinion).toBe('分管局长：请补充下步要求');
  expect((await submit(world, bulletinId)).state).toBe('submitted');
  expect((await draftOf(world, bulletinId)).opinion).toBeNull();
});

test('P15 a return without an opinion is refused', async () => {
  const bulletinId = await drawUp(world);
  await submit(world, bulletinId);
  const refused = await world.countyLeader.refusal(bulletins.returnBulletin, {
    params: { bulletinId },
    body: { requestId: randomUUID(), opinion: ' ' },
  });
  expect(refused.code).toBe('invalid');
});

test('P15 who drew a bulletin up does not approve it, whatever other role he has', async () => {
  const both = await world.server.signInWith({ roles: ['office', 'bureauLeader'], unit: world.county });
  const { bulletinId } = await both.call(bulletins.createBulletin, creation(world));
  const { draft } = await both.call(bulletins.getDraft, { params: { bulletinId } });
  await both.call(bulletins.submitBulletin, {
    params: { bulletinId },
    body: { requestId: randomUUID(), revision: draft.revision, namingReason: null },
  });
  const refused = await both.refusal(bulletins.approveBulletin, act(bulletinId));
  expect(refused.code).toBe('forbidden');
  expect(refused.body.message).toContain('不得审批');
  const { bulletin } = await both.call(bulletins.getBulletin, { params: { bulletinId } });
  expect([bulletin.can.approve, bulletin.number]).toEqual([false, null]);
});

test('P15 who changed the text of another does not approve it either', async () => {
  const both = await world.server.signInWith({ roles: ['office', 'bureauLeader'], unit: world.county });
  const bulletinId = await drawUp(world);
  const { draft } = await both.call(bulletins.getDraft, { params: { bulletinId } });
  await both.call(bulletins.saveDraft, {
    params: { bulletinId },
    body: { requestId: randomUUID(), revision: draft.revision, mark: draft.mark, content: draft.content },
  });
  await submit(world, bulletinId);
  expect((await both.refusal(bulletins.approveBulletin, act(bulletinId))).code).toBe('forbidden');
});

test('P15 who changed it before somebody else did does not approve it either; the timeline names him once', async () => {
  const both = await world.server.signInWith({ roles: ['office', 'bureauLeader'], unit: world.county });
  const bulletinId = await drawUp(world);
  const save = async (who: typeof both) => {
    const { draft } = await who.call(bulletins.getDraft, { params: { bulletinId } });
    await who.call(bulletins.saveDraft, {
      params: { bulletinId },
      body: { requestId: randomUUID(), revision: draft.revision, mark: draft.mark, content: draft.content },
    });
  };
  for (const who of [both, both, world.office]) await save(who);
  await submit(world, bulletinId);
  const { bulletin } = await both.call(bulletins.getBulletin, { params: { bulletinId } });
  expect([
    bulletin.can.approve,
    bulletin.timeline.filter(({ action }) => action === 'change').length,
  ]).toEqual([false, 1]);
  const waiting = await both.call(bulletins.listBulletins, { query: { view: 'toApprove' } });
  expect(waiting.items.map(({ id }) => id)).not.toContain(bulletinId);
  expect((await both.refusal(bulletins.approveBulletin, act(bulletinId))).code).toBe('forbidden');
});

test('P15 two approvals at the same moment get two numbers that follow each other', async () => {
  const drafts = [await drawUp(world), await drawUp(world), await drawUp(world), await drawUp(world)];
  for (const each of drafts) await submit(world, each);
  const answers = await Promise.all(
    drafts.map((each, index) =>
      (index % 2 === 0 ? world.countyLeader : world.secondLeader).call(bulletins.approveBulletin, act(each)),
    ),
  );
  const serials = answers.map(({ bulletin }) => Number(/〕(\d+)号/.exec(bulletin.number ?? '')?.[1]));
  const ordered = [...serials].sort((a, b) => a - b);
  expect(ordered).toEqual(ordered.map((_each, index) => (ordered[0] ?? 0) + index));
});

test('P15 of two who approve one bulletin at the same moment one is told, and no number is lost', async () => {
  const [first, second] = [await drawUp(world), await drawUp(world)];
  await submit(world, first);
  const outcomes = await Promise.allSettled([
    world.countyLeader.call(bulletins.approveBulletin, act(first)),
    world.secondLeader.call(bulletins.approveBulletin, act(first)),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await submit(world, second);
  const serialOf = (number: string | null) => Number(/〕(\d+)号/.exec(number ?? '')?.[1]);
  const { bulletin } = await world.countyLeader.call(bulletins.getBulletin, {
    params: { bulletinId: first },
  });
  const next = await approve(world, second);
  expect(serialOf(next.number)).toBe(serialOf(bulletin.number) + 1);
});

test('P15 a refused approval takes no number', async () => {
  const bulletinId = await drawUp(world);
  const before = await lastSerial();
  const refused = await world.office.refusal(bulletins.approveBulletin, act(bulletinId));
  expect(refused.code).toBe('forbidden');
  const draft = await world.countyLeader.refusal(bulletins.approveBulletin, act(bulletinId));
  expect(draft.code).toBe('notFound');
  expect(await lastSerial()).toBe(before);
});

test('P15 the same approval sent twice gives one number', async () => {
  const bulletinId = await drawUp(world);
  await submit(world, bulletinId);
  const call = act(bulletinId);
  const once = await world.countyLeader.call(bulletins.approveBulletin, call);
  const twice = await world.countyLeader.call(bulletins.approveBulletin, call);
  expect(twice.bulletin.number).toBe(once.bulletin.number);
  expect(await lastSerial()).toBe(Number(/〕(\d+)号/.exec(once.bulletin.number ?? '')?.[1]));
});

test('P15 a correction is a bulletin of its own that points to the corrected one, which shows it', async () => {
  const wrong = await published(world);
  const correctionId = await drawUp(world, { kind: 'correction', periodIds: [], corrects: wrong.id });
  const draft = await draftOf(world, correctionId);
  expect(draft.document.title).toBe(`关于更正${wrong.number}的通报`);
  await write(world, correctionId, [{ type: 'paragraph', key: 'a', text: '{更正文号}有误，现予更正。' }]);
  await submit(world, correctionId);
  await approve(world, correctionId);
  const correction = await publish(world, correctionId);
  expect(correction.corrects?.id).toBe(wrong.id);
  const { bulletin } = await world.office.call(bulletins.getBulletin, { params: { bulletinId: wrong.id } });
  expect(bulletin.corrections.map(({ number }) => number)).toEqual([correction.number]);
  expect(bulletin.correctedBy).toBe(correction.number);
  expect(bulletin.documentHash).toBe(wrong.documentHash);
});

test('P15 only what is published is corrected', async () => {
  const refused = await world.office.refusal(
    bulletins.createBulletin,
    creation(world, { kind: 'correction', periodIds: [], corrects: await drawUp(world) }),
  );
  expect(refused.code).toBe('refused');
});

async function lastSerial(): Promise<number> {
  const row = await world.server.db.selectFrom('bulletin_series').select('last_serial').executeTakeFirst();
  return row?.last_serial ?? 0;
}
