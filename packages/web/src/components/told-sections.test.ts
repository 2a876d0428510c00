import { expect, test } from 'vitest';
import type { ExplanationLine } from './explanation-lines.tsx';
import { toldSections } from './told-sections.ts';

const line = (text: string, sentence: boolean): ExplanationLine => ({
  depth: sentence ? 0 : 1,
  sentence,
  text,
  value: null,
  clauseId: null,
  clauseText: null,
  entries: [],
});
const told = (...lines: readonly ExplanationLine[]) =>
  toldSections(lines).map(({ sentence, steps }) => [sentence.text, ...steps.map((step) => step.line.text)]);

test('X1 every step stands under the sentence it belongs to', () => {
  expect(
    told(
      line('总分', true),
      line('项目', true),
      line('指标', false),
      line('记录', false),
      line('等次', true),
    ),
  ).toEqual([['总分'], ['项目', '指标', '记录'], ['等次']]);
});

test('X1 what stands before any sentence is shown all the same', () => {
  expect(told(line('指标', false), line('记录', false))).toEqual([['指标', '记录']]);
  expect(told()).toEqual([]);
});

test('X1 a clause is written once where a line and the steps under it rest on the same', () => {
  const under = (depth: number, clauseId: string | null) => ({ ...line('行', false), depth, clauseId });
  const [section] = toldSections([
    { ...line('项目', true), clauseId: '3.1' },
    under(1, '3.1'),
    under(2, '3.1'),
    under(1, '3.2'),
    under(2, '3.1'),
    under(2, null),
  ]);
  expect(section?.steps.map(({ sameClause }) => sameClause)).toEqual([true, true, false, false, false]);
});
