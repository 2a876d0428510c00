import type { EntryColumns } from '../columns/entry-columns.ts';
import type { Sums } from '../columns/sums.ts';
import type { Subject } from './facts.ts';
import type { SideFacts } from './side-facts.ts';

/** The facts of one period, ready for the loop over its subjects. */
export interface GroupedFacts extends SideFacts {
  readonly subjects: readonly Subject[];
  readonly columns: EntryColumns;
  /** Position in the columns' indicators → position in the rule set. */
  readonly indicatorAt: Int32Array;
  /** Entries that could not simply be added up; of subject s: order[starts[s]] … order[starts[s + 1] - 1]. */
  readonly order: Uint32Array;
  readonly starts: Uint32Array;
  /** All the others. */
  readonly sums: Sums;
}
