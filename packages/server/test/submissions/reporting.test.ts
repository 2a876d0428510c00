import { randomUUID } from 'node:crypto';
import { files, submissions } from '@mingji/contract';
import { expect, test } from 'vitest';
import { SUBMIT_BY, setPeriodState } from '../support/work-city.ts';
import { accept, app, city, entriesOf, report, setNow, setUpWork, wish } from './work.ts';

setUpWork();

test('P6 P9 work goes to the department that owns the indicator and is accepted with the points of the rule', async () => {
  const photo = await city.as.officer.upload(files.uploadFile, {
    name: '现场.txt',
    bytes: Buffer.from('现场情况'),
  });
  const submission = await report(city.as.officer, { fileIds: [photo.file.id] });
  expect(submission).toMatchObject({
    state: 'submitted',
    late: false,
    ownerUnit: { name: '治安管理大队' },
    fileCount: 1,
  });
  const queue = await city.as.orderReviewer.call(submissions.listReviewQueue, { query: {} });
  expect(queue.items.map((item) => item.id)).toContain(submission.id);
  expect(queue.byIndicator).toContainEqual({ code: 'hazard', name: '隐患排查', count: expect.any(Number) });
  const { submission: detail } = await city.as.orderReviewer.call(submissions.getSubmission, {
    params: { submissionId: submission.id },
  });
  expect(detail.preview).toMatchObject({ kind: 'points', points: '4' });
  expect(detail.can).toMatchObject({ review: true, resubmit: false, withdraw: false });
  const answer = await accept(city.as.orderReviewer, submission.id);
  expect(answer.submission).toMatchObject({
    state: 'accepted',
    bookedPoints: '4',
    decidedByName: '治安审核甲',
  });
  const [entry] = await entriesOf(submission.id);
  expect(entry).toMatchObject({
    kind: 'event',
    event_code: 'found',
    quantity: '2',
    booked_points: '4',
    by_name: '治安审核甲',
    clause: '3.1',
    evidence_file_ids: [photo.file.id],
    owner_unit_id: city.order.id,
    subject_unit_id: city.east.id,
  });
});

test('P6 the answer to handing in is what reading it back says, number for number', async () => {
  for (const more of [{ quantity: '2.50', eventCode: undefined, indicatorCode: 'visits' }, {}]) {
    const answer = await report(city.as.officer, more);
    const { submission } = await city.as.officer.call(submissions.getSubmission, {
      params: { submissionId: answer.id },
    });
    expect(submission).toMatchObject(answer);
  }
});

test('P6 returned work keeps its reason and every version; the next version is accepted', async () => {
  const { id } = await report();
  await city.as.orderReviewer.call(submissions.returnSubmission, {
    params: { submissionId: id },
    body: { requestId: randomUUID(), version: 1, reason: '缺现场照片' },
  });
  const back = await city.as.officer.call(submissions.getSubmission, { params: { submissionId: id } });
  expect(back.submission).toMatchObject({
    state: 'returned',
    returnReason: '缺现场照片',
    can: { resubmit: true, withdraw: true, appeal: true, review: false },
  });
  const {
    requestId: _r,
    periodId: _p,
    subjectKind: _k,
    subjectId: _s,
    indicatorCode: _i,
    ...content
  } = wish({
    title: '排查商铺消防隐患（补照片）',
    quantity: '3',
  });
  await city.as.officer.call(submissions.resubmit, {
    params: { submissionId: id },
    body: { requestId: randomUUID(), ...content },
  });
  const stale = await city.as.orderReviewer.refusal(submissions.acceptSubmission, {
    params: { submissionId: id },
    body: { requestId: randomUUID(), version: 1 },
  });
  expect(stale).toMatchObject({ status: 409, code: 'conflict' });
  expect(stale.message).toContain('第 2 版');
  await accept(city.as.orderReviewer, id, { version: 2 });
  const { submission } = await city.as.officer.call(submissions.getSubmission, {
    params: { submissionId: id },
  });
  expect(submission.versions.map((version) => [version.version, version.quantity])).toEqual([
    [1, '2'],
    [2, '3'],
  ]);
  expect(submission.timeline.map((event) => event.actionLabel)).toEqual(['提交', '退回', '重新提交', '采纳']);
  expect(submission.entries).toHaveLength(1);
  expect(submission.entries[0]).toMatchObject({ bookedPoints: '6', byName: '治安审核甲' });
});

test('P6 the author takes back undecided work, and nothing can be done with it afterwards', async () => {
  const { id } = await report();
  const params = { submissionId: id };
  expect(
    (
      await city.as.stranger.refusal(submissions.withdrawSubmission, {
        params,
        body: { requestId: randomUUID() },
      })
    ).code,
  ).toBe('forbidden');
  const answer = await city.as.officer.call(submissions.withdrawSubmission, {
    params,
    body: { requestId: randomUUID() },
  });
  expect(answer.submission.state).toBe('withdrawn');
  const refusal = await city.as.orderReviewer.refusal(submissions.acceptSubmission, {
    params,
    body: { requestId: randomUUID(), version: 1 },
  });
  expect(refusal).toMatchObject({ status: 409, code: 'conflict' });
  expect(refusal.message).toContain('已撤回');
});

test('P8 the last instant of the 25th is in time; a millisecond later the deadline is named', async () => {
  setNow(SUBMIT_BY);
  expect((await report()).state).toBe('submitted');
  setNow(new Date(SUBMIT_BY.getTime() + 1));
  const refusal = await city.as.officer.refusal(submissions.createSubmission, { body: wish() });
  expect(refusal).toMatchObject({ status: 409, code: 'deadlinePassed' });
  expect(refusal.message).toContain('2026年9月25日24:00');
});

