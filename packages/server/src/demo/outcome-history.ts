import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Ctx } from '../context.ts';
import {
  createProposal,
  decideProposal,
  listCandidates,
  overrideCheck,
  runCheck,
  submitProposal,
  withdrawProposal,
} from '../modules/outcomes/index.ts';
import { actAs } from './act-as.ts';
import { barNominee } from './barred-nominee.ts';
import type { DemoWorld } from './demo-features.ts';
import { settleWrittenReviews } from './written-review-history.ts';

/** Written reviews in every state, proposals of every kind of end, and a stored check of nominees (P16, P17). */
export async function makeOutcomeHistory(world: DemoWorld): Promise<void> {
  await settleWrittenReviews(world);
  const { city, deps } = world;
  const committee = city.accounts.all.find((account) => account.username === 'demo-committee');
  const periodId = await newestSealedMonth(world);
  if (!committee || periodId === null) return;
  const now = deps.clock();
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const office = (days: number) => actAs(deps, city, city.accounts.office, ago(days));
  const board = (days: number) => actAs(deps, city, committee, ago(days));
  const { items } = await listCandidates(office(6), periodId);
  const take = (kind: string, subjectKind: 'officer' | 'unit', skip: number) =>
    items.filter((one) => one.kind === kind && one.subject.kind === subjectKind)[skip];
  type Candidate = ReturnType<typeof take>;
  const draw = (candidate: Candidate, more: Partial<Wish> = {}) =>
    drawUp(office(5), periodId, candidate, more);

  const praised = await draw(take('commendation', 'unit', 0));
  await walk(praised, office(4), board(2), 'agree');
  const trained = await draw(take('talk', 'officer', 0), {
    kind: 'training',
    reason: '走访和反诈宣传完成率低，建议参加基层基础业务培训。',
  });
  await walk(trained, office(4), board(2), 'decline');
  await walk(await draw(take('commendation', 'officer', 0)), office(3), null, null);
  await walk(await draw(take('talk', 'unit', 0)), office(3), null, null);
  await draw(take('promotion', 'officer', 1));
  const blocked = await draw(take('talk', 'officer', 1), {
    kind: 'commendation',
    reason: '在抗洪抢险中连续奋战三昼夜，所在支队报请嘉奖。',
  });
  if (blocked !== null) await overrideBy(board(1), blocked);
  const stopped = await draw(take('talk', 'officer', 2), {
    kind: 'commendation',
    reason: '单位推荐年度优秀民警。',
  });
  const taken = await draw(take('talk', 'unit', 1));
  if (taken !== null && stopped !== null) {
    await withdrawProposal(office(2), taken, { requestId: randomUUID(), reason: '该单位已由分管领导约谈' });
  }
  const barred = take('commendation', 'officer', 5);
  if (barred) await barNominee(world, barred.subject.id);
  await checkNominees(office(0), items);
}

interface Wish {
  readonly kind: 'commendation' | 'promotion' | 'talk' | 'training';
  readonly reason: string;
}
type Item = Awaited<ReturnType<typeof listCandidates>>['items'][number];

async function drawUp(
  ctx: Ctx,
  periodId: string,
  candidate: Item | undefined,
  more: Partial<Wish>,
): Promise<string | null> {
  if (candidate === undefined) return null;
  const { proposal } = await createProposal(ctx, {
    requestId: randomUUID(),
    subjectKind: candidate.subject.kind,
    subjectId: candidate.subject.id,
    kind: more.kind ?? candidate.kind,
    reason: more.reason ?? `${candidate.fact}，建议${candidate.kindName}。`,
    basis: candidate.basis,
    evidencePeriodIds: [periodId],
    streakYear: null,
  });
  return proposal.id;
}

async function walk(
  proposalId: string | null,
  office: Ctx,
  board: Ctx | null,
  outcome: 'agree' | 'decline' | null,
): Promise<void> {
  if (proposalId === null) return;
  await submitProposal(office, proposalId, randomUUID());
  if (board === null || outcome === null) return;
  const day = board.now.toISOString().slice(0, 10);
  await decideProposal(board, proposalId, {
    requestId: randomUUID(),
    outcome,
    resolutionNo: `江公党〔${day.slice(0, 4)}〕${outcome === 'agree' ? 31 : 32}号`,
    decidedOn: day,
    note: outcome === 'agree' ? '' : '年内已安排同类培训，不再单独安排。',
  });
}

async function overrideBy(board: Ctx, proposalId: string): Promise<void> {
  await overrideCheck(board, proposalId, {
    requestId: randomUUID(),
    reason: '抢险事迹经核实属实，名次靠后系连续借调所致，同意提交审议。',
  });
}

/** A county's nominees as they were pasted: most are sound, one was among the last, one cannot be found. */
async function checkNominees(ctx: Ctx, items: readonly Item[]): Promise<void> {
  const officers = items.filter((one) => one.subject.kind === 'officer');
  const good = officers.filter((one) => one.kind === 'commendation').slice(0, 8);
  const last = officers.filter((one) => one.kind === 'talk').slice(0, 2);
  const lines = [...good, ...last].map(({ subject }) => `${subject.code} ${subject.name}`);
  if (lines.length === 0) return;
  await runCheck(ctx, {
    requestId: randomUUID(),
    title: `${ctx.now.toISOString().slice(0, 4)}年第三季度优秀民警推荐名单`,
    subjectKind: 'officer',
    lines: [...lines, '王建国', '欧阳未到'],
  });
}

async function newestSealedMonth({ deps, city, ruleSets }: DemoWorld): Promise<string | null> {
  const [platform] = ruleSets.filter(({ ruleSet }) => ruleSet.lists?.suggestions !== undefined);
  const { rows } = await sql<{ id: string }>`
    select p.id from period p
    where p.bureau_id = ${city.bureauId} and p.rule_set_version_id = ${platform?.versionId ?? null}::uuid
      and p.kind = 'month' and p.state = 'sealed' and not p.trial
    order by p.to_on desc limit 1`.execute(deps.db);
  return rows[0]?.id ?? null;
}
