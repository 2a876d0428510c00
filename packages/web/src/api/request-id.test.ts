import { identity } from '@mingji/contract';
import { expect, test } from 'vitest';
import { ActMemory, newRequestId, takesRequestId } from './request-id.ts';

test('§15 a retry of the same act keeps its request id; other content or a finished act gets a new one', () => {
  const memory = new ActMemory();
  const first = memory.idFor('{"a":1}');
  expect(memory.idFor('{"a":1}')).toBe(first);
  const other = memory.idFor('{"a":2}');
  expect(other).not.toBe(first);
  memory.finished();
  expect(memory.idFor('{"a":2}')).not.toBe(other);
});

test('§15 a request id is a version 4 UUID', () => {
  expect(newRequestId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('§15 which messages carry a request id is read from the contract', () => {
  expect(takesRequestId(identity.createAccount)).toBe(true);
  expect(takesRequestId(identity.signIn)).toBe(false);
  expect(takesRequestId(identity.getSession)).toBe(false);
});
