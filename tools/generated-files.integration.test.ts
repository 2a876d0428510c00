import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generators } from './generators/index.ts';
import { ROOT } from './repository.ts';

test.each(generators)('$path is what its generator makes today (npm run generate)', async (generator) => {
  const committed = await readFile(join(ROOT, generator.path), 'utf8');
  expect(await generator.produce()).toBe(committed);
});
