import { randomUUID } from 'node:crypto';
import type { Ctx, Deps } from '../context.ts';
import { localDay } from '../local-day.ts';
import { evaluatePeriod, publishResults, sealPeriod, startEvaluation } from '../modules/results/index.ts';
import { bulkInsert } from './bulk-insert.ts';
import { type DemoUnit, makeCityTree } from './city-tree.ts';
import { insertAppeals, insertCurrentWork } from './current-work.ts';
import { type DemoAccount, type DemoAccounts, makeAccounts } from './demo-accounts.ts';
import { addDays, type DemoMonth, demoMonths } from './demo-calendar.ts';
import { insertLedger, type LedgerPlace, ledgerRows } from './ledger-rows.ts';
import { type BookedFact, indicatorsByCode, officerMonth } from './month-work.ts';
import { insertOrganization } from './organization-rows.ts';
import { type DemoOfficer, makePeople } from './people.ts';
import { type DemoRuleSet, publishReference } from './rule-set-rows.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';
import { stationMonth } from './station-month.ts';
import { insertCityTargets, insertStationTargets } from './target-rows.ts';
import { unitMonth } from './unit-month.ts';

const SEED = 20_260_101;
const SEALED_MONTHS = 12;
const ZONE = 'Asia/Shanghai';

interface City {
  readonly bureauId: string;
  readonly root: DemoUnit;
  readonly units: readonly DemoUnit[];
  readonly officers: readonly DemoOfficer[];
  readonly accounts: DemoAccounts;
}

/**
 * The fictional 江临市: a year of sealed months and the current one half done, made from a seed and hung on today.
 * Everything that is sealed goes through the same closing, publishing and sealing as in real life.
 */
export async function makeDemoCity(deps: Deps, say: (line: string) => void): Promise<void> {
  const random = seededRandom(SEED);
  const today = localDay(deps.clock(), ZONE);
  const months = demoMonths(today, SEALED_MONTHS);
  const years = [...new Set(months.map((month) => month.year))];
  say('正在建立演示城市：机构与人员…');
  const city = makeCity(random, today);
  await deps.db
    .insertInto('bureau')
    .values({ id: city.bureauId, name: city.root.name, code: city.root.code, is_demo: true, time_zone: ZONE })
    .execute();
  await insertOrganization(deps, city.bureauId, { ...city, accounts: city.accounts.all }, random, years);
  const rules = await publishRules(deps, random, city, months);
  for (const year of years) await insertTargets(deps, random, city, rules, year);
  for (const [index, month] of months.entries()) {
    const current = index === months.length - 1;
    say(
      `正在建立演示城市：${month.label}${current ? '（进行中）' : `（第 ${index + 1} 个月，共 ${SEALED_MONTHS} 个月）`}…`,
    );
    const until = current ? today : month.lastDay;
    await makeMonth(deps, random, city, rules.city, month, until, current);
    await makeMonth(deps, random, city, rules.station, month, until, current);
  }
  await deps.db
    .updateTable('bureau')
    .set({ demo_completed_at: deps.clock() })
    .where('id', '=', city.bureauId)
    .execute();
}

function makeCity(random: SeededRandom, today: string): City {
  const units = makeCityTree(random);
  const [root] = units;
  if (!root) throw new Error('a city needs a root unit');
  const officers = makePeople(random, units, today);
  return { bureauId: random.uuid(), root, units, officers, accounts: makeAccounts(units, officers) };
}

interface Rules {
  readonly city: DemoRuleSet;
  readonly station: DemoRuleSet;
}

async function publishRules(
  deps: Deps,
  random: SeededRandom,
  city: City,
  months: readonly DemoMonth[],
): Promise<Rules> {
  const wish = {
    bureauId: city.bureauId,
    unitId: city.root.id,
    effectiveOn: months[0]?.firstDay ?? '',
    by: city.accounts.office.id,
  };
  const stations = ['station-1', 'station-2'];
  const all = ['county', 'detachment', 'officer-station', 'officer-brigade', 'officer-city'];
  return {
    city: await publishReference(deps, random, { ...wish, folder: 'city-platform', sequences: all }),
    station: await publishReference(deps, random, {
      ...wish,
      folder: 'station-targets',
      sequences: stations,
    }),
  };
}

