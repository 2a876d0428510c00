import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSource, type SourceFile } from './architecture/imports.ts';
import {
  type Dependencies,
  engineIsPure,
  httpOnTop,
  importTable,
  modulesByTheFrontDoor,
  type Rule,
  staysInside,
} from './architecture/rules.ts';
import { ROOT, repositoryFiles } from './repository.ts';

const WORKSPACES = ['engine', 'contract', 'server', 'web', 'cli'];
const sources = repositoryFiles()
  .filter((path) => /^packages\/.*\.(ts|tsx|mts|mjs)$/.test(path))
  .map(readSource);
const declared: Dependencies = Object.fromEntries(
  WORKSPACES.map((name) => [name, Object.keys(manifest(`packages/${name}/package.json`).dependencies ?? {})]),
);
const testLibraries = Object.keys(manifest('package.json').devDependencies ?? {});
const table = importTable(declared, testLibraries);

function manifest(path: string): {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
} {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
}

function violations(rule: Rule): string[] {
  return sources.flatMap(rule);
}

test('imports go downwards only and every library is declared by the workspace that uses it', () => {
  expect(violations(table)).toEqual([]);
});

test('relative imports stay inside their workspace', () => {
  expect(violations(staysInside)).toEqual([]);
});

test('a feature of the server imports another only through its index', () => {
  expect(violations(modulesByTheFrontDoor)).toEqual([]);
});

test('nothing below the routes knows Fastify', () => {
  expect(violations(httpOnTop)).toEqual([]);
});

test('the engine has no clock, no randomness, no locale and no I/O', () => {
  expect(violations(engineIsPure)).toEqual([]);
});

test('the engine declares no dependency', () => {
  expect(declared.engine).toEqual([]);
});

const file = (path: string, text: string): SourceFile => ({ path, text });

// The rules themselves: each must see the violation it exists for, and let the neighbouring right thing pass.
test.each<[string, Rule, SourceFile, boolean]>([
  ['engine → zod', table, file('packages/engine/src/a.ts', "import { z } from 'zod';"), true],
  ['engine → node:fs', table, file('packages/engine/src/a.ts', "import fs from 'node:fs';"), true],
  [
    'engine test → vitest',
    table,
    file('packages/engine/src/a.test.ts', "import { test } from 'vitest';"),
    false,
  ],
  ['contract → zod', table, file('packages/contract/src/a.ts', "import { z } from 'zod';"), false],
  ['contract → server', table, file('packages/contract/src/a.ts', "import '@mingji/server';"), true],
  ['server → web', table, file('packages/server/src/a.ts', "export * from '@mingji/web';"), true],
  ['server → undeclared', table, file('packages/server/src/a.ts', "import _ from 'lodash';"), true],
  ['server → vitest outside tests', table, file('packages/server/src/a.ts', "import 'vitest';"), true],
  ['server → undeclared, later', table, file('packages/server/src/a.ts', "await import('lodash');"), true],
  ['server → declared', table, file('packages/server/src/a.ts', "import pg from 'pg';"), false],
  ['web → node', table, file('packages/web/src/a.ts', "import { join } from 'node:path';"), true],
  [
    'web → undeclared, over several lines',
    table,
    file('packages/web/src/a.tsx', "import {\n  a,\n  b,\n} from 'lodash';"),
    true,
  ],
  ['web ⇒ server', staysInside, file('packages/web/src/a.ts', "import '../../server/src/x.ts';"), true],
  ['inside', staysInside, file('packages/web/src/a/b.ts', "import '../c.ts';"), false],
  [
    'around the index',
    modulesByTheFrontDoor,
    file('packages/server/src/modules/appeals/a.ts', "import { b } from '../ledger/b.ts';"),
    true,
  ],
  [
    'by the index',
    modulesByTheFrontDoor,
    file('packages/server/src/modules/appeals/commands/a.ts', "import { b } from '../../ledger/index.ts';"),
    false,
  ],
  [
    'command → fastify',
    httpOnTop,
    file('packages/server/src/modules/a/commands/b.ts', "import type { X } from 'fastify';"),
    true,
  ],
  [
    'routes → fastify',
    httpOnTop,
    file('packages/server/src/modules/a/routes.ts', "import type { X } from 'fastify';"),
    false,
  ],
  ['clock', engineIsPure, file('packages/engine/src/a.ts', 'const now = new Date();'), true],
  ['locale', engineIsPure, file('packages/engine/src/a.ts', 'a.localeCompare(b)'), true],
  ['chance', engineIsPure, file('packages/engine/src/a.ts', 'Math.random()'), true],
  ['only spoken of', engineIsPure, file('packages/engine/src/a.ts', '// no Date here\nconst a = 1;'), false],
])('the rule sees %s', (_name, rule, sample, wrong) => {
  expect(rule(sample).length > 0).toBe(wrong);
});
