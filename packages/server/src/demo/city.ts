import type { DemoUnit } from './city-tree.ts';
import type { DemoAccounts } from './demo-accounts.ts';
import type { DemoSequence } from './demo-plan.ts';
import type { DemoOfficer } from './people.ts';

export const ZONE = 'Asia/Shanghai';

/** Who is there: units, people and their accounts. */
export interface City {
  readonly bureauId: string;
  readonly root: DemoUnit;
  readonly units: readonly DemoUnit[];
  readonly officers: readonly DemoOfficer[];
  readonly accounts: DemoAccounts;
  readonly sequences: readonly DemoSequence[];
}
