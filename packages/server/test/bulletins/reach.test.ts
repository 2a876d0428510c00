import { randomUUID } from 'node:crypto';
import { bulletins, workbench } from '@mingji/contract';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readWorkbook } from '../../src/spreadsheet/read-workbook.ts';
import {
  act,
  approve,
  type BulletinWorld,
  draftOf,
  drawUp,
  publish,
  published,
  setMark,
  startBulletinWorld,
  submit,
} from './bulletin-world.ts';

let world: BulletinWorld;
beforeAll(async () => {
  world = await startBulletinWorld();
  await setMark(world);
});
afterAll(() => world.server.stop());

const at = (bulletinId: string) => ({ params: { bulletinId } });

test('P1 another county and the city see and change no draft of the county', async () => {
  const bulletinId = await drawUp(world);
  const { revision, mark, content } = await draftOf(world, bulletinId);
  for (const stranger of [world.otherOffice, world.cityOffice]) {
    expect((await stranger.refusal(bulletins.getBulletin, at(bulletinId))).code).toBe('notFound');
    expect((await stranger.refusal(bulletins.getDraft, at(bulletinId))).code).toBe('notFound');
    const save = { ...at(bulletinId), body: { requestId: randomUUID(), revision, mark, content } };
    expect((await stranger.refusal(bulletins.saveDraft, save)).code).toBe('notFound');
    expect((await stranger.refusal(bulletins.discardBulletin, act(bulletinId))).code).toBe('notFound');
    const { items } = await stranger.call(bulletins.listBulletins, { query: { view: 'all' } });
    expect(items.map(({ id }) => id)).not.toContain(bulletinId);
  }
  expect((await draftOf(world, bulletinId)).revision).toBe(revision);
});

test('P1 the county neither sees the city’s draft nor draws up for the city', async () => {
  await world.cityOffice.call(bulletins.setIssuer, {
    params: { unitId: world.city.id },
    body: { requestId: randomUUID(), mark: '甲市公考', addressee: '' },
  });
  const wish = {
    requestId: randomUUID(),
    unitId: world.city.id,
    kind: 'monthly' as const,
    periodIds: [world.periodId],
    corrects: null,
  };
  const { bulletinId } = await world.cityOffice.call(bulletins.createBulletin, { body: wish });
  expect((await world.office.refusal(bulletins.getDraft, at(bulletinId))).code).toBe('notFound');
  const own = { body: { ...wish, requestId: randomUUID() } };
  expect((await world.office.refusal(bulletins.createBulletin, own)).code).toBe('forbidden');
  const mark = {
    params: { unitId: world.city.id },
    body: { requestId: randomUUID(), mark: '乱写', addressee: '' },
  };
  expect((await world.office.refusal(bulletins.setIssuer, mark)).code).toBe('forbidden');
});

test('P15 a published bulletin is read in its scope and above it, never beside it', async () => {
  const bulletin = await published(world);
  for (const reader of [world.liClient, world.eastHead, world.cityOffice, world.leader]) {
    const seen = await reader.call(bulletins.getBulletin, at(bulletin.id));
    expect(seen.bulletin.documentHash).toBe(bulletin.documentHash);
    expect(seen.bulletin.can.edit || seen.bulletin.can.approve).toBe(false);
  }
  expect((await world.outsider.refusal(bulletins.getBulletin, at(bulletin.id))).code).toBe('notFound');
  expect((await world.outsider.refusal(bulletins.exportDocument, at(bulletin.id))).code).toBe('notFound');
  expect((await world.outsider.refusal(bulletins.readBulletin, act(bulletin.id))).code).toBe('notFound');
  expect((await world.otherOffice.refusal(bulletins.getBulletin, at(bulletin.id))).code).toBe('notFound');
});

