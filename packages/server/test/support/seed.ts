import { randomUUID } from 'node:crypto';
import type { Role } from '@mingji/engine';
import { hash } from '@node-rs/argon2';
import type { Database } from '../../src/db/database.ts';

export const TEST_PASSWORD = 'Zhongwen-2026';
/** Hashed once a test file, with the cheapest parameters argon2 takes: tests sign in a lot. */
const testHash = hash(TEST_PASSWORD, { memoryCost: 64, timeCost: 1, parallelism: 1 });

export interface TestUnit {
  readonly id: string;
  readonly bureauId: string;
  readonly code: string;
  readonly name: string;
  readonly path: string;
  readonly level: number;
}
export interface TestOfficer {
  readonly id: string;
  readonly policeNo: string;
  readonly name: string;
  readonly unit: TestUnit;
}
export interface TestAccount {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
}

let made = 0;
const next = () => {
  made += 1;
  return made;
};

/** A bureau with its root unit. */
export async function seedBureau(
  db: Database,
  wish: { readonly name?: string; readonly isDemo?: boolean; readonly kind?: string } = {},
): Promise<TestUnit> {
  const bureauId = randomUUID();
  const code = String(320_000_000_000 + next());
  const name = wish.name ?? `测试市公安局${next()}`;
  await db
    .insertInto('bureau')
    .values({ id: bureauId, name, code, is_demo: wish.isDemo ?? false })
    .execute();
  return insertUnit(db, { bureauId, code, name, path: `${code}/`, level: 1 }, null, wish.kind ?? 'bureau');
}

export async function seedUnit(
  db: Database,
  parent: TestUnit,
  wish: { readonly name?: string; readonly kind?: string; readonly code?: string } = {},
): Promise<TestUnit> {
  const code = wish.code ?? String(320_000_000_000 + next());
  const unit = {
    bureauId: parent.bureauId,
    code,
    name: wish.name ?? `测试单位${next()}`,
    path: `${parent.path}${code}/`,
    level: parent.level + 1,
  };
  return insertUnit(db, unit, parent.id, wish.kind ?? 'station');
}

async function insertUnit(
  db: Database,
  unit: Omit<TestUnit, 'id'>,
  parentId: string | null,
  kind: string,
): Promise<TestUnit> {
  const id = randomUUID();
  const { bureauId, code, name, path, level } = unit;
  await db
    .insertInto('unit')
    .values({ id, bureau_id: bureauId, parent_id: parentId, code, name, kind, level, path })
    .execute();
  return { id, ...unit };
}

export async function seedOfficer(
  db: Database,
  unit: TestUnit,
  wish: {
    readonly name?: string;
    readonly policeNo?: string;
    readonly position?: string;
    readonly post?: string;
    readonly category?: string;
    readonly from?: string;
  } = {},
): Promise<TestOfficer> {
  const id = randomUUID();
  const policeNo = wish.policeNo ?? String(100_000 + next());
  const name = wish.name ?? `民警${next()}`;
  await db
    .insertInto('officer')
    .values({
      id,
      bureau_id: unit.bureauId,
      police_no: policeNo,
      name,
      category: wish.category ?? 'officer',
    })
    .execute();
  await db
    .insertInto('membership')
    .values({
      id: randomUUID(),
      bureau_id: unit.bureauId,
      officer_id: id,
      unit_id: unit.id,
      position: wish.position ?? '民警',
      post: wish.post ?? null,
      from_on: wish.from ?? '2020-01-01',
    })
    .execute();
  return { id, policeNo, name, unit };
}

export interface AccountWish {
  readonly roles: readonly Role[];
  readonly unit: TestUnit;
  /** Where each role counts when not at `unit`. */
  readonly grants?: readonly { readonly role: Role; readonly unit: TestUnit }[];
  readonly officer?: TestOfficer;
  readonly username?: string;
  readonly displayName?: string;
  readonly mustChangePassword?: boolean;
}

/** An active account, made behind the application's back. */
export async function insertAccount(db: Database, wish: AccountWish): Promise<TestAccount> {
  const id = randomUUID();
  const username = wish.username ?? wish.officer?.policeNo ?? `account${next()}`;
  const displayName = wish.displayName ?? wish.officer?.name ?? `账号${next()}`;
  await db
    .insertInto('account')
    .values({
      id,
      bureau_id: wish.unit.bureauId,
      username,
      display_name: displayName,
      officer_id: wish.officer?.id ?? null,
      unit_id: wish.unit.id,
      state: 'active',
      password_hash: await testHash,
      must_change_password: wish.mustChangePassword ?? false,
      password_changed_at: new Date(),
    })
    .execute();
  const grants = [...wish.roles.map((role) => ({ role, unit: wish.unit })), ...(wish.grants ?? [])];
  for (const grant of grants) {
    await db
      .insertInto('account_role')
      .values({ account_id: id, role: grant.role, unit_id: grant.unit.id })
      .execute();
  }
  return { id, username, displayName };
}
