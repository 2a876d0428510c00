import { scoreLog } from '@mingji/contract';
import { inclusionProof, leafHash, rootFromProof } from '@mingji/engine';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeCrypto } from '../../src/crypto/provider.ts';
import { type MonthWorld, sealedMonth, startMonthWorld } from '../results/month.ts';

let world: MonthWorld;
let periodId: string;
let entryId: string;
beforeAll(async () => {
  world = await startMonthWorld();
  ({ periodId, absence: entryId } = await sealedMonth(world));
});
afterAll(() => world.server.stop());

const hash = (bytes: Uint8Array) => nodeCrypto.sm3(bytes);
const receipt = () => world.liClient.call(scoreLog.getEntryReceipt, { params: { entryId } });

test('X3 P14 the receipt of an entry of a sealed period gives its place, and from it the sealed root comes out', async () => {
  const told = await receipt();
  const seal = await world.server.db
    .selectFrom('seal')
    .selectAll()
    .where('period_id', '=', periodId)
    .executeTakeFirstOrThrow();
  const rows = await world.server.db
    .selectFrom('ledger_entry')
    .select(['id', 'entry_hash'])
    .where('period_id', '=', periodId)
    .orderBy('seq')
    .execute();
  expect(told).toMatchObject({
    entryId,
    unchanged: true,
    seal: {
      sequenceNo: seal.sequence_no,
      sealHash: seal.seal_hash.toString('hex'),
      entryCount: rows.length,
      included: true,
    },
  });
  const index = (told.seal?.position ?? 0) - 1;
  expect(rows[index]?.id).toBe(entryId);
  const leaves = rows.map((row) => leafHash(row.entry_hash, hash));
  const proof = inclusionProof(leaves, index, hash);
  const own = leafHash(Buffer.from(told.hash, 'hex'), hash);
  expect(proof.length).toBeGreaterThan(0);
  const root = rootFromProof(own, index, leaves.length, proof, hash);
  expect(Buffer.from(root ?? []).toString('hex')).toBe(seal.entries_root.toString('hex'));
  const elsewhere = rootFromProof(own, (index + 1) % leaves.length, leaves.length, proof, hash);
  expect(Buffer.from(elsewhere ?? []).equals(seal.entries_root)).toBe(false);
});

test('X3 P14 an entry changed behind the server’s back is told in its receipt, and stands under the seal no more', async () => {
  const owner = new pg.Client({ connectionString: world.server.ownerUrl });
  await owner.connect();
  try {
    await owner.query('alter table ledger_entry disable trigger user');
    await owner.query('update ledger_entry set quantity = quantity + 1 where id = $1', [entryId]);
    expect(await receipt()).toMatchObject({ unchanged: false, seal: { included: true } });
    await owner.query(`update ledger_entry set entry_hash = decode(repeat('ab', 32), 'hex') where id = $1`, [
      entryId,
    ]);
    expect(await receipt()).toMatchObject({ unchanged: false, seal: { included: false } });
  } finally {
    await owner.query('alter table ledger_entry enable trigger user');
    await owner.end();
  }
});
