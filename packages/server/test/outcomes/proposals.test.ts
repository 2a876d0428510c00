import { randomUUID } from 'node:crypto';
import { notifications, outcomes } from '@mingji/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countOf } from '../results/month.ts';
import type { TestClient } from '../support/client.ts';
import type { TestOfficer } from '../support/seed.ts';
import { insertYear, type ListsWorld, publishedLists, startListsWorld } from './lists-world.ts';

let world: ListsWorld;
let periodId: string;
beforeAll(async () => {
  world = await startListsWorld();
  ({ periodId } = await publishedLists(world));
});
afterAll(() => world.server.stop());

const draft = (officer: TestOfficer, more: Record<string, unknown> = {}) => ({
  body: {
    requestId: randomUUID(),
    kind: 'commendation' as const,
    subjectKind: 'officer' as const,
    subjectId: officer.id,
    reason: '当月工作成绩突出',
    evidencePeriodIds: [periodId],
    ...more,
  },
});
const drawUp = async (officer: TestOfficer, more: Record<string, unknown> = {}, who = world.office) =>
  (await who.call(outcomes.createProposal, draft(officer, more) as never)).proposal;
const at = (proposal: { id: string }, body: Record<string, unknown> = {}) => ({
  params: { proposalId: proposal.id },
  body: { requestId: randomUUID(), ...body },
});
const submit = (proposal: { id: string }, who: TestClient = world.office) =>
  who.call(outcomes.submitProposal, at(proposal) as never);
const decision = (more: Record<string, unknown> = {}) => ({
  outcome: 'agree',
  resolutionNo: '甲公党〔2026〕12号',
  decidedOn: '2026-09-26',
  ...more,
});
const shown = async (proposal: { id: string }, who = world.office) =>
  (await who.call(outcomes.getProposal, { params: { proposalId: proposal.id } })).proposal;

test('P17 a proposal carries its evidence with the place, goes to the committee and is decided with a resolution', async () => {
  const { items } = await world.office.call(outcomes.listEvidence, {
    params: { subjectKind: 'officer', subjectId: world.wang.id },
  });
  expect(items).toMatchObject([{ periodId, sealNo: null }]);
  const proposal = await drawUp(world.wang);
  const before = await shown(proposal);
  expect(before).toMatchObject({
    state: 'draft',
    basis: '考核结果作为表彰奖励的依据',
    evidence: [{ kind: 'result', fact: '得分 100.00，派出所民警序列第 1 名（共 3）' }],
    check: { blocked: false, flags: [] },
    can: { submit: true, change: true, decide: false },
  });
  await submit(proposal);
  const told = await world.committee.call(notifications.listNotifications, { query: { kind: 'outcome' } });
  expect(told.items[0]).toMatchObject({ title: '表彰奖励建议待审定' });
  await world.committee.call(outcomes.decideProposal, at(proposal, decision()) as never);
  const done = await shown(proposal);
  expect(done).toMatchObject({
    state: 'agreed',
    resolutionNo: '甲公党〔2026〕12号',
    decidedOn: '2026-09-26',
    decidedByName: '考核委员会',
    can: { submit: false, change: false, withdraw: false, decide: false },
  });
  expect(done.timeline.map((event) => event.actionLabel)).toEqual(['起草', '提交审定', '同意']);
});

test('P17 nothing happens by itself: an agreed proposal books nothing and changes no result', async () => {
  const entries = await countOf(world, 'ledger_entry');
  const rows = await countOf(world, 'result');
  const proposal = await drawUp(world.li, { kind: 'training', reason: '补短板' });
  await submit(proposal);
  await world.committee.call(outcomes.decideProposal, at(proposal, decision()) as never);
  expect([await countOf(world, 'ledger_entry'), await countOf(world, 'result')]).toEqual([entries, rows]);
});