test('P8 where the rule takes late work it is taken as late and says so in the ledger', async () => {
  setNow(new Date(SUBMIT_BY.getTime() + 3_600_000));
  const late = await report(city.as.officer, { indicatorCode: 'task', eventCode: undefined, quantity: '1' });
  expect(late.late).toBe(true);
  await accept(city.as.orderReviewer, late.id);
  const [entry] = await entriesOf(late.id);
  expect(entry).toMatchObject({
    kind: 'measure',
    due_on: '2026-09-25',
    done_on: '2026-09-26',
    booked_points: null,
  });
});

test('P8 returned work may be corrected after the 25th, until the review ends', async () => {
  const { id } = await report();
  await city.as.orderReviewer.call(submissions.returnSubmission, {
    params: { submissionId: id },
    body: { requestId: randomUUID(), version: 1, reason: '数量不清' },
  });
  const {
    requestId: _r,
    periodId: _p,
    subjectKind: _k,
    subjectId: _s,
    indicatorCode: _i,
    ...content
  } = wish();
  const params = { submissionId: id };
  setNow(new Date('2026-09-28T16:00:01Z'));
  const refusal = await city.as.officer.refusal(submissions.resubmit, {
    params,
    body: { requestId: randomUUID(), ...content },
  });
  expect(refusal.code).toBe('deadlinePassed');
  setNow(new Date('2026-09-27T02:00:00Z'));
  await city.as.officer.call(submissions.resubmit, { params, body: { requestId: randomUUID(), ...content } });
});

test('P6 nothing is taken before a period opens or while its results are public', async () => {
  await setPeriodState(app, city.periodId, 'draft');
  expect((await city.as.officer.refusal(submissions.createSubmission, { body: wish() })).code).toBe(
    'refused',
  );
  await setPeriodState(app, city.periodId, 'inNotice');
  expect((await city.as.officer.refusal(submissions.createSubmission, { body: wish() })).code).toBe(
    'refused',
  );
});

test('P6 wrong content is told field by field before anybody reviews it', async () => {
  const problemsOf = async (more: Record<string, unknown>) =>
    (await city.as.officer.refusal(submissions.createSubmission, { body: wish(more) })).body.problems;
  expect(await problemsOf({ occurredOn: '2026-09-19' })).toMatchObject([{ path: 'occurredOn' }]);
  expect(await problemsOf({ occurredOn: '2026-08-31' })).toMatchObject([{ path: 'occurredOn' }]);
  expect(await problemsOf({ eventCode: 'unheard-of' })).toMatchObject([{ path: 'eventCode' }]);
  expect(await problemsOf({ eventCode: undefined })).toMatchObject([{ path: 'eventCode' }]);
  expect(await problemsOf({ quantity: '-1' })).toMatchObject([{ path: 'quantity' }]);
  expect(
    await problemsOf({ indicatorCode: 'visits', eventCode: undefined, quantity: undefined }),
  ).toMatchObject([{ path: 'quantity' }]);
  expect(await problemsOf({ fileIds: [randomUUID()] })).toMatchObject([{ path: 'fileIds' }]);
  const deduction = await city.as.officer.refusal(submissions.createSubmission, {
    body: wish({ indicatorCode: 'attendance', eventCode: 'late' }),
  });
  expect(deduction.message).toContain('警务督察大队');
});

test('P6 a clerk reports for the own unit and its people, and for nobody else', async () => {
  const unit = { subjectKind: 'unit' as const, subjectId: city.east.id };
  expect((await report(city.as.eastClerk, unit)).subject.name).toBe('城东派出所');
  expect((await report(city.as.eastClerk)).subject.name).toBe('周立');
  const refusal = await city.as.westClerk.refusal(submissions.createSubmission, { body: wish() });
  expect(refusal).toMatchObject({ status: 403, code: 'forbidden' });
  expect((await city.as.neighbour.refusal(submissions.createSubmission, { body: wish() })).code).toBe(
    'forbidden',
  );
  const { subjects } = await city.as.eastClerk.call(submissions.listReportSubjects, { query: {} });
  expect(subjects.map((subject) => subject.name).sort()).toEqual(['吴敏', '周立', '城东派出所']);
});

test('P8 the report form names the deadline and offers only what is reported, the used ones marked', async () => {
  await report();
  const form = await city.as.officer.call(submissions.getReportForm, { query: {} });
  const period = form.periods.find((each) => each.id === city.periodId);
  expect(period).toMatchObject({ label: '2026年9月', closed: false, submitBy: SUBMIT_BY.toISOString() });
  expect(period?.indicators.map((each) => each.code)).toEqual(['hazard', 'quality', 'task', 'visits']);
  expect(period?.indicators[0]).toMatchObject({
    ownerName: '治安管理大队',
    evidenceRule: '现场照片',
    lastUsedAt: expect.any(String),
  });
  setNow(new Date(SUBMIT_BY.getTime() + 1));
  const late = await city.as.officer.call(submissions.getReportForm, { query: {} });
  expect(late.periods[0]?.indicators.map((each) => each.code)).toEqual(['task']);
});

test('P1 every endpoint of submissions requires a session', async () => {
  const params = { submissionId: randomUUID() };
  for (const endpoint of Object.values(submissions)) {
    if (!('path' in endpoint && 'gate' in endpoint)) continue;
    const refusal = await app.visitor.refusal(endpoint, endpoint.path.includes(':') ? { params } : {});
    expect([endpoint.path, refusal.status === 401 || refusal.code === 'invalid']).toEqual([
      endpoint.path,
      true,
    ]);
  }
});
