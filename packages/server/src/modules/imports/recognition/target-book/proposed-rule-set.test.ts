import { readFileSync } from 'node:fs';
import type { Indicator, RuleSet } from '@mingji/engine';
import { checkRuleSet, lintRuleSet } from '@mingji/engine';
import { expect, test } from 'vitest';
import { readWorkbook } from '../../../../spreadsheet/read-workbook.ts';
import { rosterKey } from '../roster/linxi-roster.fixture.ts';
import { proposeScoring } from './propose-scoring.ts';
import { recognizeTargetBook } from './recognize-target-book.ts';

test('X7 the proposals for the whole book make a rule set that the engine accepts', async () => {
  const url = new URL('../../../../../test-fixtures/linxi/target-book.xlsx', import.meta.url);
  const result = await readWorkbook(new Uint8Array(readFileSync(url)));
  if (!result.ok) throw new Error(result.refusal.message);
  const units = rosterKey.units.map(({ name, aliases }) => ({ id: name, name, aliases }));
  const { book } = recognizeTargetBook(result.workbook, { units, bureauName: rosterKey.county });
  if (!book) throw new Error('no book');
  const indicatorsOf = (item: string): Indicator[] =>
    book.rows
      .filter(({ values }) => values.item === item)
      .map(({ row, values: { name, rule, marks, owner, target } }) => {
        const { scoring } = proposeScoring({ rule, marks, target });
        if (!scoring || name === null || marks === null || owner === null)
          throw new Error(`row ${row}: no proposal`);
        return { code: `r${row}`, name, clause: `c${row}`, owner, marks, scoring };
      });
  const ruleSet: RuleSet = {
    format: 'mingji/rule-set@1',
    id: 'linxi',
    name: '目标责任考核细则',
    version: '1',
    mode: 'percentage',
    totalMarks: '100',
    appraises: ['unit'],
    clauses: book.rows.flatMap(({ row, values }) =>
      values.rule === null ? [] : [{ id: `c${row}`, text: values.rule }],
    ),
    modules: [
      {
        code: 'm',
        name: '业务工作',
        items: book.items.map(({ name, declared }, index) => ({
          code: `i${index}`,
          name,
          ...(declared === null ? {} : { marks: declared }),
          indicators: indicatorsOf(name),
        })),
      },
    ],
  };
  expect(checkRuleSet(ruleSet)).toEqual([]);
  const signOff = lintRuleSet(ruleSet).filter((finding) => finding.needsSignOff);
  expect(signOff.map((finding) => finding.name)).toEqual(['行政拘留人数', '罚没款任务']);
});
