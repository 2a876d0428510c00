import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../server/test/support/database.ts';
import { verifyCommand } from '../src/commands/verify.ts';
import { terminal } from './terminal.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('X3 mingji verify says that nothing is sealed yet, and that is no failure', async () => {
  const at = terminal(database.url);
  expect(await verifyCommand([], at)).toBe(0);
  expect(at.printed).toEqual(['还没有封存的周期。']);
});

test('X3 mingji verify with an unknown option explains itself', async () => {
  const at = terminal(database.url);
  expect(await verifyCommand(['--all'], at)).toBe(2);
  expect(at.said.join()).toContain('用法：mingji verify');
});
