import type { Deps } from '../context.ts';
import { bulkInsert } from './bulk-insert.ts';
import type { DemoUnit } from './city-tree.ts';
import { officerTargets } from './month-work.ts';
import type { DemoOfficer } from './people.ts';
import type { SeededRandom } from './seeded-random.ts';
import { stationTargets } from './station-month.ts';

interface Place {
  readonly bureauId: string;
  readonly versionId: string;
  readonly year: number;
  readonly by: string;
  readonly issuedAt: Date;
}

/** The city's yearly quantities handed down the whole tree to named officers, conserved at every floor (P5, §14). */
export async function insertCityTargets(
  deps: Deps,
  random: SeededRandom,
  place: Place,
  units: readonly DemoUnit[],
  officers: readonly DemoOfficer[],
): Promise<void> {
  const ground = officers.filter(
    (officer) => officer.unit.kind === 'squad' || officer.unit.kind === 'station',
  );
  for (const target of officerTargets) {
    const idOf = new Map<string, string>();
    const below = headCounts(ground, units);
    const rows = units
      .filter((unit) => (below.get(unit.id) ?? 0) > 0)
      .map((unit) => {
        const id = random.uuid();
        idOf.set(unit.id, id);
        return {
          ...base(place, id, target.indicator),
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
      ground.map((officer) => ({
        ...base(place, random.uuid(), target.indicator),
        parent_id: idOf.get(officer.unit.id) ?? null,
        unit_id: officer.unit.id,
        officer_id: officer.id,
        quantity: String(target.yearly),
      })),
    );
  }
}

/** Quantities issued to the stations directly under the station method. */
export async function insertStationTargets(
  deps: Deps,
  random: SeededRandom,
  place: Place,
  units: readonly DemoUnit[],
): Promise<void> {
  const stations = units.filter((unit) => unit.kind === 'station');
  await bulkInsert(
    deps.db,
    'target',
    stationTargets.flatMap((target) =>
      stations.map((unit) => ({
        ...base(place, random.uuid(), target.indicator),
        parent_id: null,
        unit_id: unit.id,
        officer_id: null,
        quantity: String(target.yearly),
      })),
    ),
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
