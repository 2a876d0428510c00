import {
  type EntryColumns,
  evaluatePeriods,
  type PeriodScores,
  toText,
} from '../packages/engine/src/index.ts';
import {
  type BureauYear,
  ENTRIES_EACH,
  MONTHS,
  makePeriods,
  makeRuleSet,
  makeYear,
  OFFICERS,
} from './bureau-year.ts';
import { type PlainScores, plainLoop } from './plain-loop.ts';

/**
 * A bureau's year by the engine against a plain loop over typed arrays in the same process: the ratio is what is
 * watched, not the milliseconds. First the sums alone, then everything: caps, same matter, effects, ranks, grades.
 */
const RUNS = 7;
const SUMS_LIMIT = 3;
const YEAR_LIMIT = 8;
const MEMORY_LIMIT_MB = 1024;

const periods = makePeriods();

function year(full: boolean, columns: EntryColumns): readonly PeriodScores[] {
  const result = evaluatePeriods({ ruleSet: makeRuleSet(full), periods, columns });
  if (!result.ok) throw new Error(result.refusals[0]?.message ?? 'refused');
  // Grades are decided when they are read.
  for (const month of full ? result.value : []) {
    if (month.appraisal.grades.length !== OFFICERS) throw new Error('not everybody has a grade');
  }
  return result.value;
}

/** Every score and rank of the sums alone must be the plain loop's. */
function compare(months: readonly PeriodScores[], plain: PlainScores): void {
  for (const [m, month] of months.entries()) {
    for (let officer = 0; officer < OFFICERS; officer++) {
      const score = month.score(officer);
      const cell = m * OFFICERS + officer;
      const cents = score.state === 'scored' ? Math.round(Number(toText(score.value)) * 100) : -1;
      if (cents !== plain.totals[cell] || month.ranks[officer] !== plain.ranks[cell]) {
        throw new Error(`officer ${officer}, month ${m + 1}: the engine and the plain loop differ`);
      }
    }
  }
}

/** Traces on demand: the explained score is the one that was counted. */
function explainSome(months: readonly PeriodScores[]): void {
  for (let i = 0; i < 48; i++) {
    const month = months[i % MONTHS];
    const officer = (i * 311) % OFFICERS;
    const explained = month?.explain(officer).score;
    const counted = month?.score(officer);
    if (explained?.state !== 'scored' || counted?.state !== 'scored') throw new Error('not scored');
    if (toText(explained.value) !== toText(counted.value)) throw new Error('the explained score differs');
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Processor time, not wall time: other programs on the machine must not decide whether this passes. */
function time<T>(work: () => T): { readonly milliseconds: number; readonly value: T } {
  const start = process.cpuUsage();
  const value = work();
  const used = process.cpuUsage(start);
  return { milliseconds: (used.user + used.system) / 1000, value };
}

const sumsOnly: BureauYear = makeYear(false);
const full: BureauYear = makeYear(true);
const times: Record<'plain' | 'sums' | 'year', number[]> = { plain: [], sums: [], year: [] };
for (let run = 0; run <= RUNS; run++) {
  const plain = time(() => plainLoop(sumsOnly));
  const sums = time(() => year(false, sumsOnly.columns));
  const whole = time(() => year(true, full.columns));
  compare(sums.value, plain.value);
  if (run === RUNS) explainSome(whole.value);
  // The first run warms the code up and is not counted.
  if (run === 0) continue;
  times.plain.push(plain.milliseconds);
  times.sums.push(sums.milliseconds);
  times.year.push(whole.milliseconds);
}
const loop = median(times.plain);
const memory = Math.round(process.resourceUsage().maxRSS / 1024);
const ratios = { sums: median(times.sums) / loop, year: median(times.year) / loop };
console.log(
  `${OFFICERS} officers × ${ENTRIES_EACH} entries, ${MONTHS} months of ranks; medians of ${RUNS} runs`,
);
console.table({
  'plain loop': { milliseconds: Math.round(loop), ratio: 1 },
  'sums alone': {
    milliseconds: Math.round(median(times.sums)),
    ratio: Number(ratios.sums.toFixed(2)),
    limit: SUMS_LIMIT,
  },
  'whole year': {
    milliseconds: Math.round(median(times.year)),
    ratio: Number(ratios.year.toFixed(2)),
    limit: YEAR_LIMIT,
  },
});
console.log(`peak memory ${memory} MB of ${MEMORY_LIMIT_MB}`);
if (ratios.sums > SUMS_LIMIT || ratios.year > YEAR_LIMIT || memory > MEMORY_LIMIT_MB) {
  console.error('a limit is passed');
  process.exitCode = 1;
}
