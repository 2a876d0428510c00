import { ruleSetFormat } from '@mingji/contract';
import { type Indicator, type RuleSet, ruleSetBytes } from '@mingji/engine';
import type { Deps } from '../context.ts';
import { bulkInsert, hexBytes } from './bulk-insert.ts';
import type { City } from './city.ts';
import type { DemoAccount } from './demo-accounts.ts';
import type { DemoNext } from './demo-plan.ts';
import type { DemoRuleSet } from './rule-set-rows.ts';
import type { SeededRandom } from './seeded-random.ts';

const VERSION = 2;
const DAY_MS = 86_400_000;

/** The next version of a method, in progress: a draft of the office, or sent up for filing already (X7, Q6). */
export async function insertNextVersion(
  deps: Deps,
  random: SeededRandom,
  city: City,
  rules: DemoRuleSet,
): Promise<void> {
  const { next, unit: unitName } = rules.plan;
  const unit = city.units.find(({ name }) => name === unitName);
  if (next === undefined || unit === undefined) return;
  const content = withChanges(rules.ruleSet, next);
  const author = officeOf(city, unit.id);
  const versionId = random.uuid();
  const at = new Date(deps.clock().getTime() - 2 * DAY_MS);
  await bulkInsert(deps.db, 'rule_set_version', [
    {
      id: versionId,
      bureau_id: city.bureauId,
      rule_set_id: rules.ruleSetId,
      version: VERSION,
      state: next.filing === undefined ? 'draft' : 'submitted',
      content,
      sign_offs: [],
      created_by: author.id,
      created_at: new Date(at.getTime() - 5 * DAY_MS),
      updated_at: at,
    },
  ]);
  if (next.filing === undefined || unit.parentId === null) return;
  await bulkInsert(deps.db, 'rule_set_filing', [
    {
      id: random.uuid(),
      bureau_id: city.bureauId,
      rule_set_version_id: versionId,
      receiver_unit_id: unit.parentId,
      state: 'pending',
      content_hash: hexBytes(deps.crypto.sm3(ruleSetBytes(content))),
      note: next.filing,
      submitted_by: author.id,
      submitted_at: at,
    },
  ]);
}

/** Clauses by their id, indicators by their code: what is there is replaced, what is new stands last. */
function withChanges(ruleSet: RuleSet, next: DemoNext): RuleSet {
  const items = new Set(ruleSet.modules.flatMap((module) => module.items.map(({ code }) => code)));
  const lost = next.indicators.find(({ item }) => !items.has(item));
  if (lost) throw new Error(`rule-sets/demo.yaml: ${ruleSet.name} has no item ${lost.item}`);
  const clauses = next.clauses.reduce((all, clause) => put(all, clause, 'id'), ruleSet.clauses);
  const modules = ruleSet.modules.map((module) => ({
    ...module,
    items: module.items.map((item) => ({
      ...item,
      indicators: next.indicators
        .filter((change) => change.item === item.code)
        .reduce((all, change) => put(all, change.indicator as Indicator, 'code'), item.indicators),
    })),
  }));
  return ruleSetFormat.parse({ ...ruleSet, version: String(VERSION), clauses, modules }) as RuleSet;
}

function put<T>(all: readonly T[], one: T, key: keyof T): readonly T[] {
  const known = all.some((each) => each[key] === one[key]);
  return known ? all.map((each) => (each[key] === one[key] ? one : each)) : [...all, one];
}

/** Who works on the methods of the unit: its own appraisal office, or the city's. */
function officeOf(city: City, unitId: string): DemoAccount {
  const own = city.accounts.all.find(({ grants }) =>
    grants.some(({ role, unit }) => role === 'office' && unit.id === unitId),
  );
  return own ?? city.accounts.office;
}
