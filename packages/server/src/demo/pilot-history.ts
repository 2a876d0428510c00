import { randomUUID } from 'node:crypto';
import { markedLabel, planPeriods } from '@mingji/engine';
import { openBackEntry, requestReopening } from '../modules/periods/index.ts';
import { actAs } from './act-as.ts';
import { bulkInsert } from './bulk-insert.ts';
import type { DemoAccount } from './demo-accounts.ts';
import { addDays } from './demo-calendar.ts';
import type { DemoWorld } from './demo-features.ts';
import type { DemoPeriod } from './demo-periods.ts';
import { makePeriod } from './make-period.ts';
import type { DemoRuleSet } from './rule-set-rows.ts';

/** How the city came to use the platform: a county first, then all; a trial under way, a month entered late. */
export async function makePilotHistory(world: DemoWorld): Promise<void> {
  await switchUnitsOn(world);
  await readOldNotices(world);
  const rules = smallestMonthly(world);
  const office = officeOver(world, rules);
  if (!rules || !office) return;
  const trialId = await makeTrial(world, rules);
  await requestReopening(actAs(world.deps, world.city, office, world.deps.clock()), {
    params: { periodId: trialId },
    query: undefined,
    body: {
      requestId: randomUUID(),
      action: 'reopenReview',
      reason: '试运行中发现值班备勤漏记，更正后再算一次，看名次是否变动',
      submitOn: null,
    },
  });
  await makeBackEntry(world, rules, office);
}

async function switchUnitsOn({ deps, random, city }: DemoWorld): Promise<void> {
  const { first } = await deps.db
    .selectFrom('period')
    .select((eb) => eb.fn.min<string>('from_on').as('first'))
    .where('bureau_id', '=', city.bureauId)
    .executeTakeFirstOrThrow();
  const county = city.units.find(({ kind }) => kind === 'county');
  if (!county) throw new Error('the demo city has no county');
  const row = (unitId: string, from: string, to: string | null, reason: string) => ({
    id: random.uuid(),
    bureau_id: city.bureauId,
    unit_id: unitId,
    from_on: from,
    to_on: to,
    reason,
    switched_by: city.accounts.office.id,
    switched_by_name: city.accounts.office.displayName,
    switched_at: `${addDays(from, -5)}T15:20:00+08:00`,
  });
  await bulkInsert(deps.db, 'unit_activation', [
    row(county.id, addDays(first, -92), addDays(first, -1), '局党委会定为首批试点单位'),
    row(city.root.id, first, null, '试点总结会后全市推行'),
  ]);
}

/** What people were told in the months gone by they have read. */
async function readOldNotices({ deps, city, today }: DemoWorld): Promise<void> {
  await deps.db
    .updateTable('notification')
    .set((eb) => ({ read_at: eb.ref('at') }))
    .where('bureau_id', '=', city.bureauId)
    .where('read_at', 'is', null)
    .where('at', '<', new Date(`${addDays(today, -10)}T00:00:00+08:00`))
    .execute();
}

/** A station's own months: small, so that the demo starts quickly. */
function smallestMonthly({ ruleSets, city }: DemoWorld): DemoRuleSet | undefined {
  return ruleSets.find(
    ({ plan }) =>
      plan.periods?.kind === 'month' && city.units.find(({ name }) => name === plan.unit)?.kind === 'station',
  );
}

function officeOver({ city }: DemoWorld, rules: DemoRuleSet | undefined): DemoAccount | undefined {
  const unit = city.units.find(({ name }) => name === rules?.plan.unit);
  if (!unit) return undefined;
  const county = city.units.find(({ id }) => id === unit.parentId);
  return city.accounts.all.find(
    ({ username, grants }) =>
      username.startsWith('demo-') &&
      grants.some((grant) => grant.role === 'office' && grant.unit.id === county?.id),
  );
}

async function makeTrial(world: DemoWorld, rules: DemoRuleSet): Promise<string> {
  const { deps, random, city, today } = world;
  const period = monthOf(rules, addDays(`${today.slice(0, 7)}-01`, -1));
  const label = markedLabel(period.label, { trial: true, backEntry: false });
  const id = await makePeriod(deps, random, city, rules, { ...period, label, reached: 'inNotice' });
  await deps.db.updateTable('period').set({ trial: true }).where('id', '=', id).execute();
  return id;
}

/** The month before the first one that was appraised, opened for what people still have on paper. */
async function makeBackEntry(world: DemoWorld, rules: DemoRuleSet, office: DemoAccount): Promise<void> {
  const { deps, random, city, today } = world;
  const { first } = await deps.db
    .selectFrom('period')
    .select((eb) => eb.fn.min<string>('from_on').as('first'))
    .where('rule_set_version_id', '=', rules.versionId)
    .executeTakeFirstOrThrow();
  const period = { ...monthOf(rules, addDays(first, -1)), reached: 'reviewing' as const };
  const id = await makePeriod(deps, random, city, rules, period);
  await openBackEntry(actAs(deps, city, office, deps.clock()), {
    params: { periodId: id },
    query: undefined,
    body: {
      requestId: randomUUID(),
      submitOn: addDays(today, 6),
      reviewOn: addDays(today, 9),
      reason: '启用平台之前的工作，纸质材料齐全，按局里要求补录',
    },
  });
}

function monthOf({ plan }: DemoRuleSet, day: string): DemoPeriod {
  const year = Number(day.slice(0, 4));
  const months = planPeriods(
    {
      form: 'months',
      startDay: 1,
      submitDay: plan.periods?.submitDay ?? 25,
      reviewDays: 5,
      reportDays: null,
    },
    year,
  );
  const month = months.find(({ from, to }) => from <= day && day <= to);
  if (!month) throw new Error(`no month holds ${day}`);
  return { ...month, reached: 'reviewing', until: month.to };
}
