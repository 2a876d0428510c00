import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Ctx } from '../context.ts';
import {
  askRecusal,
  candidatesFor,
  decideAppeal,
  decideRecusal,
  fileAppeal,
  fileSecondAppeal,
  withdrawAppeal,
} from '../modules/appeals/index.ts';
import { Refusal } from '../refusal.ts';
import { actAs } from './act-as.ts';
import type { DemoAccount } from './demo-accounts.ts';
import type { DemoWorld } from './demo-features.ts';

interface OpenAppeal {
  readonly id: string;
  readonly author: string;
  readonly filedAt: Date;
  /** How often it happened, of a deduction that counts occurrences. */
  readonly quantity: string | null;
  /** Contested because it should be more; taking it away would make the result worse. */
  readonly adds: boolean;
}
type Fate =
  | 'upheld'
  | 'partly'
  | 'second'
  | 'secondAnswered'
  | 'withdrawn'
  | 'recused'
  | 'challenged'
  | 'late';

/** What becomes of the open appeals, in turn; the others stay open. */
const FATES: readonly (Fate | 'open')[] = [
  ...(['upheld', 'open', 'second', 'partly', 'secondAnswered', 'open'] as const),
  ...(['withdrawn', 'recused', 'upheld', 'challenged', 'late', 'second'] as const),
];
/** Each answer computes the result before and after: a start should not wait for more. */
const MOST = 36;
const HOUR_MS = 3_600_000;

/** Both instances in every state, recusals asked and granted, some answers overdue (P7). */
export async function makeAppealHistory(world: DemoWorld): Promise<void> {
  const accounts = new Map(world.city.accounts.all.map((account) => [account.id, account]));
  const officer = world.city.accounts.all.find((account) => account.username === 'demo-officer');
  if (officer) await fileOwn(world, officer);
  const open = await openAppeals(world);
  for (const [index, appeal] of open.entries()) {
    const author = accounts.get(appeal.author);
    const fate = FATES[index % FATES.length] ?? 'open';
    // Where the office itself scored and has nobody else, nobody can answer: it waits, and the page says so.
    const answerable = fate !== 'open' && (await candidatesFor(world.deps.db, appeal.id)).length > 0;
    if (!author || !answerable) continue;
    try {
      await follow({ world, accounts, author, appeal, index }, fate);
    } catch (error) {
      // At the turn of the year, say, without the next year's calendar: then it stays open.
      if (!(error instanceof Refusal)) throw error;
    }
  }
  if (officer) await fileOnNotice(world, officer);
}

/** Where a method withholds the rank while an appeal is open, somebody has one open in what is on notice (§13). */
async function fileOnNotice({ deps, city }: DemoWorld, officer: DemoAccount): Promise<void> {
  const contested = await deps.db
    .selectFrom('ledger_entry as entry')
    .innerJoin('period', 'period.id', 'entry.period_id')
    .innerJoin('rule_set_version as method', 'method.id', 'period.rule_set_version_id')
    .select(['entry.id', 'entry.at'])
    .where('period.bureau_id', '=', city.bureauId)
    .where('period.state', '=', 'inNotice')
    .where('entry.subject_id', '=', officer.officer?.id ?? '')
    .where(sql<boolean>`method.content->'procedure'->>'appealSuspends' = 'rank'`)
    .orderBy('entry.at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!contested) return;
  const at = Math.min(contested.at.getTime() + 20 * HOUR_MS, deps.clock().getTime());
  try {
    await fileAppeal(actAs(deps, city, officer, new Date(at)), {
      ...{ requestId: randomUUID(), entryId: contested.id, fileIds: [] },
      grounds: '同一处隐患两次复查，只登记了一次，整改前后照片可以证明，请复核。',
    });
  } catch (error) {
    // At the turn of the year, say, without the next year's calendar.
    if (!(error instanceof Refusal)) throw error;
  }
}

/** Who is clicked on the sign-in page as an officer has appeals of his own. */
async function fileOwn({ deps, city }: DemoWorld, officer: DemoAccount): Promise<void> {
  const now = deps.clock();
  const rows = await deps.db
    .selectFrom('ledger_entry as entry')
    .innerJoin('period', 'period.id', 'entry.period_id')
    .select('entry.id')
    .where('entry.subject_id', '=', officer.officer?.id ?? '')
    .where('period.state', '<>', 'sealed')
    .where('entry.at', '>', new Date(now.getTime() - 72 * HOUR_MS))
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('appeal').whereRef('appeal.ledger_entry_id', '=', 'entry.id'))),
    )
    .orderBy('entry.seq', 'desc')
    .limit(3)
    .execute();
  for (const { id } of rows) {
    await fileAppeal(actAs(deps, city, officer, now), {
      ...{ requestId: randomUUID(), entryId: id, fileIds: [] },
      grounds: '登记的数量与实际不符，所附台账可以证明，请复核。',
    });
  }
}

async function openAppeals({ deps, city }: DemoWorld): Promise<OpenAppeal[]> {
  const rows = await deps.db
    .selectFrom('appeal')
    .innerJoin('ledger_entry as entry', 'entry.id', 'appeal.ledger_entry_id')
    .innerJoin('account', 'account.id', 'appeal.author_account_id')
    .select([
      'appeal.id',
      'appeal.author_account_id as author',
      'appeal.filed_at as filedAt',
      'entry.quantity',
      sql<boolean>`coalesce(entry.booked_points, 0) >= 0`.as('adds'),
    ])
    .where('appeal.bureau_id', '=', city.bureauId)
    .where('appeal.state', '=', 'filed')
    .orderBy(sql`account.username like 'demo-%'`, 'desc')
    .orderBy('appeal.filed_at')
    .orderBy('appeal.id')
    .limit(MOST)
    .execute();
  return rows;
}

