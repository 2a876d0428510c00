import type { RuleSet } from '@mingji/engine';
import type { Deps } from '../context.ts';
import { localDay } from '../local-day.ts';
import { type City, ZONE } from './city.ts';
import { makeCityTree } from './city-tree.ts';
import { makeAccounts } from './demo-accounts.ts';
import { demoFeatures } from './demo-features.ts';
import { type DemoPeriod, demoPeriods, operationPeriod } from './demo-periods.ts';
import { type DemoOperation, type DemoPlan, type DemoPlans, readDemoPlans } from './demo-plan.ts';
import { makePeriod } from './make-period.ts';
import { insertNextVersion } from './next-version.ts';
import { insertOperation, rulesFor } from './operation-rows.ts';
import { insertOrganization } from './organization-rows.ts';
import { makePeople } from './people.ts';
import { type DemoRuleSet, publishReference } from './rule-set-rows.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';
import { subjectsOf } from './subjects.ts';
import { insertTargets } from './target-rows.ts';

const SEED = 20_260_101;
/** One period of one method, to be made in the order in which the real ones ended. */
interface Turn {
  readonly rules: DemoRuleSet;
  readonly period: DemoPeriod;
  readonly operation?: DemoOperation;
}

/**
 * The fictional 江临市 under every rule set of the repository that has a plan for it: sealed periods and those in
 * progress, made from a seed and hung on today. Everything that is sealed goes through the same closing, publishing
 * and sealing as in real life.
 */
export async function makeDemoCity(deps: Deps, say: (line: string) => void): Promise<void> {
  const random = seededRandom(SEED);
  const today = localDay(deps.clock(), ZONE);
  const plans = await readDemoPlans();
  const windows = plans.ruleSets.map((plan) => ({
    plan,
    periods: plan.periods === undefined ? [] : demoPeriods(plan.periods, today),
  }));
  const years = [
    ...new Set([Number(today.slice(0, 4)), ...windows.flatMap(({ periods }) => periods.flatMap(yearsOf))]),
  ].sort();
  say('正在建立演示城市：机构与人员…');
  const city = makeCity(random, today, plans);
  await deps.db
    .insertInto('bureau')
    .values({ id: city.bureauId, name: city.root.name, code: city.root.code, is_demo: true, time_zone: ZONE })
    .execute();
  await insertOrganization(deps, city.bureauId, { ...city, accounts: city.accounts.all }, random, years);
  const turns: Turn[] = [];
  const made: DemoRuleSet[] = [];
  for (const { plan, periods } of windows) {
    const effectiveOn = periods[0]?.from ?? `${years[0]}-01-01`;
    const rules = await publish(deps, random, city, plan, {
      effectiveOn,
      above: made.map(({ ruleSet }) => ruleSet),
    });
    made.push(rules);
    for (const year of years) await issueTargets(deps, random, city, rules, year);
    turns.push(...periods.map((period) => ({ rules, period })));
  }
  for (const operation of plans.operations) {
    const rules = made.find(({ plan }) => plan.folder === operation.folder);
    if (!rules) throw new Error(`rule-sets/demo.yaml: no rule set ${operation.folder}`);
    turns.push({ rules: rulesFor(rules, operation), period: operationPeriod(operation, today), operation });
  }
  turns.sort((a, b) => (a.period.to < b.period.to ? -1 : a.period.to > b.period.to ? 1 : 0));
  for (const [index, { rules, period, operation }] of turns.entries()) {
    say(`正在建立演示城市：${rules.ruleSet.name} ${period.label}（${index + 1}/${turns.length}）…`);
    await makePeriod(deps, random, city, rules, period, async (periodId) => {
      if (operation) await insertOperation(deps, random, city, rules, operation, period, periodId);
    });
  }
  for (const rules of made) await insertNextVersion(deps, random, city, rules);
  for (const { title, seed, make } of demoFeatures) {
    say(`正在建立演示城市：${title}…`);
    await make({ deps, random: seededRandom(seed), city, ruleSets: made, today });
  }
  await deps.db
    .updateTable('bureau')
    .set({ demo_completed_at: deps.clock() })
    .where('id', '=', city.bureauId)
    .execute();
}

/** A window may begin in the year before it ends. */
function yearsOf({ from, to }: DemoPeriod): number[] {
  return [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
}

function makeCity(random: SeededRandom, today: string, plans: DemoPlans): City {
  const units = makeCityTree(random);
  const [root] = units;
  if (!root) throw new Error('a city needs a root unit');
  const officers = makePeople(random, units, today);
  return {
    bureauId: random.uuid(),
    root,
    units,
    officers,
    accounts: makeAccounts(units, officers),
    sequences: plans.sequences,
  };
}

async function publish(
  deps: Deps,
  random: SeededRandom,
  city: City,
  plan: DemoPlan,
  wish: { readonly effectiveOn: string; readonly above: readonly RuleSet[] },
): Promise<DemoRuleSet> {
  const unit = city.units.find(({ name }) => name === plan.unit);
  if (!unit) throw new Error(`rule-sets/demo.yaml: no unit ${plan.unit}`);
  return await publishReference(deps, random, plan, {
    bureauId: city.bureauId,
    ...wish,
    unitId: unit.id,
    by: city.accounts.office.id,
  });
}

async function issueTargets(
  deps: Deps,
  random: SeededRandom,
  city: City,
  rules: DemoRuleSet,
  year: number,
): Promise<void> {
  const place = {
    bureauId: city.bureauId,
    versionId: rules.versionId,
    year,
    by: city.accounts.office.id,
    issuedAt: new Date(`${year}-01-05T09:00:00+08:00`),
  };
  // A method's quantities begin with the unit it belongs to: a county's own are not the city's to issue (P1).
  const owner = city.units.find(({ name }) => name === rules.plan.unit);
  const units = city.units.filter(({ path }) => path.startsWith(owner?.path ?? ''));
  await insertTargets(deps, random, place, rules, subjectsOf(city, rules), { ...city, units });
}
