import { randomUUID } from 'node:crypto';
import { supervision } from '@mingji/contract';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestClient } from '../support/client.ts';
import { publishTestRuleSet, testRuleSet } from '../support/rule-set-content.ts';
import { seedBureau, seedOfficer, seedUnit, type TestOfficer, type TestUnit } from '../support/seed.ts';
import { loadCalendar } from '../support/work-city.ts';

/** Monday; the targets of the year were issued on Friday 4 September, two weeks and a holiday-free day before. */
export const TODAY = new Date('2026-09-21T02:00:00Z');
export const ISSUED = new Date('2026-09-04T02:00:00Z');

export interface PressCity {
  readonly app: TestApp;
  readonly city: TestUnit;
  readonly county: TestUnit;
  readonly neighbour: TestUnit;
  readonly station: TestUnit;
  readonly far: TestUnit;
  readonly li: TestOfficer;
  readonly wang: TestOfficer;
  readonly stranger: TestOfficer;
  readonly cityVersion: string;
  readonly countyVersion: string;
  readonly as: Readonly<
    Record<
      'office' | 'countyOffice' | 'neighbourOffice' | 'head' | 'clerk' | 'leader' | 'li' | 'wang',
      TestClient
    >
  >;
  /** The server's clock, which tests move. */
  readonly clock: { now: Date };
}

/** A city with two counties; each has a station. The city and the first county run methods of their own. */
async function startPressCity(): Promise<PressCity> {
  const clock = { now: TODAY };
  const app = await startTestApp({ clock: () => clock.now });
  const { db } = app;
  const city = await seedBureau(db, { name: '江东市公安局' });
  await loadCalendar(app, city, 2026);
  const county = await seedUnit(db, city, { name: '甲县公安局', kind: 'county' });
  const neighbour = await seedUnit(db, city, { name: '乙县公安局', kind: 'county' });
  const station = await seedUnit(db, county, { name: '城关派出所' });
  const far = await seedUnit(db, neighbour, { name: '河西派出所' });
  const li = await seedOfficer(db, station, { name: '李某' });
  const wang = await seedOfficer(db, station, { name: '王某' });
  const stranger = await seedOfficer(db, far, { name: '钱某' });
  const office = await app.signInWith({ roles: ['office'], unit: city, displayName: '市考核办' });
  const countyOffice = await app.signInWith({ roles: ['office'], unit: county, displayName: '县考核办' });
  const as = {
    office,
    countyOffice,
    neighbourOffice: await app.signInWith({ roles: ['office'], unit: neighbour }),
    head: await app.signInWith({ roles: ['unitHead'], unit: station, displayName: '所长' }),
    clerk: await app.signInWith({ roles: ['unitClerk'], unit: station }),
    leader: await app.signInWith({ roles: ['supervisingLeader'], unit: county }),
    li: await app.signInWith({ roles: ['officer'], unit: station, officer: li }),
    wang: await app.signInWith({ roles: ['officer'], unit: station, officer: wang }),
  };
  const far27 = new Date('2028-01-01T00:00:00Z');
  await db.updateTable('session').set({ last_seen_at: far27, expires_at: far27 }).execute();
  const cityRules = await publishTestRuleSet(office, city, {
    code: 'city-method',
    content: { ...testRuleSet('江东市公安局'), name: '市局考核办法' },
  });
  const countyRules = await publishTestRuleSet(countyOffice, county, {
    code: 'county-method',
    content: { ...testRuleSet('甲县公安局'), name: '甲县考核办法' },
  });
  return {
    app,
    city,
    county,
    neighbour,
    station,
    far,
    li,
    wang,
    stranger,
    cityVersion: cityRules.id,
    countyVersion: countyRules.id,
    as,
    clock,
  };
}

/** A target as it stands in the table, issued on the day of the story and read by nobody. */
export async function holdTarget(
  versionId: string,
  holder: TestUnit | TestOfficer,
  more: { readonly parentId?: string | null; readonly quantity?: string; readonly openedAt?: Date } = {},
): Promise<string> {
  const id = randomUUID();
  const officer = 'policeNo' in holder;
  await place.app.db
    .insertInto('target')
    .values({
      id,
      bureau_id: place.city.bureauId,
      rule_set_version_id: versionId,
      indicator_code: 'inspection',
      year: 2026,
      parent_id: more.parentId ?? null,
      unit_id: officer ? holder.unit.id : holder.id,
      officer_id: officer ? holder.id : null,
      quantity: more.quantity ?? '10',
      issued_at: ISSUED,
      opened_at: more.openedAt ?? null,
    })
    .execute();
  return id;
}

/** Takes away what a test made, so that the next begins without late work and with the usual rules. */
async function clear({ app: { db } }: PressCity): Promise<void> {
  await db.deleteFrom('press').execute();
  await db.updateTable('target').set({ parent_id: null }).execute();
  await db.deleteFrom('target').execute();
  await db.deleteFrom('escalation_rule').execute();
  await db.deleteFrom('supervision_setting').execute();
}

export let place: PressCity;
export let as: PressCity['as'];

/** A city of the test file's own; every test begins on the same morning, with nothing late. */
export function setUpPresses(): void {
  beforeAll(async () => {
    place = await startPressCity();
    as = place.as;
  });
  afterAll(() => place.app.stop());
  beforeEach(async () => {
    place.clock.now = TODAY;
    await clear(place);
  });
}

export const matters = (client: TestClient, query: object = {}) =>
  client.call(supervision.listMatters, { query: query as never });
export const press = (more: object) => ({
  body: { requestId: randomUUID(), text: '请抓紧办理。', ...more } as never,
});
