import { randomUUID } from 'node:crypto';
import { supervision, targets } from '@mingji/contract';
import { add, exact, toText } from '@mingji/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unitActuals } from '../../src/modules/targets/index.ts';
import type { TestClient } from '../support/client.ts';
import type { TestOfficer, TestUnit } from '../support/seed.ts';
import { loadCalendar } from '../support/work-city.ts';
import {
  decompose,
  floor,
  issued,
  startTargetCounty,
  type TargetCounty,
  unitParts,
  year,
} from './target-county.ts';

let place: TargetCounty;
beforeAll(async () => {
  place = await startTargetCounty();
  await loadCalendar(place.server, place.county, year);
});
afterAll(() => place.server.stop());

type Subject = TestUnit | TestOfficer;
const placeOf = (subject: Subject) =>
  'policeNo' in subject
    ? { subject_kind: 'officer', subject_id: subject.id, subject_unit_id: subject.unit.id }
    : { subject_kind: 'unit', subject_id: subject.id, subject_unit_id: subject.id };

/** Targets handed down to an officer, and a May and an April with work in every state. */
async function workedCounty() {
  const { book, root } = await issued(place, '100');
  const { office, head, stations, squad, li, county } = place;
  await decompose(office, root, unitParts([stations[0], '60'], [stations[1], '30']), { kept: '4' });
  const [station] = (await floor(head, book, stations[0])).targets;
  if (!station) throw new Error('the station has no target');
  await decompose(head, station, [
    { kind: 'officer', id: li.id, quantity: '40' },
    ...unitParts([squad, '20']),
  ]);
  const period = (month: number, state: string) => insertPeriod(book.versionId, month, state);
  return { book, county, april: await period(4, 'reviewing'), may: await period(5, 'open') };
}

async function insertPeriod(versionId: string, month: number, state: string): Promise<string> {
  const id = randomUUID();
  await place.server.db
    .insertInto('period')
    .values({
      id,
      bureau_id: place.county.bureauId,
      rule_set_version_id: versionId,
      kind: 'month',
      label: `2026年${month}月`,
      from_on: `2026-0${month}-01`,
      to_on: `2026-0${month}-28`,
      submit_by: new Date(`2026-0${month}-25T16:00:00Z`),
      review_by: new Date(`2026-0${month}-28T16:00:00Z`),
      state,
    })
    .execute();
  return id;
}

async function submit(periodId: string, subject: Subject, state: string): Promise<void> {
  const { db } = place.server;
  const id = randomUUID();
  await db
    .insertInto('submission')
    .values({
      id,
      bureau_id: place.county.bureauId,
      period_id: periodId,
      indicator_code: 'inspection',
      ...placeOf(subject),
      owner_unit_id: place.county.id,
      author_account_id: place.officeAccountId,
      state,
      decided_at: state === 'submitted' ? null : new Date('2026-05-04T01:00:00Z'),
      decided_by: state === 'submitted' ? null : place.officeAccountId,
    })
    .execute();
  await db
    .insertInto('submission_version')
    .values({
      submission_id: id,
      version: 1,
      title: '检查',
      description: '',
      occurred_on: '2026-05-03',
      by_account_id: place.officeAccountId,
    })
    .execute();
}

async function entry(periodId: string, versionId: string, subject: Subject, values: object): Promise<string> {
  const id = randomUUID();
  await place.server.db
    .insertInto('ledger_entry')
    .values({
      id,
      bureau_id: place.county.bureauId,
      period_id: periodId,
      rule_set_version_id: versionId,
      ...placeOf(subject),
      indicator_code: 'duty-1',
      kind: 'event',
      occurred_on: '2026-05-05',
      clause: 'c1',
      reason: '抽查',
      source_kind: 'posting',
      by_account_id: place.officeAccountId,
      by_name: '考核办',
      request_id: randomUUID(),
      entry_hash: Buffer.alloc(32),
      ...values,
    })
    .execute();
  return id;
}

const progress = (client: TestClient, book: object, unit: TestUnit, query: object = {}) =>
  client.call(targets.getUnitProgress, {
    params: { ...book, unitId: unit.id } as never,
    query: query as never,
  });
const counts = ['issued', 'opened', 'stuck', 'submitted', 'waiting', 'returned', 'accepted', 'late'] as const;
const ruleSetOf = async (versionId: string) =>
  (
    await place.server.db
      .selectFrom('rule_set_version')
      .select('rule_set_id')
      .where('id', '=', versionId)
      .executeTakeFirstOrThrow()
  ).rule_set_id;
