import type { Deps } from '../context.ts';
import { makeAppealHistory } from './appeal-history.ts';
import { makeAttendanceHistory } from './attendance-history.ts';
import { makeBulletinHistory } from './bulletin-history.ts';
import type { City } from './city.ts';
import { makeOutcomeHistory } from './outcome-history.ts';
import { makePilotHistory } from './pilot-history.ts';
import { makeReviewHistory } from './review-history.ts';
import type { DemoRuleSet } from './rule-set-rows.ts';
import type { SeededRandom } from './seeded-random.ts';
import { makeSeenEntries } from './seen-entries.ts';
import { makeSupervisionHistory } from './supervision-history.ts';
import { makeUnitWork } from './unit-work.ts';
import { makeVerificationHistory } from './verification-history.ts';

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
}[] = [
  { title: '试点、试运行与补录', seed: 18, make: makePilotHistory },
  { title: '封存的定时校验', seed: 180, make: makeVerificationHistory },
  { title: '复议：两级、回避、逾期', seed: 14, make: makeAppealHistory },
  { title: '得分记录的查阅', seed: 15, make: makeSeenEntries },
  { title: '单位填报与共同办理', seed: 19, make: makeUnitWork },
  { title: '考勤结果的导入', seed: 190, make: makeAttendanceHistory },
  { title: '书面检查、运用建议与评优核查', seed: 17, make: makeOutcomeHistory },
  { title: '一年的通报', seed: 16, make: makeBulletinHistory },
  // It names further reviewers, whom the histories before do not know.
  { title: '审核分工、交接与抽查复核', seed: 13, make: makeReviewHistory },
  // Last: it presses for what all the others have left late, a review by its limit among them.
  { title: '督办与催办', seed: 12, make: makeSupervisionHistory },
];
