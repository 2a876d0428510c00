import type { Deps } from '../context.ts';
import type { City } from './city.ts';
import type { DemoRuleSet } from './rule-set-rows.ts';
import type { SeededRandom } from './seeded-random.ts';

/** The finished city that a feature adds its own history to. */
export interface DemoWorld {
  readonly deps: Deps;
  readonly random: SeededRandom;
  readonly city: City;
  readonly ruleSets: readonly DemoRuleSet[];
  /** The day of the start in the city's zone, `YYYY-MM-DD`. */
  readonly today: string;
}

/**
 * What features add once the periods are made and sealed: presses, bulletins, re-checks… One line a feature, in the
 * order of the work; each has a seed of its own, so that one more never changes another.
 */
export const demoFeatures: readonly {
  readonly title: string;
  readonly seed: number;
  readonly make: (world: DemoWorld) => Promise<void>;
}[] = [];