interface Case {
  readonly world: DemoWorld;
  readonly accounts: ReadonlyMap<string, DemoAccount>;
  readonly author: DemoAccount;
  readonly appeal: OpenAppeal;
  readonly index: number;
}

async function follow(case_: Case, fate: Fate): Promise<void> {
  const { appeal } = case_;
  switch (fate) {
    case 'upheld':
      return appeal.adds
        ? answer(case_, appeal.id, 1, '经核对台账，漏登一次，予以更正。', more(appeal))
        : answer(case_, appeal.id, 1, '经核对派警记录，当时确在出警，扣分予以更正。');
    case 'partly':
      if (appeal.adds)
        return answer(case_, appeal.id, 1, '经核对台账，部分属实，予以更正。', more(appeal), true);
      // Only what happened more than once can be granted in part.
      return Number(appeal.quantity ?? 0) > 1
        ? answer(case_, appeal.id, 1, '经核对，其中一次确系公务，其余属实。', { quantity: '1' }, true)
        : answer(case_, appeal.id, 1, '经核对台账，扣分有误，予以更正。');
    case 'second':
      await answer(case_, appeal.id, 1, '经调取记录，扣分属实，维持原评分。', null);
      return void (await goFurther(case_));
    case 'secondAnswered': {
      await answer(case_, appeal.id, 1, '经调取记录，扣分属实，维持原评分。', null);
      const second = await goFurther(case_);
      return answer(case_, second, 2, '经考核委员会研究，首次答复依据充分，维持原结果。', null);
    }
    case 'withdrawn':
      return void (await withdrawAppeal(later(case_, case_.author, 5), appeal.id, randomUUID()));
    case 'recused':
      return recuse(case_);
    case 'challenged':
      return challenge(case_);
    case 'late':
      return makeLate(case_);
  }
}

/** Some hours after it was filed, never after today. */
function later({ world, appeal }: Case, account: DemoAccount, hours: number): Ctx {
  const at = Math.min(appeal.filedAt.getTime() + hours * HOUR_MS, world.deps.clock().getTime());
  return actAs(world.deps, world.city, account, new Date(at));
}

async function answerer(
  { world, accounts, index }: Case,
  appealId: string,
): Promise<DemoAccount | undefined> {
  const found = await candidatesFor(world.deps.db, appealId);
  const chosen = found[index % Math.max(1, Math.min(found.length, 3))];
  return chosen && accounts.get(chosen.id);
}

const more = ({ quantity }: OpenAppeal) => ({ quantity: String(Math.trunc(Number(quantity ?? 1)) + 1) });

/** Without facts to correct by the score falls away; with null it stays. */
async function answer(
  case_: Case,
  appealId: string,
  instance: 1 | 2,
  words: string,
  correction?: { readonly quantity: string } | null,
  partly = false,
): Promise<void> {
  const by = await answerer(case_, appealId);
  if (!by) return;
  const outcome = correction === null ? 'dismissed' : partly ? 'partlyUpheld' : 'upheld';
  const ctx = later(case_, by, instance === 1 ? 30 + case_.index : 60 + case_.index);
  await decideAppeal(ctx, appealId, instance, {
    ...{ requestId: randomUUID(), outcome, answer: words, fileIds: [], correction: correction ?? null },
  });
}

async function goFurther(case_: Case): Promise<string> {
  const { appeal } = await fileSecondAppeal(later(case_, case_.author, 48 + case_.index), case_.appeal.id, {
    ...{ requestId: randomUUID(), fileIds: [], grounds: '首次答复没有核对指挥中心的派警记录，请复核。' },
  });
  return appeal.id;
}

async function recuse(case_: Case): Promise<void> {
  const by = await answerer(case_, case_.appeal.id);
  if (!by) return;
  await askRecusal(later(case_, by, 4), case_.appeal.id, {
    ...{ requestId: randomUUID(), accountId: null, reason: '与当事人系亲属，申请回避。' },
  });
}

/** Asked for by the appellant; every other one is already granted by the office. */
async function challenge(case_: Case): Promise<void> {
  const { world, appeal, author, index } = case_;
  const [about] = await candidatesFor(world.deps.db, appeal.id);
  if (!about) return;
  await askRecusal(later(case_, author, 2), appeal.id, {
    ...{ requestId: randomUUID(), accountId: about.id, reason: '答复人与原评分人同一科室，恐影响公正。' },
  });
  if (index % 2 === 1 || about.id === world.city.accounts.office.id) return;
  const asked = await world.deps.db
    .selectFrom('appeal_recusal')
    .select('id')
    .where('appeal_id', '=', appeal.id)
    .executeTakeFirstOrThrow();
  await decideRecusal(
    later(case_, world.city.accounts.office, 6),
    { appealId: appeal.id, recusalId: asked.id },
    { requestId: randomUUID(), granted: true, reason: '情况属实，同意回避。', assigneeAccountId: null },
  );
}

/** As if filed earlier: its day to be answered has passed. */
async function makeLate({ world, appeal }: Case): Promise<void> {
  const day = new Date(world.deps.clock().getTime() - 2 * 24 * HOUR_MS).toISOString().slice(0, 10);
  await world.deps.db
    .updateTable('appeal')
    .set({ answer_due_on: day, filed_at: new Date(`${day}T01:00:00Z`) })
    .where('id', '=', appeal.id)
    .execute();
}
