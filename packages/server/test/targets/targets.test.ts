import { randomUUID } from 'node:crypto';
import { periods, targets } from '@mingji/contract';
import { add, exact, toText } from '@mingji/engine';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { issueTargets, undoIssuedTargets } from '../../src/modules/targets/index.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestClient } from '../support/client.ts';
import { publishTestRuleSet, testRuleSet } from '../support/rule-set-content.ts';
import { seedBureau, seedOfficer, seedUnit, type TestOfficer, type TestUnit } from '../support/seed.ts';

let server: TestApp;
let county: TestUnit;
let stations: [TestUnit, TestUnit, TestUnit];
let squad: TestUnit;
let li: TestOfficer;
let wang: TestOfficer;
let office: TestClient;
let head: TestClient;
let otherHead: TestClient;
let officer: TestClient;
let officeAccountId: string;
let codes = 0;
const now = new Date('2026-05-10T01:00:00Z');
const year = 2026;

beforeAll(async () => {
  server = await startTestApp({ clock: () => now });
  const { db } = server;
  const city = await seedBureau(db);
  county = await seedUnit(db, city, { name: '甲县公安局', kind: 'county' });
  stations = [
    await seedUnit(db, county, { name: '城关派出所' }),
    await seedUnit(db, county, { name: '河东派出所' }),
    await seedUnit(db, county, { name: '河西派出所' }),
  ];
  squad = await seedUnit(db, stations[0], { name: '社区警务中队', kind: 'squad' });
  li = await seedOfficer(db, stations[0], { name: '李某' });
  wang = await seedOfficer(db, stations[0], { name: '王某' });
  await seedOfficer(db, squad, { name: '赵某' });
  for (const station of stations.slice(1)) await seedOfficer(db, station);
  const account = await server.makeAccount({ roles: ['office'], unit: county });
  officeAccountId = account.id;
  office = await server.signInAs(account.username);
  head = await server.signInWith({ roles: ['unitHead'], unit: stations[0] });
  otherHead = await server.signInWith({ roles: ['unitHead'], unit: stations[1] });
  officer = await server.signInWith({ roles: ['officer'], unit: stations[0], officer: li });
});
afterAll(() => server.stop());

async function newBook(): Promise<{ versionId: string; year: number }> {
  codes += 1;
  const content = testRuleSet('甲县公安局');
  const { id } = await publishTestRuleSet(office, county, { code: `targets-${codes}`, content });
  return { versionId: id, year };
}
const issue = (book: { versionId: string }, rows: [unit: TestUnit, quantity: string][]) => ({
  params: { ...book, year } as never,
  body: {
    requestId: randomUUID(),
    rows: rows.map(([unit, quantity]) => ({ indicatorCode: 'inspection', unitId: unit.id, quantity })),
  },
});
const floor = async (client: TestClient, book: object, unit: TestUnit) =>
  client.call(targets.getUnitTargets, { params: { ...book, unitId: unit.id } as never });
async function issued(quantity: string) {
  const book = await newBook();
  await office.call(targets.issueTargets, issue(book, [[county, quantity]]));
  const [root] = (await floor(office, book, county)).targets;
  if (!root) throw new Error('nothing was issued');
  return { book, root };
}
const unitParts = (...parts: [TestUnit, string][]) =>
  parts.map(([unit, quantity]) => ({ kind: 'unit' as const, id: unit.id, quantity }));
const split = (target: { id: string; splitNo: number }, parts: object[], more: object = {}) => ({
  params: { targetId: target.id },
  body: {
    requestId: randomUUID(),
    expectedSplitNo: target.splitNo,
    kept: '0',
    parts: parts as never,
    overSplitReason: null,
    ...more,
  },
});
const decompose = async (
  client: TestClient,
  target: { id: string; splitNo: number },
  parts: object[],
  more = {},
) => (await client.call(targets.decomposeTarget, split(target, parts, more))).target;

