import { randomUUID } from 'node:crypto';
import { ruleSets } from '@mingji/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestClient } from '../support/client.ts';
import { seedBureau, type TestUnit } from '../support/seed.ts';

let app: TestApp;
let bureau: TestUnit;
let office: TestClient;
beforeAll(async () => {
  app = await startTestApp();
  bureau = await seedBureau(app.db);
  office = await app.signInWith({ roles: ['office'], unit: bureau });
});
afterAll(() => app.stop());

test('P3 a new method starts from the five usual modules, which are its own to change', async () => {
  const { version } = await office.call(ruleSets.createRuleSet, {
    body: {
      requestId: randomUUID(),
      unitId: bureau.id,
      code: 'new-method',
      name: '新办法',
      sequenceCodes: [],
      yaml: null,
    },
  });
  const { modules } = version.content as { readonly modules: readonly { readonly name: string }[] };
  expect(modules.map(({ name }) => name)).toEqual([
    '队伍建设',
    '业务工作',
    '专项工作',
    '考勤考核',
    '激励加减分',
  ]);
});
