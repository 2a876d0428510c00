import { randomUUID } from 'node:crypto';
import { appeals, notifications } from '@mingji/contract';
import { expect, test } from 'vitest';
import type { TestClient } from '../support/client.ts';
import {
  alsoSignedIn,
  city,
  decide,
  decision,
  deduction,
  file,
  returned,
  setUpAppeals,
  shown,
} from './contested.ts';

setUpAppeals();

/** Against a rejection by 治安审核甲: 治安审核乙 and the office may answer. */
async function openAppeal() {
  const submission = await returned();
  return file(city.as.officer, { submissionId: submission.id });
}
const asking = (accountId: string | null, reason = '与我同住一院') => ({
  requestId: randomUUID(),
  accountId,
  reason,
});
const ask = (who: TestClient, appealId: string, accountId: string | null) =>
  who.call(appeals.askRecusal, { params: { appealId }, body: asking(accountId) });
const askRefused = (who: TestClient, appealId: string, accountId: string | null) =>
  who.refusal(appeals.askRecusal, { params: { appealId }, body: asking(accountId) });
const ruling = (granted: boolean, assigneeAccountId: string | null = null) => ({
  requestId: randomUUID(),
  granted,
  reason: granted ? '确有可能影响公正' : '不足以影响公正',
  assigneeAccountId,
});
async function candidateOf(appealId: string, name: string): Promise<string> {
  const { candidates } = await shown(city.as.officer, appealId);
  const found = candidates.find((each) => each.name === name);
  if (!found) throw new Error(`${name} is not among ${candidates.map((each) => each.name).join()}`);
  return found.id;
}
const decideRefused = (who: TestClient, appealId: string) =>
  who.refusal(appeals.decideAppeal, { params: { appealId }, body: decision({ correction: null }) });
const noticesOf = async (who: TestClient) =>
  (await who.call(notifications.listNotifications, { query: { kind: 'recusal' } })).items.map(
    (notice) => notice.title,
  );

test('P7 who may answer withdraws himself; another answers, and everybody concerned is told', async () => {
  const appeal = await openAppeal();
  await ask(city.as.orderReviewer2, appeal.id, null);
  const refusal = await decideRefused(city.as.orderReviewer2, appeal.id);
  expect(refusal).toMatchObject({ status: 403, message: expect.stringContaining('回避') });
  const after = await shown(city.as.officer, appeal.id);
  expect(after.recusals).toMatchObject([
    { about: { name: '治安审核乙' }, ofOneself: true, state: 'granted' },
  ]);
  expect(after.timeline.map((event) => event.actionLabel)).toEqual(['提出复议', '自行回避']);
  expect(after.candidates.map((each) => each.name)).not.toContain('治安审核乙');
  const about = `2026年9月“${appeal.indicator.name}”的复议`;
  expect(await noticesOf(city.as.officer)).toContain(`${about}：答复人已回避`);
  expect(await noticesOf(city.as.office)).toContain(`${about}：转由您答复`);
  await decide(city.as.office, appeal.id, { outcome: 'dismissed', correction: null });
});

test('P7 the appellant asks for a recusal with a reason; until the office has decided that person does not answer', async () => {
  const appeal = await openAppeal();
  const about = await candidateOf(appeal.id, '治安审核乙');
  await ask(city.as.officer, appeal.id, about);
  expect((await decideRefused(city.as.orderReviewer2, appeal.id)).message).toContain('须待考核办决定');
  const [recusal] = (await shown(city.as.office, appeal.id)).recusals;
  expect(recusal).toMatchObject({ state: 'asked', reason: '与我同住一院', mayDecide: true });
  const params = { appealId: appeal.id, recusalId: recusal?.id ?? '' };
  for (const who of [city.as.officer, city.as.orderReviewer2, city.as.eastHead]) {
    expect((await who.refusal(appeals.decideRecusal, { params, body: ruling(true) })).code).toBe('forbidden');
  }
  await city.as.office.call(appeals.decideRecusal, { params, body: ruling(false) });
  const twice = await city.as.office.refusal(appeals.decideRecusal, { params, body: ruling(true) });
  expect(twice).toMatchObject({ status: 409, message: expect.stringContaining('已经决定') });
  expect((await askRefused(city.as.officer, appeal.id, about)).message).toContain('只能申请一次');
  await decide(city.as.orderReviewer2, appeal.id, { outcome: 'dismissed', correction: null });
});

