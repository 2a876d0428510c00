import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../src/app.ts';
import { startTestApp, type TestApp } from './support/app.ts';

let server: TestApp;
let app: FastifyInstance;
let folder: string;
beforeAll(async () => {
  server = await startTestApp();
  folder = await mkdtemp(join(tmpdir(), 'mingji-web-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<title>start page</title>');
  await writeFile(join(folder, 'assets', 'page-1a2b.js'), 'export {};');
  app = await buildApp(server.deps, { webFolder: folder });
});
afterAll(async () => {
  await app.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

test('Web an address of a page opens the start page, which is never cached for good', async () => {
  const answer = await app.inject('/results/x/officer/y?tab=1');
  expect(answer.body).toContain('start page');
  expect(answer.headers['cache-control']).toBe('no-cache');
});

test('Web an asset is cached for good; one of an older build is gone, not a page in disguise', async () => {
  const asset = await app.inject('/assets/page-1a2b.js');
  expect(asset.headers['cache-control']).toContain('immutable');
  const old = await app.inject('/assets/page-0000.js');
  expect(old.statusCode).toBe(404);
  expect(old.headers['cache-control']).toBe('no-store');
});

test('Web an unknown address of the API is refused in its own shape', async () => {
  const answer = await app.inject('/api/nothing-here');
  expect(answer.statusCode).toBe(404);
  expect(answer.json()).toMatchObject({ code: 'notFound' });
});
