import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { decodeUtf8 } from './decode-utf8.ts';

const bin = fileURLToPath(new URL('../bin/mingji.mjs', import.meta.url));
/** 张三 in GBK. */
const gbk = Buffer.from([0xd5, 0xc5, 0xc8, 0xfd]);

test('X8 bytes that are no UTF-8 are not read, all others keep every sign, the order mark too', () => {
  expect(() => decodeUtf8(gbk)).toThrow(TypeError);
  expect(decodeUtf8(Buffer.from('\uFEFF张三'))).toBe('\uFEFF张三');
});

test('X8 a file or an input in another encoding is refused, never read with its names spoiled', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingji-'));
  const document = Buffer.concat([Buffer.from('{"subjects":[{"id":"'), gbk, Buffer.from('","score":"1"}]}')]);
  const file = join(folder, 'a.json');
  writeFileSync(file, document);
  const run = (argv: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'rank', ...argv], {
      input: document,
      encoding: 'utf8',
      timeout: 30_000,
    });
    return [status, JSON.parse(stdout).message, stderr];
  };
  const why = '内容不是 UTF-8 编码，请另存为 UTF-8 后再用';
  expect(run([])).toEqual([1, `读不到标准输入：${why}`, '']);
  expect(run([file])).toEqual([1, `读不到 ${file}：${why}`, '']);
  rmSync(folder, { recursive: true });
}, 60_000);