test('P15 published to one station it is not read by the other, and the scope stays inside the county', async () => {
  const bulletinId = await drawUp(world);
  await submit(world, bulletinId);
  await approve(world, bulletinId);
  const outside = { ...at(bulletinId), body: { requestId: randomUUID(), unitIds: [world.city.id] } };
  expect((await world.office.refusal(bulletins.publishBulletin, outside)).code).toBe('forbidden');
  const nobody = { ...at(bulletinId), body: { requestId: randomUUID(), unitIds: [] } };
  expect((await world.office.refusal(bulletins.publishBulletin, nobody)).code).toBe('invalid');
  await publish(world, bulletinId, [world.west.id]);
  expect((await world.liClient.refusal(bulletins.getBulletin, at(bulletinId))).code).toBe('notFound');
  const { bulletin } = await world.office.call(bulletins.getBulletin, at(bulletinId));
  expect(bulletin.scopeUnits.map(({ name }) => name)).toEqual(['城西派出所']);
});

test('P15 reading leaves one receipt, with the time of the first reading', async () => {
  const bulletin = await published(world);
  const before = await world.office.call(bulletins.listReceipts, { ...at(bulletin.id), query: {} });
  expect(before.readTotal).toBe(0);
  expect(before.recipientTotal).toBe(before.total);
  const first = await world.liClient.call(bulletins.readBulletin, act(bulletin.id));
  expect(first.readAt).not.toBeNull();
  const again = await world.liClient.call(bulletins.readBulletin, act(bulletin.id));
  expect(again.readAt).toBe(first.readAt);
  const after = await world.office.call(bulletins.listReceipts, {
    ...at(bulletin.id),
    query: { read: 'read' },
  });
  expect(after.items.map(({ name }) => name)).toEqual(['李某']);
  expect(after.readTotal).toBe(1);
  // The level above may read it and was not addressed: no receipt of it.
  expect((await world.leader.call(bulletins.readBulletin, act(bulletin.id))).readAt).toBeNull();
  expect((await world.liClient.refusal(bulletins.listReceipts, { ...at(bulletin.id) })).code).toBe(
    'forbidden',
  );
});

test('P15 a press tells those who have not read it, and only them', async () => {
  const bulletin = await published(world);
  await world.liClient.call(bulletins.readBulletin, act(bulletin.id));
  const { recipientTotal } = await world.office.call(bulletins.listReceipts, {
    ...at(bulletin.id),
    query: {},
  });
  const { pressed } = await world.office.call(bulletins.pressReaders, act(bulletin.id));
  expect(pressed).toBe(recipientTotal - 1);
  const told = await world.server.db
    .selectFrom('notification')
    .select('account_id')
    .where('about_id', '=', bulletin.id)
    .where('kind', '=', 'press')
    .execute();
  expect(told).toHaveLength(pressed);
  expect(told.map(({ account_id }) => account_id)).not.toContain(world.liClient.session.account.id);
  expect((await world.otherOffice.refusal(bulletins.pressReaders, act(bulletin.id))).code).toBe('notFound');
});

test('P15 how many have read it is told to who issued it, and to nobody else', async () => {
  const bulletin = await published(world);
  await world.liClient.call(bulletins.readBulletin, act(bulletin.id));
  const rowFor = async (client: typeof world.office) =>
    (await client.call(bulletins.getBulletin, at(bulletin.id))).bulletin;
  const { recipientTotal, readTotal, units } = await world.office.call(bulletins.listReceipts, {
    ...at(bulletin.id),
    query: {},
  });
  expect(recipientTotal).toBeGreaterThan(1);
  expect(units.find(({ unit }) => unit.name === '城东派出所')?.read).toBe(1);
  expect(await rowFor(world.office)).toMatchObject({ recipients: recipientTotal, read: readTotal });
  expect(await rowFor(world.liClient)).toMatchObject({ recipients: 0, read: 0 });
});

