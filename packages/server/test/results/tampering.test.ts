import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeCrypto } from '../../src/crypto/provider.ts';
import type { Tx } from '../../src/db/database.ts';
import { entryHash } from '../../src/modules/ledger/index.ts';
import { type Verification, verifySeal } from '../../src/modules/results/index.ts';
import { sealHash } from '../../src/modules/results/seal-header.ts';
import { type MonthWorld, sealedMonth, startMonthWorld } from './month.ts';

let world: MonthWorld;
let month: { periodId: string; absence: string; sealId: string };
beforeAll(async () => {
  world = await startMonthWorld();
  await sealedMonth(world);
  month = await sealedMonth(world);
});
afterAll(() => world.server.stop());

class Undo extends Error {}

/**
 * Acts as the database's owner with every trigger off, as somebody with the disk in his hands could, verifies what he
 * left behind, and puts everything back.
 */
async function verifiedAfter(tamper: (tx: Tx) => Promise<unknown>): Promise<Verification> {
  let report: Verification | null = null;
  const { db, deps } = world.server;
  await db
    .transaction()
    .execute(async (tx) => {
      await sql`set local role none`.execute(tx);
      for (const table of ['ledger_entry', 'result', 'seal', 'rule_set_version']) {
        await sql`alter table ${sql.table(table)} disable trigger user`.execute(tx);
      }
      await tamper(tx);
      const seal = await tx
        .selectFrom('seal')
        .selectAll()
        .where('id', '=', month.sealId)
        .executeTakeFirstOrThrow();
      report = await verifySeal(tx, deps.crypto, seal, [deps.keys.sealPublicPem]);
      throw new Undo();
    })
    .catch((error) => {
      if (!(error instanceof Undo)) throw error;
    });
  if (!report) throw new Error('nothing was verified');
  return report;
}
const places = (report: Verification) => report.findings.map(({ check, place }) => `${check} ${place}`);
const ofLi = () => sql`period_id = ${month.periodId} and subject_id = ${world.li.id}`;

test('X3 an untouched month verifies', async () => {
  expect(await verifiedAfter(async () => {})).toMatchObject({ ok: true, findings: [] });
});

test('X3 a changed quantity of an entry is found: the entry, the field, before and after are named', async () => {
  const report = await verifiedAfter((tx) =>
    sql`update ledger_entry set quantity = 1 where id = ${month.absence}`.execute(tx),
  );
  expect(places(report)).toEqual([
    `ledger ledger_entry ${month.absence}`,
    `ledger entries[${month.absence}].quantity`,
  ]);
  expect(report.findings[1]?.message).toContain('封存时为 "2"，现在为 "1"');
  expect(report.checked.filter((check) => !check.ok).map((check) => check.check)).toEqual(['ledger']);
});

test('X3 changed points of an entry, which no result is computed from, are found by its own hash', async () => {
  const report = await verifiedAfter((tx) =>
    sql`update ledger_entry set booked_points = -1 where id = ${month.absence}`.execute(tx),
  );
  expect(places(report)).toEqual([`ledger ledger_entry ${month.absence}`]);
});

test('X3 one character of an entry’s reason is found', async () => {
  const report = await verifiedAfter((tx) =>
    sql`update ledger_entry set reason = '抽查不在岗' where id = ${month.absence}`.execute(tx),
  );
  expect(places(report)).toContain(`ledger entries[${month.absence}].reason`);
});

test('X3 a changed reason whose hash was made anew is found by the root and by the sealed content', async () => {
  const report = await verifiedAfter(async (tx) => {
    const row = await tx
      .selectFrom('ledger_entry')
      .selectAll()
      .where('id', '=', month.absence)
      .executeTakeFirstOrThrow();
    const forged = { ...row, reason: '抽查不在岗' };
    await tx
      .updateTable('ledger_entry')
      .set({ reason: forged.reason, entry_hash: entryHash(nodeCrypto, forged, []) })
      .where('id', '=', month.absence)
      .execute();
  });
  expect(places(report)).toEqual(['entriesRoot ledger', `ledger entries[${month.absence}].reason`]);
});

test('X3 a deleted entry is found and named', async () => {
  const report = await verifiedAfter((tx) =>
    sql`delete from ledger_entry where id = ${month.absence}`.execute(tx),
  );
  expect(places(report)).toEqual(['entriesRoot ledger', `ledger entries[${month.absence}]`]);
  expect(report.findings[0]?.message).toBe('封存时有 4 条台账，现在有 3 条');
});

test('X3 an entry slipped into a sealed month is found and named', async () => {
  const added = '11111111-1111-4111-8111-111111111111';
  const report = await verifiedAfter((tx) =>
    sql`insert into ledger_entry (id, bureau_id, period_id, rule_set_version_id, subject_kind, subject_id,
          subject_unit_id, owner_unit_id, indicator_code, kind, event_code, quantity, occurred_on, clause, reason,
          source_kind, by_account_id, by_name, at, request_id, entry_hash)
        select ${added}, bureau_id, period_id, rule_set_version_id, subject_kind, subject_id, subject_unit_id,
          owner_unit_id, indicator_code, kind, event_code, quantity, occurred_on, clause, reason, source_kind,
          by_account_id, by_name, at, ${added}, entry_hash
        from ledger_entry where id = ${month.absence}`.execute(tx),
  );
  expect(places(report)).toContain(`ledger entries[${added}]`);
  expect(places(report)).toContain('entriesRoot ledger');
});

