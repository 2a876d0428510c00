import { randomUUID } from 'node:crypto';
import { entries, matterSplits, rechecks, submissions } from '@mingji/contract';
import { expect, test } from 'vitest';
import type { TestOfficer } from '../support/seed.ts';
import {
  accept,
  app,
  booked,
  checker,
  city,
  named,
  periodId,
  report,
  setUpSharedMatters,
  splitOf,
  third,
  told,
  wish,
} from './shared-matters.ts';

setUpSharedMatters();

test('P2 the reviewer sees who gets what and that it balances; one acceptance books it all as one matter', async () => {
  const { id } = await report(named(city.neighbour, third));
  const before = await splitOf(id);
  expect(told(before)).toEqual([
    '周立 主办 2',
    '吴敏 协办 0.5',
    '许佳 协办 0.5',
    '城东派出所 所在单位 1',
    '秦所 主要负责人 0.5',
  ]);
  expect(before?.balance).toEqual({ standard: '3', given: '3', rest: '0' });
  await accept(id);
  const rows = await booked(id);
  expect(rows.map((row) => [row.role_code, row.booked_points])).toEqual([
    ['lead', '2'],
    ['assist', '0.5'],
    ['assist', '0.5'],
    ['unit', '1'],
    ['leader', '0.5'],
  ]);
  expect(new Set(rows.map((row) => row.matter_key)).size).toBe(1);
  expect(new Set(rows.map((row) => row.request_id)).size).toBe(1);
  expect(await splitOf(id)).toMatchObject({ booked: true, balance: { rest: '0' } });
});

test('P2 who is named is told when it is handed in, and sees the entry in his own log', async () => {
  const { id } = await report(named(city.neighbour));
  const notices = await app.db
    .selectFrom('notification')
    .innerJoin('account', 'account.id', 'notification.account_id')
    .select('account.officer_id')
    .where('kind', '=', 'named')
    .where('about_id', '=', id)
    .execute();
  expect(notices).toEqual([{ officer_id: city.neighbour.id }]);
  await accept(id);
  const log = await city.as.neighbour.call(entries.listEntries, { query: { log: 'mine', pageSize: 50 } });
  const own = log.items.find((entry) => entry.source.id === id);
  expect(own?.bookedPoints).toBe('1');
  const { peers } = await city.as.neighbour.call(matterSplits.getEntryPeers, {
    params: { entryId: own?.id ?? '' },
  });
  expect(peers.map(({ subject, points }) => [subject.name, points])).toContainEqual(['周立', null]);
  const params = { submissionId: id };
  const { split } = await city.as.officer.call(matterSplits.getSubmissionSplit, { params });
  expect([split?.balance, ...(split?.parts.map(({ points }) => points) ?? [])]).toEqual([
    null,
    '2',
    null,
    null,
    null,
  ]);
});

test('P2 who worked alone has the full points; unit and leader follow the rule', async () => {
  const { id } = await report();
  expect(told(await splitOf(id))).toEqual(['周立 全分 3', '城东派出所 所在单位 1', '秦所 主要负责人 0.5']);
});

test('N9 an event without roles touches its subject alone, and booking to the unit touches no officer', async () => {
  const { id } = await report({ eventCode: 'found', quantity: '2' });
  expect(await splitOf(id)).toBeNull();
  await accept(id);
  expect((await booked(id)).map((row) => row.subject_id)).toEqual([city.officer.id]);
  const { submission } = await city.as.eastHead.call(submissions.createSubmission, {
    body: wish({ subjectKind: 'unit', subjectId: city.east.id, eventCode: 'found', quantity: '1' }),
  });
  await accept(submission.id);
  expect((await booked(submission.id)).map((row) => row.subject_kind)).toEqual(['unit']);
});

test('X5 two who report the same matter get no more than its standard: the second is refused, nothing of it is booked', async () => {
  const first = await report({ matterKey: '刑〔2026〕18号', ...named(third) });
  await accept(first.id);
  const second = (
    await city.as.neighbour.call(submissions.createSubmission, {
      body: wish({ subjectId: city.neighbour.id, matterKey: '刑〔2026〕18号', ...named(third) }),
    })
  ).submission;
  const refused = await city.as.orderReviewer.refusal(submissions.acceptSubmission, {
    params: { submissionId: second.id },
    body: { requestId: randomUUID(), version: 1 },
  });
  expect(refused.body.message).toContain('超过标准');
  expect(await booked(second.id)).toEqual([]);
  const state = await app.db
    .selectFrom('submission')
    .select('state')
    .where('id', '=', second.id)
    .executeTakeFirst();
  expect(state?.state).toBe('submitted');
});

test('P2 correcting one part names the others and leaves them', async () => {
  const { id } = await report(named(city.neighbour));
  await accept(id);
  const [lead] = await booked(id);
  const { peers } = await city.as.orderReviewer.call(matterSplits.getEntryPeers, {
    params: { entryId: lead?.id ?? '' },
  });
  expect(peers.map(({ subject, roleName, points }) => `${subject.name} ${roleName} ${points}`)).toEqual([
    '吴敏 协办 1',
    '城东派出所 所在单位 1',
    '秦所 主要负责人 0.5',
  ]);
  await city.as.orderReviewer2.call(entries.correctEntry, {
    params: { entryId: lead?.id ?? '' },
    body: { requestId: randomUUID(), reason: '核实非本人主办', replacement: null, fileIds: [] },
  });
  const audit = await app.db
    .selectFrom('audit_event')
    .select('summary')
    .where('action', '=', 'entry.corrected')
    .where('subject_id', '=', lead?.id ?? '')
    .executeTakeFirst();
  expect(audit?.summary).toContain('吴敏（协办）');
  expect((await splitOf(id))?.parts.map(({ reversed }) => reversed)).toEqual([true, false, false, false]);
});