const summed = (rows: readonly targets.FloorRow[]): Record<string, unknown> => ({
  ...Object.fromEntries(counts.map((key) => [key, rows.reduce((sum, row) => sum + (row[key] ?? 0), 0)])),
  points: toText(rows.map((row) => exact(row.points)).reduce(add, exact('0'))),
});

test('P10 P1 every floor shows issued, opened, submitted, accepted, late, scored, and the whole is the sum of what is below', async () => {
  const { book, may, april } = await workedCounty();
  const { office, head, stations, squad, li, wang, county } = place;
  for (const state of ['submitted', 'accepted', 'accepted', 'returned', 'withdrawn'])
    await submit(may, li, state);
  await submit(may, wang, 'accepted');
  await submit(may, squad, 'submitted');
  await submit(may, county, 'accepted');
  await submit(april, li, 'accepted');
  await entry(may, book.versionId, li, { booked_points: '-1.5' });
  await entry(may, book.versionId, stations[1], { booked_points: '2.25' });
  await entry(april, book.versionId, li, { booked_points: '-7' });
  const wrong = await entry(may, book.versionId, wang, { booked_points: '-3' });
  await entry(may, book.versionId, wang, { kind: 'reversal', reverses: wrong });

  const seen = await progress(office, book, county);
  expect(seen.periods.map(({ name }) => name)).toEqual(['2026年5月', '2026年4月']);
  expect(seen.periodId).toBe(may);
  // The county's, two stations', the squad's and Li's; the head has read the station's; the county keeps 6, the other
  // station all of its 30 and the squad its 20 undivided.
  expect(seen.total).toMatchObject({
    issued: 5,
    opened: 1,
    stuck: 3,
    submitted: 7,
    waiting: 2,
    returned: 1,
    accepted: 4,
    points: '0.75',
  });
  expect(summed(seen.rows)).toEqual(
    Object.fromEntries([...counts, 'points'].map((key) => [key, seen.total[key as 'points']])),
  );
  const row = (name: string) => seen.rows.find((each) => each.name === name);
  expect(row('城关派出所')).toMatchObject({ issued: 3, submitted: 6, accepted: 3, points: '-1.5' });
  expect(row('河东派出所')).toMatchObject({ issued: 1, submitted: 0, stuck: 1, points: '2.25' });
  expect(row('甲县公安局本级')).toMatchObject({ kind: 'own', issued: 1, accepted: 1 });

  const below = await progress(head, book, stations[0]);
  const { late: _l, ...station } = summed(below.rows);
  expect(row('城关派出所')).toMatchObject(station);
  expect(below.rows.find(({ name }) => name === '李某')).toMatchObject({
    kind: 'officer',
    submitted: 4,
    accepted: 2,
  });
  const year = await progress(office, book, county, { period: 'all' });
  expect(year.total).toMatchObject({ submitted: 8, points: '-6.25' });
  expect(year.periodId).toBeNull();
  expect(year.indicators.find(({ code }) => code === 'duty-1')).toMatchObject({
    points: '-6.25',
    submitted: 0,
  });
  const { total: ofLi } = await place.officer.call(targets.getOfficerProgress, {
    params: { ...book, officerId: li.id } as never,
    query: {},
  });
  expect(ofLi).toMatchObject({ issued: 1, submitted: 4, accepted: 2, points: '-1.5' });
});

test('P5 X5 of one indicator the quantities and what is done add up to the unit’s own, the rest stands at itself', async () => {
  const { book, may } = await workedCounty();
  const { office, stations, li, squad, county } = place;
  const measure = { kind: 'measure', indicator_code: 'inspection', clause: 'c2' };
  await entry(may, book.versionId, li, { ...measure, quantity: '4.5' });
  await entry(may, book.versionId, stations[1], { ...measure, quantity: '6' });
  await entry(may, book.versionId, squad, { ...measure, quantity: '1' });
  await entry(may, book.versionId, county, { ...measure, quantity: '0.5' });
  const seen = await progress(office, book, county, { indicator: 'inspection' });
  expect(seen.total).toMatchObject({ quantity: '100', actual: '12', percent: '12.0', late: null });
  expect(seen.rows.map(({ name, quantity, actual }) => [name, quantity, actual])).toEqual([
    ['甲县公安局本级', '10', '0.5'],
    ['城关派出所', '60', '5.5'],
    ['河东派出所', '30', '6'],
    ['河西派出所', null, '0'],
  ]);
  const sum = (key: 'quantity' | 'actual') =>
    toText(seen.rows.map((row) => exact(row[key] ?? '0')).reduce(add, exact('0')));
  expect([sum('quantity'), sum('actual')]).toEqual(['100', '12']);
});

