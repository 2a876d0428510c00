import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { runAggregate, runRank, runSplit, runWorkingDays } from './test-support/golden/function-cases.ts';
import { runAppraised, runGraded, runSanctioned } from './test-support/golden/grade-case.ts';
import { runInherit } from './test-support/golden/inherit-case.ts';
import { runItems } from './test-support/golden/item-case.ts';
import { runCommend, runLists, runStreak, runZeroList } from './test-support/golden/list-cases.ts';
import { runAnnual, runBureau, runDivide, runMerge, runQuota } from './test-support/golden/quota-cases.ts';
import type { Case, Fields } from './test-support/golden/read-cases.ts';
import { runRule } from './test-support/golden/rule-case.ts';
import { runYear } from './test-support/golden/year-case.ts';

/**
 * The worked examples of the rules, written so that a policy officer can check them: `golden/*.yaml`. The key a case
 * begins with says what is run; every other key beside `case`, `clause` and the inputs is what must come out.
 */
const RUNNERS: Readonly<Record<string, { run(given: Case): Fields; inputs: readonly string[] }>> = {
  rule: { run: runRule, inputs: ['facts', 'target', 'peers', 'matters', 'prior'] },
  items: { run: runItems, inputs: ['totalMarks', 'rounding'] },
  modules: { run: runItems, inputs: ['totalMarks', 'rounding'] },
  aggregate: { run: runAggregate, inputs: ['scores'] },
  rank: { run: runRank, inputs: [] },
  split: { run: runSplit, inputs: [] },
  appraised: { run: runAppraised, inputs: [] },
  sanctioned: { run: runSanctioned, inputs: [] },
  graded: { run: runGraded, inputs: ['scarce', 'allowRaise', 'effects', 'decisions'] },
  lower: { run: runInherit, inputs: [] },
  quota: { run: runQuota, inputs: [] },
  bureau: { run: runBureau, inputs: [] },
  merge: { run: runMerge, inputs: [] },
  divide: { run: runDivide, inputs: [] },
  annual: { run: runAnnual, inputs: [] },
  year: { run: runYear, inputs: ['cap'] },
  lists: { run: runLists, inputs: [] },
  streak: { run: runStreak, inputs: [] },
  zeroList: { run: runZeroList, inputs: [] },
  commend: { run: runCommend, inputs: [] },
  publishedOn: { run: runWorkingDays, inputs: ['days', 'calendar'] },
};
const folder = fileURLToPath(new URL('../golden/', import.meta.url));

/** Numbers stay the text they were written as. */
function casesOf(file: string): readonly Case[] {
  return parse(readFileSync(`${folder}${file}`, 'utf8'), {
    schema: 'core',
    uniqueKeys: true,
    customTags: (tags) =>
      tags.filter((tag) => typeof tag === 'string' || !/^tag:yaml\.org,2002:(int|float)$/.test(tag.tag)),
  });
}

for (const file of readdirSync(folder).sort()) {
  describe(file, () => {
    for (const given of casesOf(file)) {
      test(`${given.clause} ${given.case}`, () => {
        const [key] = Object.keys(given).filter((own) => own in RUNNERS);
        const runner = RUNNERS[key ?? ''];
        if (key === undefined || runner === undefined) throw new Error('nothing in this case can be run');
        const { case: _c, clause: _k, ...rest } = given;
        const expected = Object.entries(rest).filter(([own]) => own !== key && !runner.inputs.includes(own));
        expect(expected).not.toEqual([]);
        const found = runner.run(given);
        for (const [own, value] of expected) {
          if (own === 'says') expect(found.says).toContain(value);
          else expect({ [own]: found[own] }).toEqual({ [own]: value });
        }
      });
    }
  });
}
