import { randomUUID } from 'node:crypto';
import { entries, files } from '@mingji/contract';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { nodeCrypto } from '../../src/crypto/provider.ts';
import type { FileStore } from '../../src/modules/files/index.ts';
import { type VerifiedSeal, verifyAllSeals } from '../../src/modules/results/index.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { sealMonth } from '../support/evaluation.ts';
import { makePeriod, makeWorkCity, type WorkCity } from '../support/work-city.ts';

let app: TestApp;
let city: WorkCity;
let owner: pg.Client;
let entryId: string;
let first: string;
let second: string;
let now = new Date('2026-08-20T02:00:00Z');

beforeAll(async () => {
  app = await startTestApp({ clock: () => now });
  city = await makeWorkCity(app);
  owner = new pg.Client({ connectionString: app.ownerUrl });
  await owner.connect();
  const july = await makePeriod(app, { bureau: city.bureau, versionId: city.versionId, month: 7 });
  const august = await makePeriod(app, { bureau: city.bureau, versionId: city.versionId, month: 8 });
  const { file } = await city.as.inspector.upload(files.uploadFile, {
    name: '通报.txt',
    bytes: Buffer.from('迟到通报'),
  });
  const { entry } = await city.as.inspector.call(entries.postEntry, {
    body: {
      requestId: randomUUID(),
      periodId: august,
      subjectKind: 'officer',
      subjectId: city.officer.id,
      indicatorCode: 'attendance',
      eventCode: 'late',
      occurredOn: '2026-08-18',
      reason: '迟到',
      fileIds: [file.id],
    },
  });
  entryId = entry.id;
  now = new Date('2026-09-01T02:00:00Z');
  first = await sealMonth(app, city.as.office, july);
  second = await sealMonth(app, city.as.office, august);
});
afterAll(async () => {
  await owner.end();
  await app.stop();
});

let told: VerifiedSeal[] = [];
beforeEach(() => {
  told = [];
});
const verify = (stored: FileStore | null = app.deps.files, keys = [app.deps.keys.sealPublicPem]) =>
  verifyAllSeals(app.db, nodeCrypto, (seal) => told.push(seal), { trustedKeys: keys, files: stored });
const messages = () => told.flatMap((seal) => seal.findings.map((finding) => finding.message)).join('\n');

/** Acts as somebody with the database in hand, looks, and puts everything back. */
async function tampered(statements: readonly string[], look: () => Promise<void>): Promise<void> {
  const tables = ['seal', 'audit_event', 'period'];
  await owner.query(`create schema kept`);
  for (const table of tables) await owner.query(`create table kept.${table} as table ${table}`);
  const triggers = (what: 'disable' | 'enable') =>
    Promise.all(tables.map((table) => owner.query(`alter table ${table} ${what} trigger user`)));
  await triggers('disable');
  try {
    for (const statement of statements) await owner.query(statement);
    await look();
  } finally {
    await owner.query('delete from seal');
    await owner.query('insert into seal select * from kept.seal');
    await owner.query('delete from audit_event');
    await owner.query('insert into audit_event overriding system value select * from kept.audit_event');
    await owner.query(
      'update period p set state = k.state, sealed_at = k.sealed_at, to_on = k.to_on from kept.period k where k.id = p.id',
    );
    await triggers('enable');
    await owner.query('drop schema kept cascade');
  }
}

test('X3 untouched seals verify, their attachments too', async () => {
  expect(await verify()).toEqual({ verified: 2, failed: 0 });
});

test('X3 an attachment whose bytes were changed on the disk is found, and the entry is named', async () => {
  const forged: FileStore = {
    put: app.deps.files.put,
    open: async () => (await import('node:stream')).Readable.from([Buffer.from('表扬通报')]),
  };
  expect((await verify(forged)).failed).toBe(1);
  expect(messages()).toContain(entryId);
  expect(messages()).toContain('通报.txt');
});

test('X3 an attachment that is gone from the disk is found', async () => {
  const empty: FileStore = {
    put: app.deps.files.put,
    open: () => Promise.reject(Object.assign(new Error('gone'), { code: 'ENOENT' })),
  };
  expect((await verify(empty)).failed).toBe(1);
});

test('X3 the last seal taken out of the chain is found by the sealed month that has none', async () => {
  await tampered([`delete from seal where id = '${second}'`], async () => {
    expect(await verify()).toEqual({ verified: 1, failed: 1 });
    expect(messages()).toContain('2026年8月');
  });
});

test('X3 the last seal taken out and the month opened again is found by the audit log', async () => {
  await tampered(
    [
      `delete from seal where id = '${second}'`,
      `update period set state = 'inNotice', sealed_at = null where label = '2026年8月'`,
    ],
    async () => {
      expect(await verify()).toEqual({ verified: 1, failed: 1 });
      expect(messages()).toContain('2026年8月');
    },
  );
});

test('X3 a sealed month whose window was moved is found', async () => {
  await tampered([`update period set to_on = '2026-09-15' where label = '2026年8月'`], async () => {
    expect((await verify()).failed).toBe(1);
    expect(messages()).toContain('2026-08-31');
  });
});

test('X3 a public key that is no key is a finding, not a crash', async () => {
  await tampered([`update seal set public_key = 'nonsense' where id = '${first}'`], async () => {
    expect((await verify()).failed).toBe(1);
    expect(messages()).toContain('签名');
  });
});

test('X3 seals signed with another key than the installation’s own are found', async () => {
  const { failed } = await verify(null, [nodeCrypto.generateSigningKey().publicKeyPem]);
  expect(failed).toBe(2);
});