test('X3 a result’s score, rank, item and name are each found and named', async () => {
  const place = `results results[${world.li.id}]`;
  const changes: [change: string, where: string][] = [
    ['score = 92.01', 'score'],
    ['rank = 1', 'rank'],
    [`detail = jsonb_set(detail, '{items,0,value}', '"59"')`, 'items.duty'],
    [`detail = jsonb_set(detail, '{items}', '[]')`, 'items.duty'],
    ["subject_name = '李谋'", 'name'],
    ["sequence_code = 'inner'", 'sequence'],
  ];
  for (const [change, where] of changes) {
    const report = await verifiedAfter((tx) =>
      sql`update result set ${sql.raw(change)} where ${ofLi()}`.execute(tx),
    );
    expect(places(report)[0], change).toBe(`${place}.${where}`);
    expect(report.findings[0]?.message, change).toContain(change.includes('李谋') ? '李谋' : '李某');
  }
});

test('X3 a deleted result is found by the name of whose it was', async () => {
  const report = await verifiedAfter((tx) => sql`delete from result where ${ofLi()}`.execute(tx));
  expect(report.findings).toEqual([
    { check: 'results', place: `results[${world.li.id}]`, message: '李某 的成绩在封存时存在，现在缺失' },
  ]);
});

test('X3 every byte of the seal’s content counts: one flipped anywhere is found', async () => {
  const { content_gzip: content } = await world.server.db
    .selectFrom('seal')
    .select('content_gzip')
    .where('id', '=', month.sealId)
    .executeTakeFirstOrThrow();
  // The header's time stamp and flags are no content; from the compressed data on, nothing may change.
  for (const at of [10, 40, Math.floor(content.length / 2), content.length - 9, content.length - 5]) {
    const report = await verifiedAfter((tx) =>
      sql`update seal set content_gzip = set_byte(content_gzip, ${at}, (get_byte(content_gzip, ${at}) + 1) % 256)
          where id = ${month.sealId}`.execute(tx),
    );
    expect(places(report)[0], `byte ${at}`).toBe('contentHash seal.content');
  }
});

test('X3 content written anew with another score is found, and the score is named', async () => {
  const report = await verifiedAfter(async (tx) => {
    const { content_gzip: content } = await tx
      .selectFrom('seal')
      .select('content_gzip')
      .where('id', '=', month.sealId)
      .executeTakeFirstOrThrow();
    const forged = gunzipSync(content).toString('utf8').replace('"score":"92"', '"score":"93"');
    await tx
      .updateTable('seal')
      .set({ content_gzip: gzipSync(forged) })
      .where('id', '=', month.sealId)
      .execute();
  });
  expect(places(report)).toEqual([
    'contentHash seal.content',
    `results results[${world.li.id}].score`,
    `recomputation results[${world.li.id}].score`,
  ]);
});

test('X3 one byte of the signature, and of who sealed when, is found', async () => {
  const signature = await verifiedAfter((tx) =>
    sql`update seal set signature = set_byte(signature, 20, (get_byte(signature, 20) + 1) % 256)
        where id = ${month.sealId}`.execute(tx),
  );
  expect(places(signature)).toEqual(['signature seal.signature']);
  for (const change of [
    `sealed_at = sealed_at - interval '1 second'`,
    `early_reason = '提前'`,
    'entry_count = 5',
  ]) {
    const report = await verifiedAfter((tx) =>
      sql`update seal set ${sql.raw(change)} where id = ${month.sealId}`.execute(tx),
    );
    expect(places(report), change).toContain('sealHash seal');
  }
});

test('X3 the words of a clause changed in the rule set are found', async () => {
  const report = await verifiedAfter((tx) =>
    sql`update rule_set_version set content = jsonb_set(content, '{clauses,0,text}', '"抽查一次不在位扣 2 分。"')
        where id = (select rule_set_version_id from period where id = ${month.periodId})`.execute(tx),
  );
  expect(places(report)).toEqual(['ruleSet ruleSet.clauses']);
  expect(report.findings[0]?.message).toContain('扣 2 分');
});

test('X3 a changed or missing previous seal breaks the chain here', async () => {
  for (const tamper of [
    sql`update seal set seal_hash = set_byte(seal_hash, 0, (get_byte(seal_hash, 0) + 1) % 256) where sequence_no = 1`,
    sql`delete from seal where sequence_no = 1`,
  ]) {
    const report = await verifiedAfter((tx) => tamper.execute(tx));
    expect(places(report)).toEqual(['chain seal 2']);
  }
});

test('X3 a seal made anew in every detail, but signed with another key, is found', async () => {
  const forger = nodeCrypto.generateSigningKey();
  const report = await verifiedAfter(async (tx) => {
    const seal = await tx
      .selectFrom('seal')
      .selectAll()
      .where('id', '=', month.sealId)
      .executeTakeFirstOrThrow();
    const header = {
      bureau: seal.bureau_id,
      period: seal.period_id,
      sequenceNo: seal.sequence_no,
      contentHash: seal.content_hash,
      entriesRoot: seal.entries_root,
      entryCount: seal.entry_count,
      sealedBy: seal.sealed_by,
      sealedAt: seal.sealed_at,
      earlyReason: seal.early_reason,
      publicKey: forger.publicKeyPem,
    };
    const hash = sealHash(nodeCrypto, header, seal.previous_hash);
    await tx
      .updateTable('seal')
      .set({
        seal_hash: hash,
        public_key: forger.publicKeyPem,
        signature: nodeCrypto.sign(forger.privateKeyPem, hash),
      })
      .where('id', '=', month.sealId)
      .execute();
  });
  expect(places(report)).toEqual(['signature seal.public_key']);
});
