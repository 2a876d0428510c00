import { checkInheritance, checkRuleSet, evaluate, FAMILY_NAMES, lintRuleSet, toText } from '@mingji/engine';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  demoPlan,
  exampleFacts,
  expectedResults,
  referenceSets,
} from './test-support/reference-rule-sets.ts';

const sets = referenceSets();
const byFolder = sets.map((set) => [set.folder, set] as const);
const expectedFormat = z.strictObject({
  subjects: z.array(
    z.strictObject({
      subject: z.string(),
      score: z.string(),
      /** Absent: not ranked. */
      rank: z.coerce.number().optional(),
      grade: z.string().optional(),
      redLine: z.coerce.boolean().optional(),
      items: z.record(z.string(), z.string()).optional(),
      because: z.string(),
    }),
  ),
});
const indicatorsOf = (set: (typeof sets)[number]) =>
  set.whole.modules.flatMap((module) => module.items.flatMap((item) => item.indicators));

/** Every clause id the method refers to, however deep. */
function clausesNamed(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return key === 'clause' ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    clausesNamed(inner, Array.isArray(value) ? key : name),
  );
}

test('the folder holds five systems, some of them in tiers', () => {
  expect(sets.length).toBeGreaterThanOrEqual(11);
  expect(sets.filter(({ whole }) => whole.extends !== undefined).length).toBeGreaterThanOrEqual(6);
});

test('§2 together the methods use every family of scoring', () => {
  const used = new Set(sets.flatMap(indicatorsOf).map(({ scoring }) => scoring.family));
  expect([...used].sort()).toEqual(Object.keys(FAMILY_NAMES).sort());
});

describe.each(byFolder)('%s', (_folder, set) => {
  test('§4 the method is sound: every number, mark, code and clause', () => {
    expect(checkRuleSet(set.whole)).toEqual([]);
  });

  test('§16 a lower method keeps within what the upper one fixes and opens', () => {
    expect(set.upper === null ? [] : checkInheritance(set.upper, set.whole)).toEqual([]);
  });

  test('X6 the linter finds nothing to sign off and nothing to advise', () => {
    expect(lintRuleSet(set.whole)).toEqual([]);
  });

  test('X7 every clause stands beside a rule, and every rule names one', () => {
    const { clauses = [], ...rules } = set.own;
    const named = clausesNamed(rules);
    expect(clauses.map(({ id }) => id).filter((id) => !named.includes(id))).toEqual([]);
    const known = set.whole.clauses.map(({ id }) => id);
    expect(named.filter((id) => !known.includes(id))).toEqual([]);
  });

  test('P9 every indicator names its owner and the evidence it asks for', () => {
    const bare = indicatorsOf(set).filter(({ owner, clause }) => owner.trim() === '' || clause === '');
    expect(bare).toEqual([]);
  });

  test('§7 indicators and lists speak only of sequences the method has', () => {
    const known = set.whole.sequences?.map(({ code }) => code);
    const named = indicatorsOf(set).flatMap(({ subjects }) => subjects?.sequences ?? []);
    expect(named.filter((code) => known !== undefined && !known.includes(code))).toEqual([]);
  });

  test('N2 posts are appraised by indicators of the method', () => {
    const codes = new Set(indicatorsOf(set).map(({ code }) => code));
    const named = (set.whole.posts ?? []).flatMap(({ indicators }) => indicators ?? []);
    expect(named.filter((code) => !codes.has(code))).toEqual([]);
  });
});

describe.each(byFolder.filter(([folder]) => expectedResults(folder) !== null))(
  '%s example',
  (folder, set) => {
    const expected = expectedFormat.parse(expectedResults(folder));
    test.each(expected.subjects)('X1 $subject gets $score, place $rank: $because', (line) => {
      const facts = exampleFacts(folder);
      if (facts === null) throw new Error(`no facts beside the expected results of ${folder}`);
      const result = evaluate({ ruleSet: set.whole, facts });
      if (!result.ok) throw new Error(JSON.stringify(result.refusals));
      const { subjects, grades, redLine } = result.value;
      const own = subjects.find(({ subject }) => subject === line.subject);
      const scores = new Map(own?.items.map(({ code, score }) => [code, score]));
      const itemText = (code: string) => {
        const score = scores.get(code);
        return score?.state === 'scored' ? toText(score.value) : (score?.state ?? 'unknown');
      };
      const names = Object.keys(line.items ?? {});
      expect({
        score: own?.score.state === 'scored' ? toText(own.score.value) : own?.score.state,
        rank: own?.rank ?? undefined,
        grade:
          line.grade === undefined
            ? undefined
            : (grades.find(({ subject }) => subject === line.subject)?.grade ?? '不确定'),
        redLine: redLine.some(({ subject }) => subject === line.subject),
        items: Object.fromEntries(names.map((code) => [code, itemText(code)])),
      }).toEqual({
        score: line.score,
        rank: line.rank,
        grade: line.grade,
        redLine: line.redLine ?? false,
        items: line.items ?? {},
      });
    });
  },
);

test('the demo runs methods that exist, by indicators and events they have', () => {
  const demo = demoFormat.parse(demoPlan());
  const problems = demo.ruleSets.flatMap(({ folder, work = [], sequences = [] }) => {
    const set = sets.find((each) => each.folder === folder);
    if (set === undefined) return [`${folder} is no method`];
    const known = new Map(indicatorsOf(set).map((indicator) => [indicator.code, indicator.scoring]));
    const codes = demo.sequences.map(({ code }) => code);
    return [
      ...sequences.filter((code) => !codes.includes(code)),
      ...work.flatMap(({ indicator, event }) => {
        const scoring = known.get(indicator);
        if (scoring === undefined) return [`${folder} ${indicator}`];
        const events = 'events' in scoring ? scoring.events.map(({ code }) => code) : [];
        return event === undefined || events.includes(event) ? [] : [`${folder} ${indicator} ${event}`];
      }),
    ];
  });
  expect(problems).toEqual([]);
});

const demoFormat = z.object({
  sequences: z.array(z.object({ code: z.string() })),
  ruleSets: z.array(
    z.object({
      folder: z.string(),
      sequences: z.array(z.string()).optional(),
      work: z.array(z.object({ indicator: z.string(), event: z.string().optional() })).optional(),
    }),
  ),
});
