import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../server/test/support/database.ts';
import { init } from '../src/commands/init.ts';
import { terminal } from './terminal.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const wanted = ['--name', '测试市公安局', '--code', '320100000000'];

test('Identity mingji init without name and code explains itself and changes nothing', async () => {
  const at = terminal(database.url);
  expect(await init(['--name', '测试市公安局'], at)).toBe(2);
  expect(await init([...wanted, '--unknown'], at)).toBe(2);
  expect(at.said.join()).toContain('用法：mingji init');
  expect(at.printed).toEqual([]);
});

test('Identity mingji init --help prints its usage and succeeds', async () => {
  const at = terminal(database.url);
  expect(await init(['--help'], at)).toBe(0);
  expect(at.printed.join()).toContain('用法：mingji init');
});

test('Identity mingji init names a wrong code', async () => {
  await expect(
    init(['--name', '测试市公安局', '--code', '3201'], terminal(database.url)),
  ).rejects.toMatchObject({
    code: 'invalid',
    message: expect.stringContaining('机构代码应为 12 位数字'),
  });
});

test('Identity mingji init prints three one-time passwords, and refuses a second time', async () => {
  const at = terminal(database.url);
  expect(await init([...wanted, '--sysadmin', 'wang.sys'], at)).toBe(0);
  const text = at.printed.join('\n');
  expect(text).toContain('账号 wang.sys');
  expect(text).toContain('账号 secadmin');
  expect(text).toContain('账号 auditadmin');
  const passwords = [...text.matchAll(/初始密码 (\S+)/g)].map((found) => found[1]);
  expect(new Set(passwords).size).toBe(3);
  await expect(init(wanted, terminal(database.url))).rejects.toMatchObject({ code: 'conflict' });
});
