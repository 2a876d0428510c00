import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../program.ts';
import { ROOT } from '../repository.ts';

/** Each `bench/<name>.bench.ts` is a program that measures, prints against its limit, and fails when over it. */
const wanted = process.argv.slice(2);
const folder = join(ROOT, 'bench');
const files = (await readdir(folder)).filter((name) => name.endsWith('.bench.ts')).sort();
const chosen = files.filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
for (const file of chosen) {
  console.log(`\n▸ ${file}`);
  const ended = await run(process.execPath, ['--expose-gc', join(folder, file)], { show: true });
  if (!ended.ok) process.exitCode = 1;
}
if (chosen.length === 0) {
  console.error('没有符合的测量程序。');
  process.exitCode = 1;
}
