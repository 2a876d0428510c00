import type { Deps } from '../context.ts';
import type { FactSubject } from './booked-fact.ts';
import { bulkInsert } from './bulk-insert.ts';
import type { DemoUnit } from './city-tree.ts';
import type { DemoOfficer } from './people.ts';
import type { DemoRuleSet } from './rule-set-rows.ts';
import type { SeededRandom } from './seeded-random.ts';
import { indicatorsByCode, isFor } from './usual-work.ts';

interface Place {
  readonly bureauId: string;
  readonly versionId: string;
  readonly year: number;
  readonly by: string;
  readonly issuedAt: Date;
}

/** The yearly quantities of a plan: handed down the whole tree to officers, or issued straight to the units. */
export async function insertTargets(
  deps: Deps,
  random: SeededRandom,
  place: Place,
  { plan, ruleSet }: DemoRuleSet,
  subjects: readonly FactSubject[],
  city: { readonly units: readonly DemoUnit[]; readonly officers: readonly DemoOfficer[] },
): Promise<void> {
  const indicators = indicatorsByCode(ruleSet);
  for (const work of plan.work) {
    const indicator = indicators.get(work.indicator);
    if (work.yearly === undefined || indicator === undefined) continue;
    const target = { ...place, indicator: work.indicator, yearly: work.yearly };
    const meant = subjects.filter((subject) => isFor(work, indicator, subject));
    await issueToUnits(
      deps,
      random,
      target,
      meant.filter(({ kind }) => kind === 'unit'),
    );
    const holders = new Set(meant.filter(({ kind }) => kind === 'officer').map(({ id }) => id));
    await handDown(
      deps,
      random,
      target,
      city.units,
      city.officers.filter(({ id }) => holders.has(id)),
    );
  }
}

type Issued = Place & { readonly indicator: string; readonly yearly: number };

async function issueToUnits(
  deps: Deps,
  random: SeededRandom,
  target: Issued,
  units: readonly FactSubject[],
): Promise<void> {
  const rows = units.map((unit) => ({
    ...base(target, random.uuid(), target.indicator),
    parent_id: null,
    unit_id: unit.id,
    officer_id: null,
    quantity: String(target.yearly),
  }));
  await bulkInsert(deps.db, 'target', rows);
}

/** Conserved at every floor (P5, §14): a unit's quantity is the sum of what its officers hold. */
async function handDown(
  deps: Deps,
  random: SeededRandom,
  target: Issued,
  units: readonly DemoUnit[],
  holders: readonly DemoOfficer[],
): Promise<void> {
  const idOf = new Map<string, string>();
  const below = headCounts(holders, units);
  const rows = units
    .filter((unit) => (below.get(unit.id) ?? 0) > 0)
    .map((unit) => {
      const id = random.uuid();
      idOf.set(unit.id, id);
      return {
        ...base(target, id, target.indicator),
        parent_id: unit.parentId ? (idOf.get(unit.parentId) ?? null) : null,
        unit_id: unit.id,
        officer_id: null,
        quantity: String((below.get(unit.id) ?? 0) * target.yearly),
      };
    });
  await bulkInsert(deps.db, 'target', rows);
  await bulkInsert(
    deps.db,
    'target',
    holders.map((officer) => ({
      ...base(target, random.uuid(), target.indicator),
      parent_id: idOf.get(officer.unit.id) ?? null,
      unit_id: officer.unit.id,
      officer_id: officer.id,
      quantity: String(target.yearly),
    })),
  );
}

function base(place: Place, id: string, indicator: string) {
  return {
    id,
    bureau_id: place.bureauId,
    rule_set_version_id: place.versionId,
    indicator_code: indicator,
    year: place.year,
    kept: '0',
    revision: 1,
    state: 'issued',
    issued_by: place.by,
    issued_at: place.issuedAt,
  };
}

/** How many of the officers serve in each unit or below it. */
function headCounts(officers: readonly DemoOfficer[], units: readonly DemoUnit[]): Map<string, number> {
  const byPath = new Map(units.map((unit) => [unit.path, unit.id]));
  const counts = new Map<string, number>();
  for (const officer of officers) {
    const codes = officer.unit.path.split('/').slice(0, -1);
    for (let depth = 1; depth <= codes.length; depth += 1) {
      const id = byPath.get(`${codes.slice(0, depth).join('/')}/`);
      if (id) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return counts;
}
