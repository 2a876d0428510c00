import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { imports } from '@mingji/contract';
import type { Database } from '../../src/db/database.ts';
import {
  linxi,
  linxiSheet,
  rosterKey,
} from '../../src/modules/imports/recognition/roster/linxi-roster.fixture.ts';
import { otherLayout } from '../../src/modules/imports/recognition/roster/other-layout.fixture.ts';
import type { TestClient } from '../support/client.ts';
import { seedBureau, seedUnit, type TestUnit } from '../support/seed.ts';

export { linxi, linxiSheet, otherLayout, rosterKey };

const folder = new URL('../../test-fixtures/linxi/', import.meta.url);
export const fixture = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)));
export const fixtureKey = <T>(name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as T;

const kinds: Record<string, string> = {
  机关: 'department',
  实战: 'brigade',
  监管: 'custody',
  派出所: 'station',
};

/** The fictional county with its units and aliases, as it stands before the import, beside another county. */
export async function seedLinxi(
  db: Database,
): Promise<{ city: TestUnit; county: TestUnit; other: TestUnit }> {
  const city = await seedBureau(db, { name: '江临市公安局' });
  const county = await seedUnit(db, city, { name: rosterKey.county, kind: 'county' });
  const other = await seedUnit(db, city, { name: '乙县公安局', kind: 'county' });
  for (const [index, { name, kind, aliases }] of rosterKey.units.entries()) {
    const code = String(990_001_000_000 + index);
    const unit = await seedUnit(db, county, { name, kind: kinds[kind] ?? 'department', code });
    for (const alias of aliases) {
      await db
        .insertInto('unit_alias')
        .values({ bureau_id: county.bureauId, alias, unit_id: unit.id })
        .execute();
    }
  }
  return { city, county, other };
}

export async function upload(client: TestClient, name: string, bytes: Uint8Array, query = {}) {
  const answer = await client.upload(
    imports.startImport,
    { name, bytes },
    { query: { requestId: randomUUID(), ...query } },
  );
  return answer.batch;
}

/** All rows of a section, page by page. */
export async function rowsOf(client: TestClient, batchId: string, query: Record<string, unknown> = {}) {
  const rows: imports.ImportRow[] = [];
  for (let page = 1; ; page++) {
    const answer = await client.call(imports.listImportRows, {
      params: { batchId },
      query: { ...query, page, pageSize: 200 },
    });
    rows.push(...answer.items);
    if (rows.length >= answer.total) return rows;
  }
}

export async function countPeople(
  db: Database,
): Promise<{ officers: number; services: number; units: number }> {
  const count = async (table: 'officer' | 'membership' | 'unit') => {
    const { n } = await db
      .selectFrom(table)
      .select((select) => select.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    return Number(n);
  };
  return {
    officers: await count('officer'),
    services: await count('membership'),
    units: await count('unit'),
  };
}

export const ofBatch = (batchId: string) => ({ params: { batchId } });
export const request = () => ({ requestId: randomUUID() });