test('P7 a recusal that is granted names who answers instead; then nobody else does', async () => {
  const other = await alsoSignedIn({ displayName: '治安审核丙', unit: city.order, roles: ['reviewer'] });
  const appeal = await openAppeal();
  await ask(city.as.officer, appeal.id, await candidateOf(appeal.id, '治安审核乙'));
  const [recusal] = (await shown(city.as.office, appeal.id)).recusals;
  const params = { appealId: appeal.id, recusalId: recusal?.id ?? '' };
  const { candidates } = await shown(city.as.office, appeal.id);
  const named = candidates.find((each) => each.name === '治安审核丙')?.id ?? '';
  expect(candidates.map((each) => each.name)).not.toContain('治安审核甲');
  await city.as.office.call(appeals.decideRecusal, { params, body: ruling(true, named) });
  expect((await shown(city.as.officer, appeal.id)).assigneeName).toBe('治安审核丙');
  expect((await decideRefused(city.as.office, appeal.id)).message).toContain('已指定其他人员');
  const queue = await other.call(appeals.listAppeals, { query: { view: 'toAnswer' } });
  expect(queue.items.map((item) => item.id)).toContain(appeal.id);
  await decide(other, appeal.id, { outcome: 'dismissed', correction: null });
});

test('P7 the office names only who may answer, never one who is involved', async () => {
  const appeal = await openAppeal();
  const params = { appealId: appeal.id };
  const body = { requestId: randomUUID(), accountId: randomUUID(), reason: '工作需要' };
  expect((await city.as.office.refusal(appeals.assignAppeal, { params, body })).message).toContain(
    '不能答复',
  );
  expect((await city.as.orderReviewer2.refusal(appeals.assignAppeal, { params, body })).code).toBe(
    'forbidden',
  );
  const accountId = await candidateOf(appeal.id, '治安审核乙');
  await city.as.office.call(appeals.assignAppeal, {
    params,
    body: { ...body, requestId: randomUUID(), accountId },
  });
  expect((await shown(city.as.office, appeal.id)).timeline.at(-1)).toMatchObject({
    actionLabel: '指定答复人',
    reason: '由治安审核乙答复：工作需要',
  });
});

test('P7 only the appellant asks it of another, of somebody who may answer, while the appeal is open', async () => {
  const appeal = await openAppeal();
  const about = await candidateOf(appeal.id, '治安审核乙');
  expect((await askRefused(city.as.office, appeal.id, about)).code).toBe('forbidden');
  expect((await askRefused(city.as.legalReviewer, appeal.id, null)).code).toBe('forbidden');
  expect((await askRefused(city.as.orderReviewer, appeal.id, null)).message).toContain('原评分人');
  expect((await askRefused(city.as.officer, appeal.id, randomUUID())).message).toContain('不必申请回避');
  await decide(city.as.office, appeal.id, { outcome: 'dismissed', correction: null });
  expect((await askRefused(city.as.officer, appeal.id, about)).status).toBe(409);
  expect((await askRefused(city.as.orderReviewer2, appeal.id, null)).status).toBe(409);
});

test('§13 who gave the score is not among those who may answer', async () => {
  const entry = await deduction();
  const appeal = await file(city.as.officer, { entryId: entry.id });
  expect((await shown(city.as.officer, appeal.id)).candidates.map((each) => each.name)).not.toContain(
    '督察员',
  );
});