/** An accepted quantity, written as the ledger has it. */
async function book(
  periodId: string,
  versionId: string,
  subject: TestUnit | TestOfficer,
  quantity: string,
  more = {},
) {
  const isOfficer = 'policeNo' in subject;
  const id = randomUUID();
  await server.db
    .insertInto('ledger_entry')
    .values({
      id,
      bureau_id: county.bureauId,
      period_id: periodId,
      rule_set_version_id: versionId,
      subject_kind: isOfficer ? 'officer' : 'unit',
      subject_id: subject.id,
      subject_unit_id: 'policeNo' in subject ? subject.unit.id : subject.id,
      indicator_code: 'inspection',
      kind: 'measure',
      quantity,
      occurred_on: '2026-05-05',
      clause: 'c2',
      reason: '检查台账',
      source_kind: 'posting',
      by_account_id: officeAccountId,
      by_name: '考核办',
      request_id: randomUUID(),
      entry_hash: Buffer.alloc(32),
      ...more,
    })
    .execute();
  return id;
}

test('P5 a quantity goes from the bureau to stations to named officers, and each floor shows what is not yet handed down', async () => {
  const { book: ofBook, root } = await issued('480');
  expect(root.figures).toMatchObject({
    issued: '480',
    handedDown: '0',
    notYetHandedDown: '480',
    actual: '0',
  });
  const split1 = await decompose(office, root, unitParts([stations[0], '200'], [stations[1], '150']), {
    kept: '30',
  });
  expect(split1.figures).toMatchObject({ handedDown: '350', kept: '30', notYetHandedDown: '100' });
  const [station] = (await floor(head, ofBook, stations[0])).targets;
  if (!station) throw new Error('the station has no target');
  const below = await decompose(head, station, [
    { kind: 'officer', id: li.id, quantity: '120' },
    ...unitParts([squad, '80']),
  ]);
  expect(below.figures).toMatchObject({ issued: '200', handedDown: '200', notYetHandedDown: '0' });
  expect(below.parts.map((part) => [part.name, part.quantity])).toEqual([
    ['社区警务中队', '80'],
    ['李某', '120'],
    ['王某', null],
  ]);
  const mine = await officer.call(targets.listMyTargets, { query: { year } as never });
  expect(mine.targets.find((target) => target.versionId === ofBook.versionId)?.figures.issued).toBe('120');
});

test('§14 over-splitting wants a reason, is shown as a negative rest, and leaves the upper target alone', async () => {
  const { root } = await issued('10');
  const parts = unitParts([stations[0], '6'], [stations[1], '6']);
  const refused = await office.refusal(targets.decomposeTarget, split(root, parts));
  expect(refused).toMatchObject({ status: 422, code: 'refused' });
  expect(refused.body.problems[0]?.path).toBe('overSplitReason');
  const target = await decompose(office, root, parts, { overSplitReason: '留有余地' });
  expect(target.figures).toMatchObject({
    issued: '10',
    notYetHandedDown: '-2',
    overSplitReason: '留有余地',
  });
  const exactSplit = await decompose(office, target, unitParts([stations[0], '10']));
  expect(exactSplit.figures).toMatchObject({ notYetHandedDown: '0', overSplitReason: null });
});

test('§14 changing and withdrawing make new versions, withdrawing takes everything below with it', async () => {
  const { book: ofBook, root } = await issued('100');
  const first = await decompose(office, root, unitParts([stations[0], '60'], [stations[1], '40']));
  const [station] = (await floor(head, ofBook, stations[0])).targets;
  if (!station) throw new Error('the station has no target');
  await decompose(head, station, [{ kind: 'officer', id: li.id, quantity: '60' }]);
  const second = await decompose(office, first, unitParts([stations[0], '50'], [stations[2], '50']));
  expect(second.parts.map((part) => [part.name, part.quantity, part.handedDown])).toEqual([
    ['城关派出所', '50', '60'],
    ['河东派出所', null, null],
    ['河西派出所', '50', null],
  ]);
  const [changed] = (await floor(head, ofBook, stations[0])).targets;
  expect(changed?.figures).toMatchObject({ issued: '50', handedDown: '60', notYetHandedDown: '-10' });
  const { target } = await head.call(targets.getTarget, { params: { targetId: station.id } });
  expect(target.revisions.map((each) => [each.revision, each.quantity, each.state])).toEqual([
    [2, '50', 'issued'],
    [1, '60', 'superseded'],
  ]);
  expect((await floor(otherHead, ofBook, stations[1])).targets).toEqual([]);

  const body = { requestId: randomUUID(), expectedRevision: second.revision, reason: '任务取消' };
  const { withdrawn } = await office.call(targets.withdrawTarget, { params: { targetId: root.id }, body });
  expect(withdrawn).toBe(4);
  expect((await floor(office, ofBook, county)).targets).toEqual([]);
  const mine = await officer.call(targets.listMyTargets, { query: { year } as never });
  expect(mine.targets.filter((each) => each.versionId === ofBook.versionId)).toEqual([]);
});