test('P17 nobody in the last three is commended: submitting is blocked, unless the committee writes why', async () => {
  const proposal = await drawUp(world.zhao);
  expect(await shown(proposal)).toMatchObject({ check: { blocked: true }, can: { submit: false } });
  const refused = await world.office.refusal(outcomes.submitProposal, at(proposal));
  expect([refused.code, refused.message]).toEqual([
    'refused',
    expect.stringContaining('评优核查有 1 项不符合条件'),
  ]);
  const own = await world.office.refusal(outcomes.overrideCheck, at(proposal, { reason: '自行放行' }));
  expect(own.code).toBe('forbidden');
  await world.committee.call(outcomes.overrideCheck, at(proposal, { reason: '抢险救灾中表现突出' }) as never);
  const twice = await world.committee.refusal(outcomes.overrideCheck, at(proposal, { reason: '再次' }));
  expect(twice.code).toBe('conflict');
  await submit(proposal);
  await world.committee.call(outcomes.decideProposal, at(proposal, decision()) as never);
  expect(await shown(proposal)).toMatchObject({
    state: 'agreed',
    override: { reason: '抢险救灾中表现突出', byName: '考核委员会' },
  });
});

test('P17 a changed draft loses what the committee let pass; a talk needs no check', async () => {
  const proposal = await drawUp(world.zhao);
  await world.committee.call(outcomes.overrideCheck, at(proposal, { reason: '特殊贡献' }) as never);
  await world.office.call(
    outcomes.changeProposal,
    at(proposal, { kind: 'commendation', reason: '改写', evidencePeriodIds: [periodId] }) as never,
  );
  expect(await shown(proposal)).toMatchObject({ override: null, check: { blocked: true } });
  const talk = await drawUp(world.zhao, { kind: 'talk', reason: '列后三名' });
  expect((await submit(talk)).proposal.state).toBe('submitted');
});

test('P17 who drew it up does not decide, nobody decides about himself, nobody outside the committee decides', async () => {
  const both = await world.server.signInWith({ roles: ['office', 'committee'], unit: world.city });
  const proposal = await drawUp(world.wang, { kind: 'training' }, both);
  await submit(proposal, both);
  const own = await both.refusal(outcomes.decideProposal, at(proposal, decision()));
  expect([own.code, own.message]).toEqual(['forbidden', expect.stringContaining('本人')]);
  expect((await shown(proposal, both)).can.refusal).toContain('起草人');
  const member = await world.server.signInWith({
    roles: ['committee'],
    unit: world.city,
    officer: world.wang,
  });
  expect((await member.refusal(outcomes.decideProposal, at(proposal, decision()))).code).toBe('forbidden');
  expect((await world.leader.refusal(outcomes.decideProposal, at(proposal, decision()))).code).toBe(
    'forbidden',
  );
  await world.committee.call(outcomes.decideProposal, at(proposal, decision()) as never);
});

test('P17 who changed or sent a proposal that another drew up does not decide it', async () => {
  const both = await world.server.signInWith({ roles: ['office', 'committee'], unit: world.city });
  const { requestId: _, subjectKind: _kind, subjectId: _id, ...content } = draft(world.li).body;
  const changed = await drawUp(world.li, { kind: 'training' });
  await both.call(outcomes.changeProposal, at(changed, { ...content, kind: 'training' }) as never);
  await submit(changed);
  const sent = await drawUp(world.li, { kind: 'talk' });
  await submit(sent, both);
  for (const proposal of [changed, sent]) {
    expect((await shown(proposal, both)).can.decide).toBe(false);
    expect((await both.refusal(outcomes.decideProposal, at(proposal, decision()))).code).toBe('forbidden');
    await world.committee.call(outcomes.decideProposal, at(proposal, decision()) as never);
  }
});

test('P17 another county neither sees, draws up, changes nor withdraws; people without the role are refused', async () => {
  const proposal = await drawUp(world.wang, { kind: 'training' });
  const { otherOffice } = world;
  expect((await otherOffice.call(outcomes.listProposals, { query: {} })).items).toEqual([]);
  const read = await otherOffice.refusal(outcomes.getProposal, { params: { proposalId: proposal.id } });
  expect(read.code).toBe('notFound');
  expect((await otherOffice.refusal(outcomes.createProposal, draft(world.wang))).code).toBe('forbidden');
  expect((await otherOffice.refusal(outcomes.submitProposal, at(proposal))).code).toBe('forbidden');
  expect((await otherOffice.refusal(outcomes.withdrawProposal, at(proposal, { reason: '不妥' }))).code).toBe(
    'forbidden',
  );
  expect((await world.liClient.refusal(outcomes.listProposals, { query: {} })).code).toBe('forbidden');
  expect((await world.eastHead.refusal(outcomes.createProposal, draft(world.li))).code).toBe('forbidden');
});

