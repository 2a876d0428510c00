import type { Deps } from '../context.ts';
import { bulkInsert } from './bulk-insert.ts';
import type { City } from './city.ts';
import type { DemoPeriod } from './demo-periods.ts';
import type { DemoOperation } from './demo-plan.ts';
import type { DemoRuleSet } from './rule-set-rows.ts';
import type { SeededRandom } from './seeded-random.ts';
import { subjectsOf } from './subjects.ts';

/** A method as it is used in one operation: for the sequences chosen there. */
export function rulesFor(rules: DemoRuleSet, { sequences }: DemoOperation): DemoRuleSet {
  return { ...rules, plan: { ...rules.plan, sequences } };
}

/** The operation behind a special period, with everybody who takes part (P8). */
export async function insertOperation(
  deps: Deps,
  random: SeededRandom,
  city: City,
  rules: DemoRuleSet,
  wish: DemoOperation,
  period: DemoPeriod,
  periodId: string,
): Promise<void> {
  const id = random.uuid();
  const at = new Date(`${period.from}T08:40:00+08:00`);
  const by = city.accounts.office.id;
  await bulkInsert(deps.db, 'operation', [
    {
      id,
      bureau_id: city.bureauId,
      period_id: periodId,
      name: wish.name,
      purpose: wish.purpose,
      unit_id: city.units.find(({ name }) => name === rules.plan.unit)?.id ?? city.root.id,
      created_by: by,
      created_at: at,
    },
  ]);
  await bulkInsert(
    deps.db,
    'operation_subject',
    subjectsOf(city, rules).map((subject) => ({
      operation_id: id,
      period_id: periodId,
      subject_kind: subject.kind,
      subject_id: subject.id,
      added_by: by,
      added_at: at,
    })),
  );
}
