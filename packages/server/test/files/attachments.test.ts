import { randomUUID } from 'node:crypto';
import { files, submissions } from '@mingji/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { makeClient, type TestClient } from '../support/client.ts';
import { makeWorkCity, type WorkCity } from '../support/work-city.ts';

let app: TestApp;
let city: WorkCity;
const now = new Date('2026-09-18T02:00:00Z');
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
beforeAll(async () => {
  app = await startTestApp({ clock: () => now });
  city = await makeWorkCity(app);
});
afterAll(() => app.stop());

const upload = (who: TestClient, name: string, bytes: Uint8Array) =>
  who.upload(files.uploadFile, { name, bytes });
const download = (who: TestClient, fileId: string) =>
  who.download(files.downloadFile, { params: { fileId } });
const refusedTo = (who: TestClient, fileId: string) =>
  who.refusal(files.downloadFile, { params: { fileId } });

async function report(fileIds: string[], more: Record<string, unknown> = {}) {
  const { submission } = await city.as.officer.call(submissions.createSubmission, {
    body: {
      requestId: randomUUID(),
      periodId: city.periodId,
      subjectKind: 'officer',
      subjectId: city.officer.id,
      indicatorCode: 'hazard',
      title: '排查隐患',
      eventCode: 'found',
      occurredOn: '2026-09-17',
      fileIds,
      ...more,
    },
  });
  return submission;
}

test('P6 what was uploaded comes back byte for byte under its Chinese name', async () => {
  const { file } = await upload(city.as.officer, '现场照片.png', png);
  expect(file).toMatchObject({
    name: '现场照片.png',
    mediaType: 'image/png',
    preview: 'image',
    sizeBytes: png.length,
  });
  const response = await download(city.as.officer, file.id);
  expect(response.rawPayload.equals(png)).toBe(true);
  expect(response.headers).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'content-disposition': `attachment; filename="file.png"; filename*=UTF-8''${encodeURIComponent('现场照片.png')}`,
  });
  const shown = await city.as.officer.download(files.downloadFile, {
    params: { fileId: file.id },
    query: { inline: '1' },
  });
  expect(shown.headers['content-disposition']).toMatch(/^inline; /);
});

test('三员 who took an attachment out of the system is on the audit record, one shown in its page took nothing', async () => {
  const { file } = await upload(city.as.officer, '现场照片.png', png);
  const at = { params: { fileId: file.id } };
  await city.as.officer.download(files.downloadFile, { ...at, query: { inline: '1' } });
  await city.as.officer.download(files.downloadFile, at);
  const taken = await app.db
    .selectFrom('audit_event')
    .select(['account_name', 'summary'])
    .where('subject_id', '=', file.id)
    .where('action', '=', 'file.downloaded')
    .execute();
  expect(taken).toEqual([
    { account_name: city.as.officer.session.account.displayName, summary: '下载附件：“现场照片.png”' },
  ]);
});

test('P6 forbidden content is refused whatever its name, an empty file too', async () => {
  const attempts: [string, Buffer][] = [
    ['照片.jpg', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300, 7)])],
    ['说明.txt', Buffer.from('<html><script>alert(1)</script></html>')],
    ['材料.docx', Buffer.from('504b0506000000000000000000000000000000000000', 'hex')],
    ['空.pdf', Buffer.alloc(0)],
  ];
  for (const [name, bytes] of attempts) {
    await expect(upload(city.as.officer, name, bytes)).rejects.toMatchObject({
      status: 415,
      code: 'unsupportedFile',
    });
  }
  const renamed = await upload(city.as.officer, '报表.exe', Buffer.from('一般文字'));
  expect(renamed.file.name).toBe('报表.exe.txt');
});

test('P6 more than 20 MB is refused with the limit named', async () => {
  await expect(
    upload(city.as.officer, '大.txt', Buffer.alloc(20 * 1024 * 1024 + 1, 65)),
  ).rejects.toMatchObject({
    status: 413,
    code: 'tooLarge',
    message: expect.stringContaining('20 MB'),
  });
});

test('P6 an attachment is read by its uploader, the subject, the owning department and the line, and by nobody else', async () => {
  const { file } = await upload(city.as.officer, '甲.png', png);
  const { orderReviewer, legalReviewer, eastHead, westClerk, neighbour, office, stranger } = city.as;
  expect((await refusedTo(orderReviewer, file.id)).code).toBe('forbidden');
  await report([file.id]);
  for (const who of [city.as.officer, orderReviewer, eastHead, office]) {
    expect((await download(who, file.id)).statusCode).toBe(200);
  }
  for (const who of [legalReviewer, westClerk, neighbour, stranger]) {
    expect(await refusedTo(who, file.id)).toMatchObject({ status: 403, code: 'forbidden' });
  }
  expect((await refusedTo(office, randomUUID())).code).toBe('notFound');
  expect((await refusedTo(city.as.securityAdmin, file.id)).code).toBe('forbidden');
});

test('P6 nobody attaches what another person uploaded', async () => {
  const { file } = await upload(city.as.neighbour, '他人.png', png);
  await expect(report([file.id])).rejects.toMatchObject({ code: 'invalid' });
});

test('X10 the reviewer is told when the same content was handed in before, in any month and under any name', async () => {
  const bytes = Buffer.from(`同一份材料 ${randomUUID()}`);
  const first = await upload(city.as.neighbour, '八月.txt', bytes);
  const { submission: earlier } = await city.as.neighbour.call(submissions.createSubmission, {
    body: {
      requestId: randomUUID(),
      periodId: city.periodId,
      subjectKind: 'officer',
      subjectId: city.neighbour.id,
      indicatorCode: 'hazard',
      title: '先前的排查',
      eventCode: 'found',
      occurredOn: '2026-09-10',
      fileIds: [first.file.id],
    },
  });
  const second = await upload(city.as.officer, '九月.txt', bytes);
  expect(second.earlierUses).toMatchObject([
    { submissionId: null, title: null, byName: null, unitName: null, periodLabel: expect.any(String) },
  ]);
  const { id } = await report([second.file.id]);
  const seen = await city.as.orderReviewer.call(submissions.getSubmission, { params: { submissionId: id } });
  expect(seen.submission.versions[0]?.files[0]?.earlierUses).toMatchObject([
    {
      submissionId: earlier.id,
      title: '先前的排查',
      byName: '吴敏',
      unitName: '城东派出所',
      periodLabel: '2026年9月',
    },
  ]);
  const own = await city.as.officer.call(submissions.getSubmission, { params: { submissionId: id } });
  expect(own.submission.versions[0]?.files[0]?.earlierUses).toEqual([]);
  const again = await upload(city.as.officer, '又一次.txt', bytes);
  expect(again.earlierUses).toMatchObject([{ submissionId: id }, { submissionId: null }]);
  const stored = await app.db
    .selectFrom('file')
    .select('sm3')
    .where('id', 'in', [first.file.id, second.file.id])
    .execute();
  expect(stored[0]?.sm3.equals(stored[1]?.sm3 ?? Buffer.alloc(0))).toBe(true);
});

test('P1 files require a session', async () => {
  const visitor = makeClient(app.app);
  expect((await visitor.refusal(files.uploadFile)).status).toBe(401);
  expect((await visitor.refusal(files.downloadFile, { params: { fileId: randomUUID() } })).status).toBe(401);
});