test('§14 the root’s quantity is changed with a reason; a part only by the split above it', async () => {
  const { book: ofBook, root } = await issued('100');
  const change = { requestId: randomUUID(), expectedRevision: 1, quantity: '120', reason: '市局追加' };
  const { target } = await office.call(targets.changeTarget, { params: { targetId: root.id }, body: change });
  expect(target).toMatchObject({ revision: 2, figures: { issued: '120' } });
  expect(target.timeline.at(-1)).toMatchObject({ actionLabel: '调整数量', reason: '市局追加' });
  const stale = await office.refusal(targets.changeTarget, {
    params: { targetId: target.id },
    body: { ...change, requestId: randomUUID() },
  });
  expect(stale.code).toBe('conflict');
  await decompose(office, target, unitParts([stations[0], '120']));
  const [part] = (await floor(office, ofBook, stations[0])).targets;
  const below = await office.refusal(targets.changeTarget, {
    params: { targetId: part?.id ?? '' },
    body: { ...change, requestId: randomUUID() },
  });
  expect(below.body.message).toContain('上级');
});

test('P5 two people splitting the same target at the same time: one split stands, the other is told', async () => {
  const { root } = await issued('100');
  const outcomes = await Promise.allSettled([
    decompose(office, root, unitParts([stations[0], '100'])),
    decompose(office, root, unitParts([stations[1], '100'])),
  ]);
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
  const lost = outcomes.find((outcome) => outcome.status === 'rejected');
  expect(String(lost?.reason)).toContain('刚被他人重新分解');
  const { target } = await office.call(targets.getTarget, { params: { targetId: root.id } });
  expect(target.parts.filter((part) => part.quantity !== null)).toHaveLength(1);
});

test('§14 progress rolls up, own and below, nothing twice; reversed entries and other years do not count', async () => {
  const { book: ofBook, root } = await issued('100');
  await decompose(office, root, unitParts([stations[0], '60'], [stations[1], '40']));
  const [station] = (await floor(head, ofBook, stations[0])).targets;
  if (!station) throw new Error('the station has no target');
  await decompose(head, station, [
    { kind: 'officer', id: li.id, quantity: '30' },
    ...unitParts([squad, '30']),
  ]);
  const made = await office.call(periods.createPeriods, {
    body: {
      requestId: randomUUID(),
      ruleSetVersionId: ofBook.versionId,
      year,
      plan: { form: 'months', startDay: 1, submitDay: 25, reviewDays: 5, reportDays: null },
    },
  });
  const may = made.periods[4]?.id ?? '';
  const count = (subject: TestUnit | TestOfficer, quantity: string, more = {}) =>
    book(may, ofBook.versionId, subject, quantity, more);
  await count(li, '4.5');
  await count(li, '3');
  await count(wang, '1');
  await count(stations[0], '10');
  const wrong = await count(stations[1], '7');
  await count(stations[1], '7', { kind: 'reversal', reverses: wrong, quantity: null });
  await count(county, '0.5');
  const actualOf = async (client: TestClient, unit: TestUnit) =>
    (await floor(client, ofBook, unit)).targets[0]?.figures;
  expect(await actualOf(head, stations[0])).toMatchObject({ actual: '18.5', percent: '30.8' });
  expect(await actualOf(otherHead, stations[1])).toMatchObject({ actual: '0', percent: '0.0' });
  expect(await actualOf(office, county)).toMatchObject({ actual: '19', percent: '19.0' });
  const { target } = await head.call(targets.getTarget, { params: { targetId: station.id } });
  expect(target.parts.map((part) => [part.name, part.actual])).toEqual([
    ['社区警务中队', '0'],
    ['李某', '7.5'],
    ['王某', '1'],
  ]);
});

