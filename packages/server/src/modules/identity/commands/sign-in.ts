import { sql } from 'kysely';
import type { Deps } from '../../../context.ts';
import { Refusal } from '../../../refusal.ts';
import { recordAudit } from '../../audit/index.ts';
import { withHasher } from '../hashing-slots.ts';
import { type Origin, openSession } from '../open-session.ts';
import { forgetFailures, isLocked, LOCK_MINUTES, nameHash, noteFailure } from '../sign-in-failures.ts';

interface Credentials {
  readonly username: string;
  readonly password: string;
}
type Candidate = Awaited<ReturnType<typeof findAccount>>;

const failed = () =>
  new Refusal('signInFailed', `账号或密码不正确。连续 5 次不正确将锁定 ${LOCK_MINUTES} 分钟。`);
export const locked = () =>
  new Refusal(
    'locked',
    `登录失败次数过多，已锁定 ${LOCK_MINUTES} 分钟。请稍后再试，或联系安全管理员解除锁定。`,
  );

/**
 * Signs in and answers with the session's token. An unknown name, a pending or disabled account and a wrong password
 * get the same answer after the same work. Checking, hashing and counting stay in one slot, so that guesses sent all
 * at once cannot outrun the count.
 */
export async function signIn(deps: Deps, given: Credentials, origin: Origin): Promise<string> {
  return withHasher(async (hasher) => {
    const now = deps.clock();
    const name = nameHash(deps.crypto, given.username);
    const account = await findAccount(deps, given.username);
    if (await isLocked(deps.db, name, now)) {
      await auditFailure(deps, account, given.username, origin, '锁定期间尝试登录');
      throw locked();
    }
    const matches = account?.password_hash
      ? await hasher.verify(account.password_hash, given.password)
      : await hasher.verifyNobody(given.password);
    if (!account || !matches || account.state !== 'active') {
      const nowLocked = await deps.db.transaction().execute((tx) => noteFailure(tx, name, now));
      await auditFailure(
        deps,
        account,
        given.username,
        origin,
        nowLocked ? '登录失败，账号锁定' : '登录失败',
      );
      throw nowLocked ? locked() : failed();
    }
    return deps.db.transaction().execute(async (tx) => {
      await forgetFailures(tx, name);
      const token = await openSession(tx, deps.crypto, account.id, origin, now);
      await recordAudit(tx, sourceOf(account, now, origin), {
        action: 'session.opened',
        subjectKind: 'account',
        subjectId: account.id,
        summary: `${account.display_name}（${account.username}）登录`,
      });
      return token;
    });
  });
}

function findAccount(deps: Deps, username: string) {
  return deps.db
    .selectFrom('account')
    .select(['id', 'bureau_id', 'username', 'display_name', 'state', 'password_hash'])
    .where(sql`lower(username)`, '=', username.toLowerCase())
    .executeTakeFirst();
}

function sourceOf(account: NonNullable<Candidate>, now: Date, origin: Origin) {
  return {
    actor: { bureauId: account.bureau_id, accountId: account.id, displayName: account.display_name },
    now,
    address: origin.address,
    httpRequestId: origin.httpRequestId,
  };
}

/** A name nobody has may be a password typed into the wrong field: only its beginning is kept. */
async function auditFailure(
  deps: Deps,
  account: Candidate,
  username: string,
  origin: Origin,
  what: string,
): Promise<void> {
  const now = deps.clock();
  const event = { action: 'session.refused', subjectKind: 'account', outcome: 'refused' } as const;
  if (account) {
    const summary = `${what}:${account.username}`;
    await recordAudit(deps.db, sourceOf(account, now, origin), { ...event, subjectId: account.id, summary });
    return;
  }
  const bureau = await deps.db.selectFrom('bureau').select('id').orderBy('created_at').executeTakeFirst();
  if (!bureau) return;
  const shown = `${username.slice(0, 2)}***`;
  await recordAudit(
    deps.db,
    {
      actor: { bureauId: bureau.id, accountId: null, displayName: shown },
      now,
      address: origin.address,
      httpRequestId: origin.httpRequestId,
    },
    { ...event, subjectId: null, summary: `${what}：没有账号 ${shown}` },
  );
}
