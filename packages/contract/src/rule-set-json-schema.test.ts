import { RULE_SET_NUMBERS } from '@mingji/engine';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { ruleSetFormat } from './rule-set-format.ts';
import { ruleSetJsonSchema } from './rule-set-json-schema.ts';
import { COMMON_WORDS, RULE_SET_WORDS } from './rule-set-words.ts';

const validate = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(
  ruleSetJsonSchema(),
);
const faultsOf = (data: unknown) =>
  validate(data) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.keyword}`);

const small = {
  format: 'mingji/rule-set@1',
  id: 'r',
  name: '办法',
  version: 1,
  mode: 'percentage',
  totalMarks: 100,
  appraises: ['unit'],
  clauses: [{ id: 'c', text: '条款' }],
  modules: [{ code: 'm', name: '模块', items: [{ code: 'p', name: '项目', marks: 99.5, indicators: [] }] }],
};
const lower = { ...small, extends: { id: 'u', version: '1' } };

test('X7 numbers may be written without quotes', () => {
  expect(faultsOf(small)).toEqual([]);
});

test('§16 a file with extends writes only its own parts; without, it is whole', () => {
  const { mode: _mode, modules: _modules, ...part } = lower;
  const own = { ...part, modules: [{ code: 'm', items: [{ code: 'p' }] }] };
  expect(faultsOf(own)).toEqual([]);
  const { extends: _extends, ...orphan } = own;
  expect(faultsOf(orphan)).toContain(' required');
});

test.each<readonly [string, object, string]>([
  ['an unknown field', { ...small, extra: 1 }, ' additionalProperties'],
  ['a field of a whole method with a wrong choice', { ...small, mode: 'percent' }, '/mode enum'],
  ['a number that is none', { ...small, totalMarks: '一百' }, '/totalMarks pattern'],
  ['a missing name', { ...small, name: undefined }, ' required'],
  ['a wrong code in a lower method', { ...lower, modules: [{ code: '' }] }, '/modules/0/code pattern'],
  [
    'a family that does not exist',
    {
      ...small,
      modules: [
        {
          code: 'm',
          name: '模块',
          items: [
            {
              code: 'p',
              name: '项目',
              indicators: [
                { code: 'x', name: '指标', clause: 'c', owner: '办', scoring: { family: 'magic' } },
              ],
            },
          ],
        },
      ],
    },
    '/modules/0/items/0/indicators/0/scoring oneOf',
  ],
])('X7 an editor marks %s', (_name, data, fault) => {
  expect(faultsOf(JSON.parse(JSON.stringify(data)))).toContain(fault);
});

interface Shape {
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly oneOf?: readonly Shape[];
  readonly anyOf?: readonly Shape[];
}
function fieldsOf(shape: Shape, parent: string, found: Set<string>): Set<string> {
  for (const option of [...(shape.oneOf ?? []), ...(shape.anyOf ?? [])]) fieldsOf(option, parent, found);
  if (shape.items !== undefined) fieldsOf(shape.items, parent, found);
  for (const [name, member] of Object.entries(shape.properties ?? {})) {
    found.add(`${parent}.${name}`);
    fieldsOf(member, name, found);
  }
  return found;
}
const fields = fieldsOf(z.toJSONSchema(ruleSetFormat) as Shape, '', new Set());

test('X7 every field has its words, and no words are left of fields that are gone', () => {
  const worded = Object.entries(RULE_SET_WORDS).flatMap(([parent, own]) =>
    Object.keys(own).map((name) => `${parent}.${name}`),
  );
  expect(worded.filter((field) => !fields.has(field))).toEqual([]);
  const common = [...fields].filter((field) => !worded.includes(field));
  expect([...new Set(common.map((field) => field.replace(/^.*\./, '')))].sort()).toEqual(
    Object.keys(COMMON_WORDS).sort(),
  );
});

function numbersOf(shape: Shape, name: string, found: Set<string>): Set<string> {
  if (shape.pattern?.includes('[1-9]')) found.add(name);
  for (const option of [...(shape.oneOf ?? []), ...(shape.anyOf ?? [])]) numbersOf(option, name, found);
  if (shape.items !== undefined) numbersOf(shape.items, name, found);
  for (const [own, member] of Object.entries(shape.properties ?? {})) numbersOf(member, own, found);
  return found;
}

test('§16 the canonical form knows every field that holds a number, and no other', () => {
  const numbers = numbersOf(z.toJSONSchema(ruleSetFormat) as Shape, '', new Set());
  expect([...numbers].sort()).toEqual([...RULE_SET_NUMBERS].sort());
});
