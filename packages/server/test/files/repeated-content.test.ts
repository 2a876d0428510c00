import { randomUUID } from 'node:crypto';
import { files, submissions } from '@mingji/contract';
import { expect, test } from 'vitest';
import { app, city, DURING, report, setNow, setUpWork } from '../submissions/work.ts';
import type { TestClient } from '../support/client.ts';
import { makePeriod } from '../support/work-city.ts';

setUpWork();

const bytesOf = (text: string) => Buffer.from(`${text}${randomUUID()}`);
const upload = (who: TestClient, name: string, bytes: Buffer) =>
  who.upload(files.uploadFile, { name, bytes });
const filesOf = async (who: TestClient, submissionId: string) => {
  const { submission } = await who.call(submissions.getSubmission, { params: { submissionId } });
  return submission.versions.at(-1)?.files ?? [];
};

test('X10 content handed in by another officer in another month is told to the reviewer with whose, where and when', async () => {
  const august = await makePeriod(app, { bureau: city.bureau, versionId: city.versionId, month: 8 });
  const photo = bytesOf('现场记录');
  setNow(new Date('2026-08-20T02:00:00Z'));
  const theirs = await upload(city.as.stranger, '八月.txt', photo);
  const first = await report(city.as.stranger, {
    periodId: august,
    subjectId: city.stranger.id,
    occurredOn: '2026-08-19',
    title: '八月排查',
    fileIds: [theirs.file.id],
  });
  setNow(DURING);
  const mine = await upload(city.as.officer, '九月.txt', photo);
  expect(mine.earlierUses).toEqual([
    {
      submissionId: null,
      title: null,
      byName: null,
      unitName: null,
      periodLabel: '2026年8月',
      at: '2026-08-20T02:00:00.000Z',
    },
  ]);
  const { id } = await report(city.as.officer, { fileIds: [mine.file.id] });
  const [seen] = await filesOf(city.as.orderReviewer, id);
  expect(seen?.earlierUses).toMatchObject([
    {
      submissionId: first.id,
      title: '八月排查',
      byName: '郑方',
      unitName: '城西派出所',
      periodLabel: '2026年8月',
    },
  ]);
  // The author's own page tells nothing of others.
  const [own] = await filesOf(city.as.officer, id);
  expect(own?.earlierUses).toEqual([]);
});

test('X10 where the reviewer may not see the other department’s work, the month is told and no name', async () => {
  const minutes = bytesOf('办案笔录');
  const sent = await upload(city.as.stranger, '笔录.txt', minutes);
  await report(city.as.stranger, {
    subjectId: city.stranger.id,
    indicatorCode: 'quality',
    eventCode: undefined,
    quantity: undefined,
    title: '某案办理情况',
    fileIds: [sent.file.id],
  });
  const mine = await upload(city.as.officer, '附件.txt', minutes);
  const { id } = await report(city.as.officer, { fileIds: [mine.file.id] });
  const [seen] = await filesOf(city.as.orderReviewer, id);
  expect(seen?.earlierUses).toMatchObject([
    { submissionId: null, title: null, byName: null, periodLabel: '2026年9月' },
  ]);
  const [office] = await filesOf(city.as.office, id);
  expect(office?.earlierUses).toMatchObject([{ title: '某案办理情况', byName: '郑方' }]);
});

test('X10 the same content twice within one submission is told by the other file’s name', async () => {
  const photo = bytesOf('同一张');
  const one = await upload(city.as.officer, '甲.txt', photo);
  const two = await upload(city.as.officer, '乙.txt', photo);
  const other = await upload(city.as.officer, '丙.txt', bytesOf('另一张'));
  const { id } = await report(city.as.officer, { fileIds: [one.file.id, two.file.id, other.file.id] });
  const seen = await filesOf(city.as.orderReviewer, id);
  expect(seen.map(({ name, sameAs }) => [name, sameAs])).toEqual([
    ['甲.txt', ['乙.txt']],
    ['乙.txt', ['甲.txt']],
    ['丙.txt', []],
  ]);
});

test('X10 a file used again in one’s own later work names that work to oneself and to the reviewer', async () => {
  const photo = bytesOf('走访照片');
  const sent = await upload(city.as.officer, '走访.txt', photo);
  const first = await report(city.as.officer, { title: '第一次走访', fileIds: [sent.file.id] });
  const again = await upload(city.as.officer, '走访2.txt', photo);
  expect(again.earlierUses).toMatchObject([{ submissionId: first.id, title: '第一次走访' }]);
  const { id } = await report(city.as.officer, { title: '第二次走访', fileIds: [again.file.id] });
  const [seen] = await filesOf(city.as.orderReviewer, id);
  expect(seen?.earlierUses).toMatchObject([{ title: '第一次走访', byName: '周立' }]);
});
