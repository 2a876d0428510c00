import { randomUUID } from 'node:crypto';
import { targets } from '@mingji/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { issueTargets, undoIssuedTargets } from '../../src/modules/targets/index.ts';
import {
  decompose,
  floor,
  issue,
  issued,
  newBook,
  now,
  split,
  startTargetCounty,
  type TargetCounty,
  unitParts,
  year,
} from './target-county.ts';

let place: TargetCounty;
let server: TargetCounty['server'];
let county: TargetCounty['county'];
let stations: TargetCounty['stations'];
let squad: TargetCounty['squad'];
let li: TargetCounty['li'];
let wang: TargetCounty['wang'];
let office: TargetCounty['office'];
let officeAccountId: TargetCounty['officeAccountId'];
let head: TargetCounty['head'];
let otherHead: TargetCounty['otherHead'];
let officer: TargetCounty['officer'];

beforeAll(async () => {
  place = await startTargetCounty();
  ({ server, county, stations, squad, li, wang, office, officeAccountId, head, otherHead, officer } = place);
});
afterAll(() => place.server.stop());

test('§14 the same quantity is not issued twice: not again, not above, not below', async () => {
  const { book: ofBook } = await issued(place, '100');
  const again = await office.refusal(targets.issueTargets, issue(ofBook, [[county, '5']]));
  expect(again.body.problems[0]?.message).toContain('调整');
  const below = await office.refusal(targets.issueTargets, issue(ofBook, [[stations[0], '5']]));
  expect(below.body.problems[0]?.message).toContain('上下级');
  const free = await newBook(place);
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
  const { root } = await issued(place, '100');
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
  const { book: ofBook, root } = await issued(place, '100');
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
  const { book: ofBook, root } = await issued(place, '1');
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
  const ofBook = await newBook(place);
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
