import { randomUUID } from 'node:crypto';
import { periods, targets } from '@mingji/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestClient } from '../support/client.ts';
import type { TestOfficer, TestUnit } from '../support/seed.ts';
import {
  decompose,
  floor,
  issued,
  now,
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

beforeAll(async () => {
  place = await startTargetCounty();
  ({ server, county, stations, squad, li, wang, office, officeAccountId, head, otherHead } = place);
});
afterAll(() => place.server.stop());

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

test('§14 progress rolls up, own and below, nothing twice; reversed entries and other years do not count', async () => {
  const { book: ofBook, root } = await issued(place, '100');
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
  const { book: ofBook, root } = await issued(place, '100');
  await decompose(office, root, unitParts([stations[0], '100']));
  const openedAt = async (client: TestClient) =>
    (await floor(client, ofBook, stations[0])).targets[0]?.openedAt;
  expect(await openedAt(office)).toBeNull();
  expect((await floor(office, ofBook, county)).children[0]).toMatchObject({ targets: 1, unopened: 1 });
  expect(await openedAt(head)).toBe(now.toISOString());
  expect(await openedAt(office)).toBe(now.toISOString());
});
