import { randomUUID } from 'node:crypto';
import type { Role } from '@mingji/engine';
import { sql } from 'kysely';
import type { Database, Tx } from '../../db/database.ts';
import { Refusal } from '../../refusal.ts';
import { recordAudit } from '../audit/index.ts';
import { generatePassword } from './generate-password.ts';
import { withHasher } from './hashing-slots.ts';
import { storePassword } from './store-password.ts';

const INIT_LOCK = 7_330_102;
const administrators = [
  { role: 'systemAdmin', username: 'sysadmin', displayName: '系统管理员' },
  { role: 'securityAdmin', username: 'secadmin', displayName: '安全管理员' },
  { role: 'auditAdmin', username: 'auditadmin', displayName: '审计管理员' },
] as const satisfies readonly { role: Role; username: string; displayName: string }[];
type AdministratorRole = (typeof administrators)[number]['role'];

export interface NewBureau {
  readonly name: string;
  /** The root unit's 12-digit code as well. */
  readonly code: string;
  readonly usernames?: Partial<Record<AdministratorRole, string>>;
  readonly isDemo?: boolean;
  readonly timeZone?: string;
  /** `county` for a county bureau, `bureau` (the default) for a city's. */
  readonly rootKind?: 'bureau' | 'county';
  readonly now: Date;
}

export interface InitializedBureau {
  readonly bureauId: string;
  readonly rootUnitId: string;
  /** With passwords that are shown once and must be changed at the first sign-in. */
  readonly administrators: readonly {
    readonly accountId: string;
    readonly role: AdministratorRole;
    readonly username: string;
    readonly displayName: string;
    readonly password: string;
  }[];
}

/** Makes the bureau, its root unit and the three administrators, in one transaction; once in an installation. */
export async function initBureau(db: Database, wanted: NewBureau): Promise<InitializedBureau> {
  const accounts = administrators.map((one) => ({
    ...one,
    username: wanted.usernames?.[one.role] ?? one.username,
    accountId: randomUUID(),
    password: generatePassword(),
  }));
  requireUsable(wanted, accounts);
  const hashes = await withHasher(async (hasher) => {
    const made: string[] = [];
    for (const account of accounts) made.push(await hasher.hash(account.password));
    return made;
  });
  const bureauId = randomUUID();
  const rootUnitId = randomUUID();
  await db.transaction().execute(async (tx) => {
    await makeBureau(tx, wanted, bureauId, rootUnitId);
    for (const [index, account] of accounts.entries()) {
      await makeAdministrator(tx, wanted, { bureauId, rootUnitId, account, hash: hashes[index] ?? '' });
    }
    const source = {
      actor: { bureauId, accountId: null, displayName: '初始化程序' },
      now: wanted.now,
      address: null,
      httpRequestId: null,
    };
    await recordAudit(tx, source, {
      action: 'bureau.initialized',
      subjectKind: 'bureau',
      subjectId: bureauId,
      summary: `初始化${wanted.name}，建立三员账号 ${accounts.map((one) => one.username).join('、')}`,
    });
  });
  return { bureauId, rootUnitId, administrators: accounts };
}

interface NewAdministrator {
  readonly bureauId: string;
  readonly rootUnitId: string;
  readonly account: Omit<InitializedBureau['administrators'][number], 'password'>;
  readonly hash: string;
}

async function makeAdministrator(tx: Tx, wanted: NewBureau, made: NewAdministrator): Promise<void> {
  const { account, bureauId, rootUnitId } = made;
  await tx
    .insertInto('account')
    .values({
      id: account.accountId,
      bureau_id: bureauId,
      username: account.username,
      display_name: account.displayName,
      unit_id: rootUnitId,
      state: 'active',
      created_at: wanted.now,
    })
    .execute();
  await storePassword(tx, account.accountId, made.hash, { mustChange: true, now: wanted.now });
  await tx
    .insertInto('account_role')
    .values({
      account_id: account.accountId,
      role: account.role,
      unit_id: rootUnitId,
      granted_at: wanted.now,
    })
    .execute();
}

function requireUsable(wanted: NewBureau, accounts: readonly { readonly username: string }[]): void {
  const problems = [
    ...(wanted.name.length >= 2 && wanted.name.length <= 60
      ? []
      : [{ path: 'name', message: '机构名称应为 2–60 字' }]),
    ...(/^[0-9A-Z]{12}$/.test(wanted.code) ? [] : [{ path: 'code', message: '机构代码应为 12 位数字' }]),
    ...accounts
      .filter((one) => !/^[A-Za-z0-9_.-]{3,32}$/.test(one.username))
      .map((one) => ({ path: 'username', message: `账号 ${one.username} 应为 3–32 位字母、数字或 _ . -` })),
    ...(new Set(accounts.map((one) => one.username.toLowerCase())).size === accounts.length
      ? []
      : [{ path: 'username', message: '三员不得共用账号' }]),
  ];
  if (problems.length > 0) {
    const all = problems.map((one) => one.message).join('；');
    throw new Refusal('invalid', `初始化参数有误：${all}。请改正后重新执行。`, problems);
  }
}

async function makeBureau(tx: Tx, wanted: NewBureau, bureauId: string, rootUnitId: string): Promise<void> {
  // Two initializations at once must not both find the table empty.
  await sql`select pg_advisory_xact_lock(${INIT_LOCK})`.execute(tx);
  const existing = await tx.selectFrom('bureau').select('name').executeTakeFirst();
  if (existing)
    throw new Refusal(
      'conflict',
      `本库已初始化为“${existing.name}”，不能再次初始化。如需重新开始，请换用空数据库。`,
    );
  await tx
    .insertInto('bureau')
    .values({
      id: bureauId,
      name: wanted.name,
      code: wanted.code,
      is_demo: wanted.isDemo ?? false,
      created_at: wanted.now,
      ...(wanted.timeZone === undefined ? {} : { time_zone: wanted.timeZone }),
    })
    .execute();
  await tx
    .insertInto('unit')
    .values({
      id: rootUnitId,
      bureau_id: bureauId,
      parent_id: null,
      code: wanted.code,
      name: wanted.name,
      kind: wanted.rootKind ?? 'bureau',
      level: 1,
      path: `${wanted.code}/`,
      created_at: wanted.now,
    })
    .execute();
}
