import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ruleSetJsonSchema } from '@mingji/contract';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const FOLDER = fileURLToPath(new URL('../../../rule-sets/', import.meta.url));
const files = globSync('**/rule-set.yaml', { cwd: FOLDER }).sort();
const validate = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(
  ruleSetJsonSchema(),
);
const textOf = (file: string) => readFileSync(join(FOLDER, file), 'utf8');

test('X7 there are reference files to hold against the schema', () => {
  expect(files.length).toBeGreaterThan(0);
});

test.each(files)('X7 an editor finds nothing to complain of in %s', (file) => {
  validate(parse(textOf(file)));
  expect(validate.errors ?? []).toEqual([]);
});

test.each(files)('X7 %s tells an editor where the schema is', (file) => {
  const up = '../'.repeat(file.split('/').length - 1);
  expect(textOf(file).split('\n')[0]).toBe(`# yaml-language-server: $schema=${up}rule-set.schema.json`);
});
