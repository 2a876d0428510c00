import { readFileSync } from 'node:fs';
import { hasUpper, parseLowerPart, parseRuleSet } from '@mingji/contract';
import { expect, test } from 'vitest';
import { readData } from './read-data.ts';

const page = readFileSync(new URL('../../../docs/rule-set-format.md', import.meta.url), 'utf8');
const blocks = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => text);
const base = {
  format: 'mingji/rule-set@1',
  id: 'example',
  name: '例',
  version: '1',
  mode: 'accumulating',
  appraises: ['officer'],
  clauses: [],
  modules: [],
};

/** Most examples show a part: a section of a method, or an item. */
function methodOf(value: unknown): unknown {
  if (Array.isArray(value)) return { ...base, modules: [{ code: 'm', name: '模块', items: value }] };
  return { ...base, ...Object(value) };
}

test('X7 the handbook has examples of whole methods, sections and items', () => {
  expect(blocks.length).toBeGreaterThanOrEqual(6);
});

test.each(blocks.map((text, at) => [at, text] as const))(
  'X7 example %i of the handbook is of the format',
  (_at, text) => {
    const data = readData(text, '例.yaml');
    const method = data.ok ? methodOf(data.value) : data;
    const parsed = hasUpper(method) ? parseLowerPart(method) : parseRuleSet(method);
    expect(parsed.ok ? [] : parsed.refusals).toEqual([]);
  },
);
