import { afterAll, beforeAll, expect, test } from 'vitest';
import { allEndpoints, openApiDocument } from '../src/openapi.ts';
import { startTestApp, type TestApp } from './support/app.ts';

let server: TestApp;
beforeAll(async () => {
  server = await startTestApp({ demoMode: true });
});
afterAll(() => server.stop());

test('X8 the server answers with the same description', async () => {
  const answer = await server.app.inject({ method: 'GET', url: '/api/openapi.json' });
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toEqual(JSON.parse(JSON.stringify(openApiDocument())));
});

test('X8 every route the server has is described, with the same gate, and nothing else is', () => {
  const described = allEndpoints().map((one) => `${one.method} ${one.path} ${one.gate}`);
  const served = server.app.gatedRoutes
    .filter((one) => one.method !== 'HEAD' && !['/api/health', '/api/openapi.json'].includes(one.url))
    .map((one) => `${one.method} ${one.url} ${one.gate}`);
  expect(served.toSorted()).toEqual(described.toSorted());
});

test('X8 no two endpoints share method and path', () => {
  const addresses = allEndpoints().map((one) => `${one.method} ${one.path}`);
  expect(addresses.filter((one, index) => addresses.indexOf(one) !== index)).toEqual([]);
});
