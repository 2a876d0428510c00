import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type EndpointShape, files, results } from '@mingji/contract';
import type { FastifyInstance } from 'fastify';
import { expect, test } from 'vitest';
import type { Deps } from '../context.ts';
import { exportSummary } from '../modules/audit/record-export.ts';
import { downloadRoute } from './download-route.ts';
import { route } from './route.ts';

const modules = fileURLToPath(new URL('../modules/', import.meta.url));
const app = { route: () => {} } as unknown as FastifyInstance;
const nothing = {} as Deps;

test('三员 an endpoint that answers with a file cannot be registered past the audit record, nor another with it', () => {
  const plain = (endpoint: EndpointShape) => () => route(app, nothing, endpoint, async () => undefined);
  expect(plain(files.downloadFile)).toThrow(/downloadRoute/);
  expect(plain(results.getClosing)).not.toThrow();
  const taken = { action: 'a.taken', subjectKind: 'period', subjectId: null };
  const asFile = (endpoint: EndpointShape) => () =>
    downloadRoute(app, nothing, endpoint, taken, async () => {
      throw new Error('not called');
    });
  expect(asFile(results.getClosing)).toThrow(/use route/);
  expect(asFile(files.downloadFile)).not.toThrow();
});

test('三员 no feature sends a file by its own hand', () => {
  const sending = readdirSync(modules, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .filter((path) => /'content-disposition'|\.send\(/.test(readFileSync(`${modules}/${path}`, 'utf8')));
  expect(sending).toEqual([]);
});

test('三员 the record says what left, how many rows and narrowed to what', () => {
  expect(exportSummary('导出排名', { name: '9月排名.xlsx', rows: 12, narrowed: '序列为民警' })).toBe(
    '导出排名：“9月排名.xlsx”，12 行，范围：序列为民警',
  );
  expect(exportSummary('下载附件', { name: '照片.png' })).toBe('下载附件：“照片.png”');
});