test('P17 bad input is refused and leaves nothing: no evidence, a stranger’s result, a unit promoted, a day to come', async () => {
  const before = await countOf(world, 'outcome_proposal');
  const foreign = await world.office.refusal(
    outcomes.createProposal,
    draft(world.wang, { evidencePeriodIds: [randomUUID()] }),
  );
  expect(foreign.body.problems[0]?.path).toBe('evidencePeriodIds');
  const unit = await world.office.refusal(
    outcomes.createProposal,
    draft(world.wang, { kind: 'promotion', subjectKind: 'unit', subjectId: world.east.id }),
  );
  expect(unit.body.problems[0]?.path).toBe('kind');
  const streak = await world.office.refusal(outcomes.createProposal, draft(world.wang, { streakYear: 2025 }));
  expect(streak.body.problems[0]?.path).toBe('streakYear');
  expect(await countOf(world, 'outcome_proposal')).toBe(before);
  const bare = await drawUp(world.wang, { kind: 'training', evidencePeriodIds: [] });
  expect((await world.office.refusal(outcomes.submitProposal, at(bare))).message).toContain('还没有依据');
  const proposal = await drawUp(world.wang, { kind: 'training' });
  const early = await world.committee.refusal(outcomes.decideProposal, at(proposal, decision()));
  expect([early.code, early.message]).toEqual(['conflict', expect.stringContaining('草稿')]);
  await submit(proposal);
  const tomorrow = await world.committee.refusal(
    outcomes.decideProposal,
    at(proposal, decision({ decidedOn: '2026-09-27' })),
  );
  expect(tomorrow.body.problems[0]?.path).toBe('decidedOn');
  const silent = await world.committee.refusal(
    outcomes.decideProposal,
    at(proposal, decision({ outcome: 'decline' })),
  );
  expect(silent.message).toContain('须填写原因');
  const change = await world.office.refusal(
    outcomes.changeProposal,
    at(proposal, { kind: 'training', reason: '改' }),
  );
  expect(change.code).toBe('conflict');
  await world.committee.call(
    outcomes.decideProposal,
    at(proposal, decision({ outcome: 'decline', note: '名额已满' })) as never,
  );
  const again = await world.committee.refusal(outcomes.decideProposal, at(proposal, decision()));
  expect([again.code, again.message]).toEqual(['conflict', expect.stringContaining('未同意')]);
});

test('P17 a streak is taken up as evidence with the leader’s service', async () => {
  const { east, west } = world;
  for (const year of [2024, 2025]) {
    await insertYear(
      world,
      periodId,
      year,
      new Map([
        [east, 1],
        [west, 2],
      ]),
    );
  }
  const proposal = await drawUp(world.zhao, {
    kind: 'leadership',
    subjectKind: 'unit',
    subjectId: west.id,
    reason: '连续两年末位',
    evidencePeriodIds: [],
    streakYear: 2025,
  });
  expect((await shown(proposal)).evidence).toMatchObject([
    { kind: 'streak', fact: expect.stringContaining('连续 2 年列末位') },
  ]);
  const { items } = await world.office.call(outcomes.listStreaks, { query: { year: 2025 } });
  expect(items[0]?.proposalId).toBe(proposal.id);
});

test('P17 one resolution decides many proposals: each for itself, the checks as for one', async () => {
  const [talk, draftOnly] = [
    await drawUp(world.li, { kind: 'talk', reason: '列后三名' }),
    await drawUp(world.wang, { kind: 'training' }),
  ];
  await submit(talk);
  const many = (more: Record<string, unknown> = {}) => ({
    body: {
      requestId: randomUUID(),
      proposalIds: [talk.id, draftOnly.id, randomUUID()],
      ...decision(),
      ...more,
    } as never,
  });
  const early = await world.committee.refusal(outcomes.decideProposals, many({ decidedOn: '2027-01-01' }));
  expect(early.body.problems).toMatchObject([{ path: 'decidedOn' }]);
  expect((await world.office.refusal(outcomes.decideProposals, many())).code).toBe('forbidden');
  const answer = await world.committee.call(outcomes.decideProposals, many());
  expect(answer.decided).toEqual([talk.id]);
  expect(answer.refused).toHaveLength(2);
  expect(await shown(talk)).toMatchObject({ state: 'agreed', resolutionNo: '甲公党〔2026〕12号' });
  expect(await shown(draftOnly)).toMatchObject({ state: 'draft' });
});
