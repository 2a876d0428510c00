import type { Deps } from '../context.ts';
import { bulkInsert } from './bulk-insert.ts';
import type { DemoUnit } from './city-tree.ts';
import type { DemoSequence } from './demo-plan.ts';
import type { SeededRandom } from './seeded-random.ts';

function isMember({ units }: DemoSequence, unit: DemoUnit, above: DemoUnit | undefined): boolean {
  const says = (words: readonly string[]) => words.some((word) => unit.name.includes(word));
  return (
    units.kinds.some((kind) => kind === unit.kind) &&
    (units.below === undefined || (above !== undefined && unit.path.startsWith(above.path))) &&
    (units.named === undefined || says(units.named)) &&
    (units.except === undefined || !says(units.except))
  );
}

/** The units of a sequence. */
export function membersOf(sequence: DemoSequence, units: readonly DemoUnit[]): readonly DemoUnit[] {
  const above = units.find(({ name }) => name === sequence.units.below);
  return units.filter((unit) => isMember(sequence, unit, above));
}

/** The ranking sequences that the plans name; membership is per year (§7). */
export async function insertSequences(
  deps: Deps,
  bureauId: string,
  city: { readonly units: readonly DemoUnit[]; readonly sequences: readonly DemoSequence[] },
  random: SeededRandom,
  year: number,
): Promise<void> {
  const sequences = city.sequences.map((sequence) => ({ sequence, id: random.uuid() }));
  await bulkInsert(
    deps.db,
    'ranking_sequence',
    sequences.map(({ sequence, id }, index) => ({
      id,
      bureau_id: bureauId,
      year,
      code: sequence.code,
      name: sequence.name,
      subject_kind: sequence.kind,
      sort_order: index,
    })),
  );
  await bulkInsert(
    deps.db,
    'ranking_sequence_member',
    sequences.flatMap(({ sequence, id }) =>
      membersOf(sequence, city.units).map((unit) => ({
        sequence_id: id,
        unit_id: unit.id,
        group_code: '',
        exempt: false,
      })),
    ),
  );
}