async function insertTargets(
  deps: Deps,
  random: SeededRandom,
  city: City,
  rules: Rules,
  year: number,
): Promise<void> {
  const place = {
    bureauId: city.bureauId,
    year,
    by: city.accounts.office.id,
    issuedAt: new Date(`${year}-01-05T09:00:00+08:00`),
  };
  await insertCityTargets(
    deps,
    random,
    { ...place, versionId: rules.city.versionId },
    city.units,
    city.officers,
  );
  await insertStationTargets(deps, random, { ...place, versionId: rules.station.versionId }, city.units);
}

async function makeMonth(
  deps: Deps,
  random: SeededRandom,
  city: City,
  rules: DemoRuleSet,
  month: DemoMonth,
  until: string,
  current: boolean,
): Promise<void> {
  const periodId = random.uuid();
  await insertPeriod(deps, city, rules, month, periodId, current);
  const facts = monthFacts(random, city, rules, month, until);
  const place: LedgerPlace = {
    bureauId: city.bureauId,
    periodId,
    versionId: rules.versionId,
    ownerUnits: new Map(city.units.map((unit) => [unit.name, unit.id])),
    reviewers: city.accounts.reviewerOf,
  };
  const rows = ledgerRows(place, facts, random);
  if (!current) {
    await insertLedger(deps, rows);
    await closeMonth(deps, city, month, periodId);
    return;
  }
  const work = { bureauId: city.bureauId, periodId, now: deps.clock(), officers: city.officers };
  const booked = await insertCurrentWork(deps, random, work, rows);
  await insertLedger(deps, booked);
  const dueOn = addDays(until, 7);
  await insertAppeals(
    deps,
    random,
    work,
    booked,
    [...city.accounts.reviewerOf.values(), city.accounts.office],
    dueOn,
  );
}

function monthFacts(
  random: SeededRandom,
  city: City,
  rules: DemoRuleSet,
  month: DemoMonth,
  until: string,
): BookedFact[] {
  const byCode = indicatorsByCode(rules.ruleSet);
  if (!rules.ruleSet.appraises.includes('officer')) {
    const stations = city.units.filter((unit) => unit.kind === 'station');
    return stations.flatMap((unit) => stationMonth(random, byCode, unit, month, until));
  }
  const units = city.units.filter((unit) => unit.kind === 'county' || unit.kind === 'detachment');
  return [
    ...units.flatMap((unit) => unitMonth(random, byCode, unit, month, until)),
    ...city.officers.flatMap((officer) => officerMonth(random, byCode, officer, month, until)),
  ];
}

async function insertPeriod(
  deps: Deps,
  city: City,
  rules: DemoRuleSet,
  month: DemoMonth,
  periodId: string,
  current: boolean,
): Promise<void> {
  await bulkInsert(deps.db, 'period', [
    {
      id: periodId,
      bureau_id: city.bureauId,
      rule_set_version_id: rules.versionId,
      kind: 'month',
      label: month.label,
      from_on: month.firstDay,
      to_on: month.lastDay,
      submit_by: month.submitBy,
      review_by: `${month.lastDay}T23:59:59.999+08:00`,
      notice_days: 5,
      appeal_days: 5,
      state: current ? 'open' : 'reviewing',
      created_by: city.accounts.office.id,
      created_at: new Date(`${month.firstDay}T08:30:00+08:00`),
    },
  ]);
}

/** What the office does at the end of a month, at the moments it did so. */
async function closeMonth(deps: Deps, city: City, month: DemoMonth, periodId: string): Promise<void> {
  const at = (days: number) => new Date(`${addDays(month.lastDay, days)}T10:00:00+08:00`);
  const act = (days: number): Ctx => actAs(deps, city, city.accounts.office, at(days));
  const { evaluation } = await startEvaluation(act(1), { periodId, requestId: randomUUID() });
  await evaluatePeriod({ ...deps, clock: () => at(1) }, evaluation.id);
  await publishResults(act(2), { periodId, requestId: randomUUID() });
  await sealPeriod(act(16), { periodId, requestId: randomUUID(), earlyReason: null });
}

function actAs(deps: Deps, city: City, account: DemoAccount, now: Date): Ctx {
  return {
    // The computation is run here and now, not by a worker.
    deps: { ...deps, clock: () => now, jobs: { add: async () => {} } },
    actor: {
      accountId: account.id,
      officerId: account.officer?.id ?? null,
      grants: account.grants.map((grant) => ({ role: grant.role, unitPath: grant.unit.path })),
      bureauId: city.bureauId,
      timeZone: ZONE,
      username: account.username,
      displayName: account.displayName,
    },
    now,
    address: null,
    httpRequestId: 'demo',
  };
}
