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

test('X8 what has a name is said once, and every reference leads somewhere', () => {
  const text = JSON.stringify(openApiDocument());
  const { components } = JSON.parse(text) as { components: { schemas: Record<string, object> } };
  const wanted = new Set(
    [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name),
  );
  expect([...wanted].filter((name) => components.schemas[name ?? ''] === undefined)).toEqual([]);
  expect(Object.keys(components.schemas).toSorted()).toEqual([...wanted].toSorted());
  const said = Object.values(components.schemas).map((schema) => JSON.stringify(schema));
  expect(said.filter((one, index) => said.indexOf(one) !== index)).toEqual([]);
});
