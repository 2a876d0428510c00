import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generators } from '../generators/index.ts';
import { ROOT } from '../repository.ts';

for (const generator of generators) {
  const path = join(ROOT, generator.path);
  const before = await readFile(path, 'utf8').catch(() => '');
  const after = await generator.produce();
  if (after !== before) await writeFile(path, after);
  console.log(`${generator.what} ${generator.path} ${after === before ? '无变化' : '已更新'}`);
}