test('P2 bad names are refused with their place: twice, oneself, another branch, a role the event has not', async () => {
  const refusal = async (more: Record<string, unknown>) =>
    (await city.as.officer.refusal(submissions.createSubmission, { body: wish(more) })).body;
  const twice = await refusal(named(city.neighbour, city.neighbour));
  expect(twice.problems).toMatchObject([
    { path: 'participants.1', message: expect.stringContaining('两次') },
  ]);
  expect((await refusal(named(city.officer))).message).toContain('填报对象本人');
  expect((await refusal(named(city.stranger))).message).toContain('城西派出所');
  const role = { participants: [{ officerId: city.neighbour.id, role: 'leader' }] };
  expect((await refusal(role)).message).toContain('协办');
  expect((await refusal({ ...named(city.neighbour), eventCode: 'found' })).message).toContain(
    '没有规定共同办理',
  );
});

test('P2 nobody decides what would also be booked to himself', async () => {
  const { id } = await report(named(third));
  const refused = await checker.refusal(submissions.acceptSubmission, {
    params: { submissionId: id },
    body: { requestId: randomUUID(), version: 1 },
  });
  expect(refused.body).toMatchObject({ code: 'forbidden', message: expect.stringContaining('您本人名下') });
});

test('X10 a second look corrects the subject’s own part, and is given to nobody who has a part', async () => {
  const { id } = await report(named(third));
  await accept(id);
  const draw = (checkerId: string) => ({
    body: {
      requestId: randomUUID(),
      title: '抽查',
      from: '2026-09-18',
      to: '2026-09-18',
      periodId,
      wantedKind: 'percent' as const,
      wanted: 100,
      checkerIds: [checkerId],
    },
  });
  const refused = await city.as.office.refusal(rechecks.drawRecheck, draw(checker.session.account.id));
  expect(refused.message).toContain('找不到可以复核的人');
  const { draw: made } = await city.as.office.call(
    rechecks.drawRecheck,
    draw(city.as.orderReviewer2.session.account.id),
  );
  const { cases } = await city.as.office.call(rechecks.getRecheckDraw, { params: { drawId: made.id } });
  const own = cases.find(({ submission }) => submission.id === id);
  expect(own?.submission.bookedPoints).toBe('2');
  const params = { caseId: own?.id ?? '' };
  await app.db
    .updateTable('recheck_case')
    .set({ assignee_account_id: checker.session.account.id })
    .where('id', '=', params.caseId)
    .execute();
  const body = { outcome: 'upheld' as const };
  const part = await checker.refusal(rechecks.decideRecheck, {
    params,
    body: { requestId: randomUUID(), ...body },
  });
  expect([part.code, part.message]).toEqual(['forbidden', expect.stringContaining('您本人名下')]);
  await app.db
    .updateTable('recheck_case')
    .set({ assignee_account_id: city.as.orderReviewer2.session.account.id })
    .where('id', '=', params.caseId)
    .execute();
  await city.as.orderReviewer2.call(rechecks.decideRecheck, {
    params,
    body: { requestId: randomUUID(), outcome: 'corrected', reason: '核实非本人主办', replacement: null },
  });
  expect((await splitOf(id))?.parts.map(({ reversed }) => reversed)).toEqual([true, false, false, false]);
});

test('P2 co-workers are found up and down the line of the own unit only', async () => {
  const { officers } = await city.as.officer.call(matterSplits.listCoWorkers, {
    query: { subjectId: city.officer.id },
  });
  expect(officers.map(({ name }) => name).sort()).toEqual(['吴敏', '秦所', '许佳'].sort());
  const refused = await city.as.officer.refusal(matterSplits.listCoWorkers, {
    query: { subjectId: city.neighbour.id },
  });
  expect(refused.body.code).toBe('forbidden');
});

test('P2 a finding that is posted books the parts of unit and leader with it', async () => {
  const peersOf = async (officer: TestOfficer) => {
    const { entry } = await city.as.orderReviewer.call(entries.postEntry, {
      body: {
        requestId: randomUUID(),
        periodId,
        subjectKind: 'officer',
        subjectId: officer.id,
        indicatorCode: 'hazard',
        eventCode: 'solved',
        occurredOn: '2026-09-17',
        reason: '督办案件告破',
        fileIds: [],
      },
    });
    const { peers } = await city.as.orderReviewer.call(matterSplits.getEntryPeers, {
      params: { entryId: entry.id },
    });
    return peers.map(({ subject, roleName, points }) => `${subject.name} ${roleName} ${points}`);
  };
  expect(await peersOf(city.neighbour)).toEqual(['城东派出所 所在单位 1', '秦所 主要负责人 0.5']);
  // The west station is in no sequence: it is not appraised, and nobody heads it by a grant.
  expect(await peersOf(city.stranger)).toEqual([]);
});