test('P10 a target is opened when its holder first reads it, and by nobody else', async () => {
  const { book: ofBook, root } = await issued('100');
  await decompose(office, root, unitParts([stations[0], '100']));
  const openedAt = async (client: TestClient) =>
    (await floor(client, ofBook, stations[0])).targets[0]?.openedAt;
  expect(await openedAt(office)).toBeNull();
  expect((await floor(office, ofBook, county)).children[0]).toMatchObject({ targets: 1, unopened: 1 });
  expect(await openedAt(head)).toBe(now.toISOString());
  expect(await openedAt(office)).toBe(now.toISOString());
});

test('§14 the same quantity is not issued twice: not again, not above, not below', async () => {
  const { book: ofBook } = await issued('100');
  const again = await office.refusal(targets.issueTargets, issue(ofBook, [[county, '5']]));
  expect(again.body.problems[0]?.message).toContain('调整');
  const below = await office.refusal(targets.issueTargets, issue(ofBook, [[stations[0], '5']]));
  expect(below.body.problems[0]?.message).toContain('上下级');
  const free = await newBook();
  const twice = await office.refusal(
    targets.issueTargets,
    issue(free, [
      [stations[0], '5'],
      [stations[0], '6'],
    ]),
  );
  expect(twice.body.problems).toHaveLength(1);
  const negative = await office.refusal(targets.issueTargets, issue(free, [[stations[0], '-1']]));
  expect(negative.code).toBe('invalid');
  const unmeasured = issue(free, [[stations[0], '5']]);
  const event = await office.refusal(targets.issueTargets, {
    ...unmeasured,
    body: {
      ...unmeasured.body,
      rows: unmeasured.body.rows.map((row) => ({ ...row, indicatorCode: 'duty-1' })),
    },
  });
  expect(event.body.problems[0]?.message).toContain('不按数量考核');
});

test('§15 the same split again with its request id is one split', async () => {
  const { root } = await issued('100');
  const request = split(root, unitParts([stations[0], '100']));
  const [first, again] = await Promise.all([
    office.call(targets.decomposeTarget, request),
    office.call(targets.decomposeTarget, request),
  ]);
  expect(again.target.splitNo).toBe(first.target.splitNo);
  const reused = await office.refusal(targets.decomposeTarget, {
    ...request,
    body: { ...request.body, kept: '1' },
  });
  expect(reused.code).toBe('requestReused');
});

test('P1 a head splits the own unit’s targets only, to those directly below; an officer splits nothing', async () => {
  const { book: ofBook, root } = await issued('100');
  await decompose(office, root, unitParts([stations[0], '100']));
  const [station] = (await floor(office, ofBook, stations[0])).targets;
  if (!station) throw new Error('the station has no target');
  for (const client of [otherHead, officer]) {
    const refused = await client.refusal(targets.decomposeTarget, split(station, unitParts([squad, '1'])));
    expect(refused).toMatchObject({ status: 403, code: 'forbidden' });
  }
  expect((await head.refusal(targets.decomposeTarget, split(root, []))).status).toBe(403);
  const elsewhere = await head.refusal(
    targets.decomposeTarget,
    split(station, unitParts([stations[1], '1'])),
  );
  expect(elsewhere.body.problems[0]?.message).toContain('直接下级');
  expect((await head.refusal(targets.issueTargets, issue(ofBook, [[stations[0], '1']]))).status).toBe(403);
  const foreign = { params: { ...ofBook, unitId: stations[0].id } as never };
  expect((await otherHead.refusal(targets.getUnitTargets, foreign)).status).toBe(403);
  expect((await officer.refusal(targets.getUnitTargets, foreign)).status).toBe(403);
  const own = { params: { ...ofBook, officerId: li.id } as never };
  expect((await officer.call(targets.getOfficerTargets, own)).officer.name).toBe('李某');
  const other = { params: { ...ofBook, officerId: wang.id } as never };
  expect((await officer.refusal(targets.getOfficerTargets, other)).status).toBe(403);
});

