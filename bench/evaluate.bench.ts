import { evaluate, type FactEntry, type Facts, type RuleSet, toText } from '../packages/engine/src/index.ts';

/**
 * Engine evaluation of a city-year against a plain loop over typed arrays in the same process: the ratio is what is
 * watched, not the milliseconds. The plain loop does the same arithmetic on scaled integers: sum, clamp, rank.
 */
const OFFICERS = 15_000;
const ENTRIES_EACH = 100;
const ITEMS = 7;
const RUNS = 5;
/** Measured 97 to 150 on two busy cores: reading names, dates and ids of a million facts is most of it. */
const LIMIT = 250;

const MARKS = [10, 10, 40, 20, 10, 5, 5] as const;

function makeRuleSet(): RuleSet {
  return {
    format: 'mingji/rule-set@1',
    id: 'bench',
    name: '基准',
    version: '1',
    mode: 'percentage',
    totalMarks: '100',
    appraises: ['officer'],
    clauses: [{ id: 'c', text: '条款' }],
    modules: [
      {
        code: 'm',
        name: '模块',
        items: MARKS.map((marks, i) => ({
          code: `p${i}`,
          name: `项目${i}`,
          marks: String(marks),
          indicators: [0, 1, 2].map((k) => ({
            code: `x${i}${k}`,
            name: `指标${i}${k}`,
            clause: 'c',
            owner: '考核办',
            scoring: {
              family: 'occurrence' as const,
              events: [
                { code: 'a', name: '甲', points: `-0.${k + 1}` },
                { code: 'b', name: '乙', points: '-0.05' },
                { code: 'c', name: '丙', points: '0.1' },
              ],
            },
          })),
        })),
      },
    ],
  };
}

/** A small generator of our own: the same facts on every machine and every run. */
function makeRandom(): (below: number) => number {
  let state = 20261121;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}

interface Arrays {
  readonly subject: Int32Array;
  readonly item: Int8Array;
  /** Hundredths of a point. */
  readonly points: Int32Array;
}

function makeFacts(): { readonly facts: Facts; readonly arrays: Arrays } {
  const random = makeRandom();
  const size = OFFICERS * ENTRIES_EACH;
  const arrays = { subject: new Int32Array(size), item: new Int8Array(size), points: new Int32Array(size) };
  const entries: FactEntry[] = [];
  for (let at = 0; at < size; at++) {
    const subject = random(OFFICERS);
    const item = random(ITEMS);
    const k = random(3);
    const event = random(3);
    const day = 1 + random(28);
    entries.push({
      id: `entry-${at}`,
      subject: `officer-${subject}`,
      indicator: `x${item}${k}`,
      kind: 'event',
      event: 'abc'[event] ?? 'a',
      at: `2026-${String(1 + random(12)).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
      // One entry in twenty belongs to a matter, as commendations and inspection findings do.
      ...(random(20) === 0 ? { matter: `matter-${at}` } : {}),
    });
    arrays.subject[at] = subject;
    arrays.item[at] = item;
    arrays.points[at] = event === 0 ? -10 * (k + 1) : event === 1 ? -5 : 10;
  }
  const subjects = Array.from({ length: OFFICERS }, (_, i) => ({
    id: `officer-${i}`,
    kind: 'officer' as const,
    code: String(i).padStart(6, '0'),
    sequence: `s${i % 40}`,
  }));
  const period = { id: '2026', from: '2026-01-01', to: '2026-12-31', kind: 'year' as const };
  return { facts: { period, subjects, entries }, arrays };
}

/** What the answer costs without rules, names, checks and exactness beyond hundredths. */
function plainLoop({ subject, item, points }: Arrays): Int32Array {
  const sums = new Int32Array(OFFICERS * ITEMS);
  for (let at = 0; at < subject.length; at++) {
    const slot = (subject[at] ?? 0) * ITEMS + (item[at] ?? 0);
    sums[slot] = (sums[slot] ?? 0) + (points[at] ?? 0);
  }
  const totals = new Int32Array(OFFICERS);
  for (let officer = 0; officer < OFFICERS; officer++) {
    for (let i = 0; i < ITEMS; i++) {
      const full = (MARKS[i] ?? 0) * 100;
      const score = Math.min(Math.max(full + (sums[officer * ITEMS + i] ?? 0), 0), full);
      totals[officer] = (totals[officer] ?? 0) + score;
    }
  }
  const groups: number[][] = Array.from({ length: 40 }, () => []);
  for (let officer = 0; officer < OFFICERS; officer++) groups[officer % 40]?.push(officer);
  for (const group of groups) group.sort((a, b) => (totals[b] ?? 0) - (totals[a] ?? 0));
  return totals;
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

const ruleSet = makeRuleSet();
const { facts, arrays } = makeFacts();
const engineTimes: number[] = [];
const plainTimes: number[] = [];
for (let run = 0; run <= RUNS; run++) {
  const engine = time(() => evaluate({ ruleSet, facts, traces: 'none' }));
  const plain = time(() => plainLoop(arrays));
  if (!engine.value.ok) throw new Error(engine.value.refusals[0]?.message ?? 'refused');
  const wrong = engine.value.value.subjects.filter(({ subject, score }) => {
    const cents = plain.value[Number(subject.slice('officer-'.length))] ?? 0;
    return score.state !== 'scored' || Math.round(Number(toText(score.value)) * 100) !== cents;
  });
  if (wrong.length > 0) throw new Error(`${wrong.length} scores differ from the plain loop`);
  // The first run warms the code up and is not counted.
  if (run > 0) {
    engineTimes.push(engine.milliseconds);
    plainTimes.push(plain.milliseconds);
  }
}
const ratio = median(engineTimes) / median(plainTimes);
console.log(`evaluate: ${OFFICERS} officers × ${ENTRIES_EACH} entries, medians of ${RUNS} runs`);
console.table({
  engine: { milliseconds: Math.round(median(engineTimes)) },
  'typed arrays': { milliseconds: Math.round(median(plainTimes)) },
  ratio: { milliseconds: Number(ratio.toFixed(1)) },
  limit: { milliseconds: LIMIT },
});
if (ratio > LIMIT) {
  console.error(`ratio ${ratio.toFixed(1)} passes its limit ${LIMIT}`);
  process.exitCode = 1;
}