test('P10 late at a floor is what supervision lists below it', async () => {
  const { book, may } = await workedCounty();
  const { office, li, stations, county } = place;
  await submit(may, li, 'returned');
  const { total, rows } = await progress(office, book, county);
  // Returned on Monday the 4th with three working days: over on Thursday the 7th, seen on Sunday the 10th.
  const listed = await office.call(supervision.listMatters, {
    query: { state: 'late', ruleSetId: await ruleSetOf(book.versionId) } as never,
  });
  expect([total.late, listed.total]).toEqual([1, 1]);
  expect(rows.find(({ name }) => name === '城关派出所')?.late).toBe(1);
  const below = (await progress(place.head, book, stations[0])).rows;
  expect(below.find(({ name }) => name === '李某')?.late).toBe(1);
});

test('P8 P10 after a period’s close who handed in nothing stands in its history and is pressed by nobody', async () => {
  const { book, april, may } = await workedCounty();
  const { office, li, county } = place;
  await submit(may, li, 'submitted');
  const silentIn = async (period: string) => {
    const seen = await progress(office, book, county, { period });
    const station = seen.rows.find(({ name }) => name === '城关派出所');
    return [seen.handingIn, seen.total.silent, station?.silent];
  };
  expect(await silentIn(april)).toEqual([false, 5, 3]);
  expect(await silentIn(may)).toEqual([true, 4, 2]);
  const listed = await office.call(supervision.listMatters, {
    query: { state: 'all', kind: 'nothingSubmitted', ruleSetId: await ruleSetOf(book.versionId) } as never,
  });
  expect(listed.items.map(({ title }) => title)).not.toContain('2026年4月尚未填报');
});

test('P1 a floor’s progress is refused to a neighbour, to an officer, and for a period of another book', async () => {
  const { book } = await workedCounty();
  const other = await workedCounty();
  const { otherHead, officer, stations, office, county, wang } = place;
  const params = { ...book, unitId: stations[0].id };
  expect(await otherHead.refusal(targets.getUnitProgress, { params })).toMatchObject({ status: 403 });
  expect(await officer.refusal(targets.getUnitProgress, { params })).toMatchObject({ status: 403 });
  expect(
    await officer.refusal(targets.getOfficerProgress, { params: { ...book, officerId: wang.id } }),
  ).toMatchObject({ status: 403 });
  const foreign = { params: { ...book, unitId: county.id }, query: { period: other.may } };
  expect(await office.refusal(targets.getUnitProgress, foreign)).toMatchObject({ status: 404 });
});

test('§14 what the unit above all others counts is the same by itself and among others, reversed work left out', async () => {
  const { db } = place.server;
  const top = await db
    .selectFrom('unit')
    .select('id')
    .where('bureau_id', '=', place.county.bureauId)
    .where('parent_id', 'is', null)
    .executeTakeFirstOrThrow();
  const { book } = await issued(place, '100');
  const may = await insertPeriod(book.versionId, 6, 'open');
  const measure = { kind: 'measure', indicator_code: 'inspection' };
  await entry(may, book.versionId, place.li, { ...measure, quantity: '2.50' });
  await entry(may, book.versionId, place.stations[1], { ...measure, quantity: '3' });
  const wrong = await entry(may, book.versionId, place.wang, { ...measure, quantity: '7' });
  await entry(may, book.versionId, place.wang, { kind: 'reversal', reverses: wrong });
  const key = { bureauId: place.county.bureauId, ruleSetId: await ruleSetOf(book.versionId), year };
  const alone = await unitActuals(db, key, [top.id]);
  const among = await unitActuals(db, key, [top.id, place.stations[1].id]);
  expect(alone('inspection', top.id)).toBe('5.5');
  expect(among('inspection', top.id)).toBe('5.5');
  expect(among('inspection', place.stations[1].id)).toBe('3');
});
