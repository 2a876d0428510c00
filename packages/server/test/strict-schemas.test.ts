import { endpoint as describe, type EndpointShape, errorBody } from '@mingji/contract';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { allEndpoints } from '../src/openapi.ts';
import { installErrorAnswers } from '../src/plugins/error-answers.ts';
import { installStrictZod } from '../src/plugins/strict-zod.ts';

const message = z.strictObject({
  count: z.number().int(),
  note: z.string().nullable(),
  flag: z.boolean(),
});
const echo = describe({
  method: 'POST',
  path: '/echo',
  summary: 'echo',
  tag: 'test',
  gate: 'public',
  body: message,
  response: message,
});
const good = { count: 1, note: null, flag: true };

let app: FastifyInstance;
const theBody = Symbol('what came in');
let answer: unknown = theBody;
beforeAll(() => {
  app = Fastify();
  installStrictZod(app);
  installErrorAnswers(app);
  app.route({
    method: echo.method,
    url: echo.path,
    schema: { body: echo.body, response: { 200: echo.response } },
    handler: async (request) => (answer === theBody ? request.body : answer),
  });
});
afterAll(() => app.close());

async function send(body: unknown) {
  answer = theBody;
  return app.inject({ method: 'POST', url: '/echo', payload: body as object });
}
async function receive(wrong: unknown) {
  answer = wrong;
  return app.inject({ method: 'POST', url: '/echo', payload: good });
}

test('Foundation null stays null, in both directions', async () => {
  expect((await send(good)).json()).toEqual(good);
  expect((await receive(good)).body).toBe(JSON.stringify(good));
});

test('Foundation a request’s null is not 0, true not 1, "1" not 1, and a missing field is no default', async () => {
  const wrong: [string, unknown][] = [
    ['count', { ...good, count: null }],
    ['count', { ...good, count: true }],
    ['count', { ...good, count: '1' }],
    ['count', { note: null, flag: true }],
    ['flag', { ...good, flag: 'true' }],
    ['flag', { ...good, flag: 1 }],
    ['note', { ...good, note: 0 }],
    ['note', { count: 1, flag: true }],
  ];
  for (const [path, body] of wrong) {
    const refused = await send(body);
    expect(refused.statusCode).toBe(400);
    expect(errorBody.parse(refused.json())).toMatchObject({ code: 'invalid', problems: [{ path }] });
  }
});

test('Foundation a request’s unknown keys are refused and named, not dropped', async () => {
  const refused = await send({ ...good, points: '3' });
  expect(refused.statusCode).toBe(400);
  expect(refused.json().problems[0].message).toContain('points');
  for (const body of [[good], 'text', 1, null]) {
    const other = await app.inject({
      method: 'POST',
      url: '/echo',
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify(body),
    });
    expect([body, other.statusCode]).toEqual([body, 400]);
  }
});

test('Foundation every problem of a request is told at once', async () => {
  const refused = await send({ count: null, note: 1, flag: 0 });
  expect(refused.json().problems.map((one: { path: string }) => one.path)).toEqual(['count', 'note', 'flag']);
});

test('Foundation a response that does not fit is a surprise, never bent into shape or leaked', async () => {
  const wrong = [
    { ...good, count: null },
    { ...good, count: true },
    { ...good, count: '1' },
    { ...good, passwordHash: 'secret' },
    { count: 1, flag: true },
    null,
  ];
  for (const one of wrong) {
    const refused = await receive(one);
    expect([one, refused.statusCode]).toEqual([one, 500]);
    expect(refused.json().code).toBe('internal');
    expect(refused.body).not.toContain('secret');
  }
});

type Json = Record<string, unknown>;
/** Visits every schema below one, with the path to it; definitions are visited where they stand. */
function visit(schema: unknown, path: string, look: (schema: Json, path: string) => void): void {
  if (Array.isArray(schema)) {
    for (const [index, one] of schema.entries()) visit(one, `${path}/${index}`, look);
    return;
  }
  if (typeof schema !== 'object' || schema === null) return;
  look(schema as Json, path);
  for (const [key, below] of Object.entries(schema)) visit(below, `${path}/${key}`, look);
}
type Part = 'params' | 'query' | 'body' | 'response';
function looseObjects(endpoint: EndpointShape, part: Part): string[] {
  const schema = endpoint[part];
  const found: string[] = [];
  if (!schema) return found;
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  visit(json, `${endpoint.method} ${endpoint.path} ${part}`, (one, path) => {
    if (one.type === 'object' && one.properties !== undefined && one.additionalProperties !== false) {
      found.push(path);
    }
  });
  return found;
}
function unboundedArrays(endpoint: EndpointShape, part: Part): string[] {
  const schema = endpoint[part];
  const found: string[] = [];
  if (!schema) return found;
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  visit(json, `${endpoint.method} ${endpoint.path} ${part}`, (one, path) => {
    if (one.type === 'array' && one.items !== undefined && one.maxItems === undefined) found.push(path);
  });
  return found;
}
const parts = ['params', 'query', 'body', 'response'] as const;

test('Foundation the walk itself finds a loose object and an endless list', () => {
  const loose = { ...echo, response: z.object({ inner: z.array(z.object({ a: z.string() })) }) };
  expect(looseObjects(loose, 'response')).toHaveLength(2);
  expect(unboundedArrays(loose, 'response')).toHaveLength(1);
  const nested = {
    ...echo,
    response: z.strictObject({ one: z.union([z.null(), z.object({ a: z.string() })]) }),
  };
  expect(looseObjects(nested, 'response')).toHaveLength(1);
});

test('Foundation every object of every message is strict', () => {
  const endpoints = allEndpoints();
  expect(endpoints.length).toBeGreaterThan(10);
  expect(endpoints.flatMap((one) => parts.flatMap((part) => looseObjects(one, part)))).toEqual([]);
});

test('Foundation every list of every message has an end', () => {
  expect(allEndpoints().flatMap((one) => parts.flatMap((part) => unboundedArrays(one, part)))).toEqual([]);
});

test('Foundation every change that books something carries a request id made by the client', () => {
  const withoutEffectWhenRepeated = /^\/api\/session(\/|$)/;
  const computesOnly = /\/(reading|verification|[a-z-]*preview)$/;
  const without = allEndpoints()
    .filter((one) => one.method !== 'GET' && !one.upload)
    .filter((one) => !withoutEffectWhenRepeated.test(one.path) && !computesOnly.test(one.path))
    .filter((one) => {
      const json = one.body
        ? (z.toJSONSchema(one.body, { io: 'input', unrepresentable: 'any' }) as Json)
        : {};
      return !JSON.stringify(json).includes('"requestId"');
    });
  expect(without.map((one) => `${one.method} ${one.path}`)).toEqual([]);
});
