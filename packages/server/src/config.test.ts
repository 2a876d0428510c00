import { expect, test } from 'vitest';
import { isLoopback, loadConfig } from './config.ts';
import { StartRefusal } from './start-refusal.ts';

test('P19 an empty environment means the loopback, port 8080 and the embedded database', () => {
  const config = loadConfig({});
  expect(config).toMatchObject({ host: '127.0.0.1', port: 8080, databaseUrl: null, idleMinutes: 30 });
  expect(config.varDir.endsWith('/var')).toBe(true);
});

test.each([
  ['PORT', '80a'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['HOST', 'a b'],
  ['MINGJI_IDLE_MINUTES', '0'],
  ['MINGJI_SECURE_COOKIES', 'yes'],
  ['MINGJI_LOG_LEVEL', 'loud'],
])('P19 %s=%s is refused in one line that names the variable and its rule', (name, value) => {
  const line = refusalOf({ [name]: value });
  expect(line).toContain(name);
  expect(line).toContain(value);
  expect(line).not.toContain('\n');
});

test('P19 a wrong DATABASE_URL is refused without showing the password in it', () => {
  const line = refusalOf({ DATABASE_URL: 'mysql://mingji:secret@db/mingji' });
  expect(line).toContain('DATABASE_URL');
  expect(line).not.toContain('secret');
});

test('only addresses of the machine itself are loopback', () => {
  expect(['127.0.0.1', '127.1.2.3', '::1', 'localhost'].map(isLoopback)).toEqual([true, true, true, true]);
  expect(['0.0.0.0', '10.127.0.1', '::'].map(isLoopback)).toEqual([false, false, false]);
});

function refusalOf(env: Record<string, string>): string {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof StartRefusal) return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
}