test('P15 the receipts as a workbook name every reader once', async () => {
  const bulletin = await published(world);
  await world.liClient.call(bulletins.readBulletin, act(bulletin.id));
  const file = await world.office.download(bulletins.exportReceipts, at(bulletin.id));
  const cells = JSON.stringify(await readWorkbook(new Uint8Array(file.rawPayload)));
  expect(cells).toContain(`${bulletin.number}阅读情况`);
  expect(cells).toContain('李某');
  expect(cells).toContain('已读');
  expect((await world.liClient.refusal(bulletins.exportReceipts, at(bulletin.id))).code).toBe('forbidden');
});

test('P15 the workbench tells leaders what to approve, the office what to publish, readers what to read', async () => {
  const bulletinId = await drawUp(world);
  const linesOf = async (client: BulletinWorld['office']) => {
    const { groups } = await client.call(workbench.getWorkbench);
    const items = groups.find(({ key }) => key === 'bulletins')?.items ?? [];
    return items
      .filter(({ address }) => address === `/bulletins/${bulletinId}`)
      .map(({ title }) => title.slice(0, 2));
  };
  await submit(world, bulletinId);
  expect([await linesOf(world.countyLeader), await linesOf(world.liClient)]).toEqual([['审批'], []]);
  await approve(world, bulletinId);
  expect([await linesOf(world.countyLeader), await linesOf(world.office)]).toEqual([[], ['发布']]);
  await publish(world, bulletinId);
  expect(await linesOf(world.liClient)).toEqual(['阅读']);
  await world.liClient.call(bulletins.readBulletin, act(bulletinId));
  expect(await linesOf(world.liClient)).toEqual([]);
});

test('P15 a published bulletin cannot be changed or removed, not even past the application', async () => {
  const bulletin = await published(world);
  const { db } = world.server;
  const change = db.updateTable('bulletin').set({ title: '改' }).where('id', '=', bulletin.id).execute();
  await expect(change).rejects.toThrow('已发布，不可修改');
  const version = db
    .updateTable('bulletin_version')
    .set({ document: '{}' })
    .where('bulletin_id', '=', bulletin.id);
  await expect(version.execute()).rejects.toThrow(/permission denied|只能追加/);
  const owner = new pg.Client({ connectionString: world.server.ownerUrl });
  await owner.connect();
  try {
    for (const statement of [
      `update bulletin set document = '{}' where id = '${bulletin.id}'`,
      `update bulletin_version set document = '{}' where bulletin_id = '${bulletin.id}'`,
      `delete from bulletin_version where bulletin_id = '${bulletin.id}'`,
      `delete from bulletin where id = '${bulletin.id}'`,
      'truncate bulletin cascade',
    ]) {
      await expect(owner.query(statement), statement).rejects.toThrow(/不可修改|只能追加/);
    }
  } finally {
    await owner.end();
  }
});

test('P15 an approved bulletin takes the publication and nothing else', async () => {
  const bulletinId = await drawUp(world);
  await submit(world, bulletinId);
  await approve(world, bulletinId);
  const { db } = world.server;
  const renumber = db.updateTable('bulletin').set({ serial: 99 }).where('id', '=', bulletinId).execute();
  await expect(renumber).rejects.toThrow('已审批编号');
  expect((await world.office.refusal(bulletins.discardBulletin, act(bulletinId))).code).toBe('conflict');
  expect((await world.office.refusal(bulletins.withdrawBulletin, act(bulletinId))).code).toBe('conflict');
  await publish(world, bulletinId);
});

test('P15 one number cannot stand twice, whatever writes it', async () => {
  const bulletin = await published(world);
  const copy = sql`insert into bulletin select (json_populate_record(b,
    json_build_object('id', ${randomUUID()}::text))).* from bulletin b where b.id = ${bulletin.id}`;
  await expect(copy.execute(world.server.db)).rejects.toThrow('bulletin_number');
});

