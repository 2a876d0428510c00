import {
  ENTRY_KINDS,
  type EntryColumns,
  emptyColumns,
  type FactEntry,
  type Item,
  type PeriodFacts,
  type RuleSet,
  type Scoring,
} from '../packages/engine/src/index.ts';

/** A bureau's year as columns, the same on every machine and every run: made, not read from anywhere. */
export const OFFICERS = 15_000;
export const ENTRIES_EACH = 100;
export const MONTHS = 12;
export const SEQUENCES = 4;
export const MARKS = [10, 10, 40, 20, 10, 5, 5] as const;
const INDICATORS_EACH = 3;
const SIZE = OFFICERS * ENTRIES_EACH;
const EVENTS = ['a', 'b', 'c'] as const;

/** The numbers both the engine and the plain loop start from. */
export interface BureauYear {
  readonly month: Uint16Array;
  readonly officer: Int32Array;
  readonly item: Int8Array;
  /** Hundredths of a point. */
  readonly points: Int32Array;
  readonly columns: EntryColumns;
}

function makeRandom(): (below: number) => number {
  let state = 20261121;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}

/** Entries that carry a matter, in percent: commendations, inspection findings; every other one is told twice. */
const WITH_MATTER = 5;
/** Entries of the two indicators with effects, in ten-thousandths. */
const WITH_EFFECT = 20;

/** `full`: with matters and effects, else events alone. */
export function makeYear(full: boolean): BureauYear {
  const random = makeRandom();
  const columns = emptyColumns(SIZE);
  const item = new Int8Array(SIZE);
  const points = new Int32Array(SIZE);
  let matters = 0;
  for (let at = 0; at < SIZE; at++) {
    const [of, k, event] = [random(MARKS.length), random(INDICATORS_EACH), random(EVENTS.length)];
    const [day, chance] = [random(28), random(10_000)];
    columns.subject[at] = random(OFFICERS);
    columns.period[at] = Math.floor((at * MONTHS) / SIZE);
    columns.indicator[at] = of * INDICATORS_EACH + k;
    columns.event[at] = 1 + event;
    columns.at[at] = Date.UTC(2026, columns.period[at] ?? 0, 1 + day);
    item[at] = of;
    points[at] = event === 0 ? -10 * (k + 1) : event === 1 ? -5 : 10;
    if (!full) continue;
    if (chance < WITH_EFFECT) {
      columns.indicator[at] = MARKS.length * INDICATORS_EACH + (chance % 2);
      columns.event[at] = 0;
    } else if (chance >= 10_000 - WITH_MATTER * 100) {
      const again = at > 0 && chance % 2 === 0 && columns.matter[at - 1] !== -1;
      if (again) columns.subject[at] = columns.subject[at - 1] ?? 0;
      columns.matter[at] = again ? (columns.matter[at - 1] ?? 0) : matters++;
    }
  }
  const made = { ...columns, matters, ...names() };
  return {
    month: columns.period,
    officer: columns.subject,
    item,
    points,
    columns: { ...made, entry: (at) => entryOf(made, at) },
  };
}

function names() {
  const items = MARKS.flatMap((_, i) => Array.from({ length: INDICATORS_EACH }, (_own, k) => `x${i}${k}`));
  return {
    subjects: Array.from({ length: OFFICERS }, (_, i) => `officer-${i}`),
    indicators: [...items, 'repeated', 'reported'],
    events: EVENTS,
    reversedBy: new Map<number, string>(),
  };
}

/** As a reader of the ledger would: the object of an entry only when somebody asks for it. */
function entryOf(columns: Omit<EntryColumns, 'entry'>, at: number): FactEntry {
  const event = columns.events[(columns.event[at] ?? 0) - 1];
  const matter = columns.matter[at] ?? -1;
  return {
    id: `entry-${at}`,
    subject: columns.subjects[columns.subject[at] ?? 0] ?? '',
    indicator: columns.indicators[columns.indicator[at] ?? 0] ?? '',
    kind: ENTRY_KINDS[columns.kind[at] ?? 0] ?? 'event',
    ...(event === undefined ? {} : { event }),
    ...(matter < 0 ? {} : { matter: `matter-${matter}` }),
    at: new Date(columns.at[at] ?? 0).toISOString(),
  };
}

export function makePeriods(): readonly PeriodFacts[] {
  const subjects = Array.from({ length: OFFICERS }, (_, i) => ({
    id: `officer-${i}`,
    kind: 'officer' as const,
    code: String(i).padStart(6, '0'),
    sequence: `s${i % SEQUENCES}`,
    unit: `u${i % 250}`,
  }));
  return Array.from({ length: MONTHS }, (_, month) => {
    const two = String(month + 1).padStart(2, '0');
    const period = {
      id: `2026-${two}`,
      from: `2026-${two}-01`,
      to: `2026-${two}-28`,
      kind: 'month' as const,
    };
    return { period, subjects };
  });
}

function item(code: string, scorings: readonly (readonly [string, Scoring])[], more: Partial<Item>): Item {
  return {
    code,
    name: code,
    ...more,
    indicators: scorings.map(([name, scoring]) => ({
      code: name,
      name,
      clause: 'c',
      owner: '考核办',
      ...(more.low === undefined ? {} : { cap: '6' }),
      scoring,
    })),
  };
}

const occurrence = (k: number): Scoring => ({
  family: 'occurrence',
  events: [
    { code: 'a', name: '甲', points: `-0.${k + 1}` },
    { code: 'b', name: '乙', points: '-0.05' },
    { code: 'c', name: '丙', points: '0.1' },
  ],
});

const EFFECTS: readonly (readonly [string, Scoring])[] = [
  [
    'repeated',
    {
      family: 'escalation',
      steps: [{ points: '-1' }, { points: '-3', effect: { kind: 'rankLast' } }],
    },
  ],
  ['reported', { family: 'effectOnly', effect: { kind: 'gradeCeiling', grade: 'fair' } }],
];

/** `full`: caps, effects and grades besides the sums. */
export function makeRuleSet(full: boolean): RuleSet {
  const items = MARKS.map((marks, i) =>
    item(
      `p${i}`,
      [0, 1, 2].map((k) => [`x${i}${k}`, occurrence(k)] as const),
      { marks: String(marks), ...(full ? { low: '0' } : {}) },
    ),
  );
  const grades = [
    { code: 'good', name: '好', from: '97' },
    { code: 'better', name: '较好', from: '80' },
    { code: 'fair', name: '一般', from: '60' },
    { code: 'poor', name: '较差' },
  ];
  return {
    format: 'mingji/rule-set@1',
    id: 'bench',
    name: '基准',
    version: '1',
    mode: 'percentage',
    totalMarks: '100',
    appraises: ['officer'],
    clauses: [{ id: 'c', text: '条款' }],
    modules: [{ code: 'm', name: '模块', items: full ? [...items, item('e', EFFECTS, {})] : items }],
    ...(full ? { grading: { grades, nomination: 'none' as const } } : {}),
  };
}
