import { randomUUID } from 'node:crypto';
import { targets } from '@mingji/contract';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestClient } from '../support/client.ts';
import { publishTestRuleSet, testRuleSet } from '../support/rule-set-content.ts';
import { seedBureau, seedOfficer, seedUnit, type TestOfficer, type TestUnit } from '../support/seed.ts';

export const now = new Date('2026-05-10T01:00:00Z');
export const year = 2026;

export interface TargetCounty {
  readonly server: TestApp;
  readonly county: TestUnit;
  readonly stations: readonly [TestUnit, TestUnit, TestUnit];
  readonly squad: TestUnit;
  readonly li: TestOfficer;
  readonly wang: TestOfficer;
  readonly office: TestClient;
  readonly officeAccountId: string;
  readonly head: TestClient;
  readonly otherHead: TestClient;
  readonly officer: TestClient;
}

/** A county of three stations; the first has a squad and two officers, and a head who splits its targets. */
export async function startTargetCounty(): Promise<TargetCounty> {
  const server = await startTestApp({ clock: () => now });
  const { db } = server;
  const city = await seedBureau(db);
  const county = await seedUnit(db, city, { name: '甲县公安局', kind: 'county' });
  const stations = [
    await seedUnit(db, county, { name: '城关派出所' }),
    await seedUnit(db, county, { name: '河东派出所' }),
    await seedUnit(db, county, { name: '河西派出所' }),
  ] as const;
  const squad = await seedUnit(db, stations[0], { name: '社区警务中队', kind: 'squad' });
  const li = await seedOfficer(db, stations[0], { name: '李某' });
  const wang = await seedOfficer(db, stations[0], { name: '王某' });
  await seedOfficer(db, squad, { name: '赵某' });
  for (const station of stations.slice(1)) await seedOfficer(db, station);
  const account = await server.makeAccount({ roles: ['office'], unit: county });
  return {
    server,
    county,
    stations,
    squad,
    li,
    wang,
    office: await server.signInAs(account.username),
    officeAccountId: account.id,
    head: await server.signInWith({ roles: ['unitHead'], unit: stations[0] }),
    otherHead: await server.signInWith({ roles: ['unitHead'], unit: stations[1] }),
    officer: await server.signInWith({ roles: ['officer'], unit: stations[0], officer: li }),
  };
}

let codes = 0;

export async function newBook({
  office,
  county,
}: TargetCounty): Promise<{ versionId: string; year: number }> {
  codes += 1;
  const content = testRuleSet('甲县公安局');
  const { id } = await publishTestRuleSet(office, county, { code: `targets-${codes}`, content });
  return { versionId: id, year };
}

export const issue = (book: { versionId: string }, rows: [unit: TestUnit, quantity: string][]) => ({
  params: { ...book, year } as never,
  body: {
    requestId: randomUUID(),
    rows: rows.map(([unit, quantity]) => ({ indicatorCode: 'inspection', unitId: unit.id, quantity })),
  },
});
export const floor = async (client: TestClient, book: object, unit: TestUnit) =>
  client.call(targets.getUnitTargets, { params: { ...book, unitId: unit.id } as never });
/** A book of its own with one root quantity for the county. */
export async function issued(place: TargetCounty, quantity: string) {
  const { office, county } = place;
  const book = await newBook(place);
  await office.call(targets.issueTargets, issue(book, [[county, quantity]]));
  const [root] = (await floor(office, book, county)).targets;
  if (!root) throw new Error('nothing was issued');
  return { book, root };
}

export const unitParts = (...parts: [TestUnit, string][]) =>
  parts.map(([unit, quantity]) => ({ kind: 'unit' as const, id: unit.id, quantity }));
export const split = (target: { id: string; splitNo: number }, parts: object[], more: object = {}) => ({
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
export const decompose = async (
  client: TestClient,
  target: { id: string; splitNo: number },
  parts: object[],
  more = {},
) => (await client.call(targets.decomposeTarget, split(target, parts, more))).target;