test('P1 no endpoint of targets answers without a session', async () => {
  const { book: ofBook, root } = await issued('1');
  const params = { ...ofBook, targetId: root.id, unitId: county.id, officerId: li.id };
  const bodies = [issue(ofBook, [[county, '1']]).body, split(root, []).body];
  for (const endpoint of Object.values(targets)) {
    if (!('method' in endpoint) || !('gate' in endpoint)) continue;
    const change = { requestId: randomUUID(), expectedRevision: 1, quantity: '1', reason: '因' };
    const body = [...bodies, change].find(
      (each) => 'body' in endpoint && endpoint.body.safeParse(each).success,
    );
    const { quantity: _, ...withdrawal } = change;
    const refused = await server.visitor.refusal(endpoint, {
      params,
      query: { year },
      body: body ?? withdrawal,
    });
    expect([endpoint.path, refused.status]).toEqual([endpoint.path, 401]);
  }
});

test('P18 targets of an import are taken back with it while nobody worked on them', async () => {
  const ofBook = await newBook();
  const signedIn = office.session;
  const ctx = {
    deps: server.deps,
    actor: {
      accountId: officeAccountId,
      officerId: null,
      grants: [{ role: 'office' as const, unitPath: county.path }],
      bureauId: county.bureauId,
      timeZone: signedIn.bureau.timeZone,
      username: signedIn.account.username,
      displayName: signedIn.account.displayName,
    },
    now,
    address: null,
    httpRequestId: 'test',
  };
  const importBatchId = randomUUID();
  const rows = [{ indicatorCode: 'inspection', unitId: county.id, quantity: '5' }];
  const inTx = <T>(work: (tx: Parameters<typeof issueTargets>[0]) => Promise<T>) =>
    server.db.transaction().execute(work);
  await inTx((tx) => issueTargets(tx, ctx, { ...ofBook, rows, importBatchId }));
  const [root] = (await floor(office, ofBook, county)).targets;
  if (!root) throw new Error('nothing was issued');
  expect(await inTx((tx) => undoIssuedTargets(tx, county.bureauId, importBatchId))).toBe(1);
  await inTx((tx) => issueTargets(tx, ctx, { ...ofBook, rows, importBatchId }));
  const [again] = (await floor(office, ofBook, county)).targets;
  if (!again) throw new Error('nothing was issued');
  await decompose(office, again, unitParts([stations[0], '5']));
  await expect(inTx((tx) => undoIssuedTargets(tx, county.bureauId, importBatchId))).rejects.toThrow(
    '不能撤销',
  );
});

test('X5 whatever is split, issued = handed down + kept + not yet handed down', async () => {
  const { root } = await issued('50');
  let current: { id: string; splitNo: number } = root;
  const quantity = fc.integer({ min: 0, max: 4000 }).map((n) => toText(exact(`${n}/100`)));
  await fc.assert(
    fc.asyncProperty(quantity, quantity, quantity, async (a, b, kept) => {
      const target = await decompose(office, current, unitParts([stations[0], a], [stations[1], b]), {
        kept,
        overSplitReason: '测试',
      });
      current = target;
      const { figures } = target;
      const sum = [figures.handedDown, figures.kept, figures.notYetHandedDown].map(exact).reduce(add);
      expect(toText(sum)).toBe(figures.issued);
      expect(figures.overSplitReason !== null).toBe(figures.notYetHandedDown.startsWith('-'));
    }),
    { numRuns: 15 },
  );
});