test('P15 a draft that is given up leaves the list and is found by its state', async () => {
  const bulletinId = await drawUp(world);
  await world.office.call(bulletins.discardBulletin, act(bulletinId));
  const ids = async (state?: 'discarded') => {
    const query = { pageSize: 200, ...(state ? { state } : {}) };
    return (await world.office.call(bulletins.listBulletins, { query })).items.map(({ id }) => id);
  };
  expect(await ids()).not.toContain(bulletinId);
  expect(await ids('discarded')).toContain(bulletinId);
});

test('P15 the list is narrowed by kind, year, unit, state and words, the number among them', async () => {
  const bulletin = await published(world);
  const found = async (query: object) =>
    (await world.liClient.call(bulletins.listBulletins, { query: { pageSize: 200, ...query } })).items.map(
      ({ id }) => id,
    );
  const fits = { kind: 'monthly', year: 2026, unitId: world.county.id, state: 'published' };
  expect(await found({ ...fits, text: bulletin.number ?? '' })).toEqual([bulletin.id]);
  expect(await found({ ...fits, kind: 'weekly' })).toEqual([]);
  expect(await found({ ...fits, year: 2025 })).toEqual([]);
  expect(await found({ ...fits, text: '100%' })).toEqual([]);
  expect(await found({ view: 'toRead' })).toContain(bulletin.id);
});

test('P15 the Word document downloads under its number and is the bulletin on the screen', async () => {
  const bulletin = await published(world);
  const file = await world.liClient.download(bulletins.exportDocument, at(bulletin.id));
  expect(file.headers['content-type']).toContain('wordprocessingml');
  expect(decodeURIComponent(String(file.headers['content-disposition']))).toContain(
    `${bulletin.number} 关于`,
  );
  expect(file.rawPayload.subarray(0, 2).toString()).toBe('PK');
});

test('P15 who took a bulletin or its receipts out of the system is on the audit record, a refused one took nothing', async () => {
  const bulletin = await published(world);
  await world.liClient.download(bulletins.exportDocument, at(bulletin.id));
  await world.office.download(bulletins.exportReceipts, at(bulletin.id));
  await world.liClient.refusal(bulletins.exportReceipts, at(bulletin.id));
  const taken = await world.server.db
    .selectFrom('audit_event')
    .select(['action', 'account_name', 'summary'])
    .where('subject_id', '=', bulletin.id)
    .where('action', 'like', '%xported')
    .orderBy('seq')
    .execute();
  expect(taken.map(({ action, account_name }) => [action, account_name])).toEqual([
    ['bulletin.exported', world.liClient.session.account.displayName],
    ['bulletin.receiptsExported', world.office.session.account.displayName],
  ]);
  expect(taken[0]?.summary).toContain(bulletin.number);
});

test('P15 a unit changes its own copy of a template, and another unit keeps its own', async () => {
  const place = { unitId: world.county.id, kind: 'monthly' as const };
  const { template } = await world.office.call(bulletins.getTemplate, { params: place });
  expect([template.copyOf, template.revision]).toEqual([null, 0]);
  const content = { ...template.content, title: '{单位}{周期}考核通报' };
  const body = () => ({ requestId: randomUUID(), revision: 0, content });
  await world.office.call(bulletins.saveTemplate, { params: place, body: body() });
  expect((await draftOf(world, await drawUp(world))).document.title).toBe('甲县公安局2026年9月考核通报');
  // The second of two who began from the same copy is told.
  const late = await world.secondOffice.refusal(bulletins.saveTemplate, { params: place, body: body() });
  expect(late.code).toBe('conflict');
  const city = { params: { unitId: world.city.id, kind: 'monthly' } };
  expect((await world.office.refusal(bulletins.getTemplate, city)).code).toBe('forbidden');
  const cityOwn = await world.cityOffice.call(bulletins.getTemplate, {
    params: { unitId: world.city.id, kind: 'monthly' },
  });
  expect(cityOwn.template.content.title).toBe('关于{周期}考核情况的通报');
  const reset = { params: place, body: { requestId: randomUUID() } };
  expect((await world.office.call(bulletins.resetTemplate, reset)).template.copyOf).toBeNull();
});
