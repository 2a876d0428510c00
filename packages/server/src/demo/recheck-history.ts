import { randomUUID } from 'node:crypto';
import { localDay } from '../local-day.ts';
import { decideRecheck, drawRecheck } from '../modules/rechecks/index.ts';
import { actAs } from './act-as.ts';
import { ZONE } from './city.ts';
import type { DemoAccount } from './demo-accounts.ts';
import type { DemoWorld } from './demo-features.ts';
import { type ReviewTeam, reviewing } from './review-history.ts';

const DAY = 86_400_000;
const FAULTS = [
  '现场照片只能证明一处，数量更正',
  '台账登记的日期与填报不符，数量更正',
  '同一场所重复计数，数量更正',
];

/** Three draws: one looked at to the end, one half way, one just drawn. */
export async function makeRecheckHistory(world: DemoWorld, teams: readonly ReviewTeam[]): Promise<void> {
  const people = new Map<string, DemoAccount>([
    ...world.city.accounts.all.map((account) => [account.id, account] as const),
    ...teams.flatMap((team) => team.order.map((account) => [account.id, reviewing(account, team)] as const)),
  ]);
  await draw(world, people, { title: '本月第一次抽查复核', daysAgo: 4, wanted: 12, decided: 1 });
  await draw(world, people, {
    title: '治安类填报专项抽查',
    daysAgo: 2,
    wanted: 10,
    decided: 0.5,
    owner: '治安管理支队',
  });
  await draw(world, people, { title: '本月第二次抽查复核', daysAgo: 0, wanted: 15, decided: 0 });
}

interface Wish {
  readonly title: string;
  readonly daysAgo: number;
  readonly wanted: number;
  /** The share that has an outcome. */
  readonly decided: number;
  readonly owner?: string;
}

async function draw(
  { deps, city, random }: DemoWorld,
  people: ReadonlyMap<string, DemoAccount>,
  wish: Wish,
): Promise<void> {
  const now = deps.clock();
  const at = new Date(now.getTime() - wish.daysAgo * DAY);
  const owner = city.units.find((unit) => unit.name === wish.owner);
  const filter = {
    from: localDay(new Date(now.getTime() - 45 * DAY), ZONE),
    to: localDay(now, ZONE),
    ...(owner ? { ownerUnitId: owner.id } : {}),
  };
  const accepted = await deps.db
    .selectFrom('submission')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('state', '=', 'accepted')
    .where((where) => (owner ? where('owner_unit_id', '=', owner.id) : where.val(true)))
    .executeTakeFirstOrThrow();
  const wanted = Math.min(wish.wanted, Math.floor(Number(accepted.count) / 4));
  if (wanted < 1) return;
  const { draw: made } = await drawRecheck(actAs(deps, city, city.accounts.office, at), {
    requestId: randomUUID(),
    title: wish.title,
    ...filter,
    wantedKind: 'count',
    wanted,
    seed: String(random.between(100_000, 999_999)),
    checkerIds: [],
  });
  const cases = await deps.db
    .selectFrom('recheck_case')
    .innerJoin('submission_version as version', 'version.submission_id', 'recheck_case.submission_id')
    .select(['recheck_case.id', 'assignee_account_id', 'version.quantity'])
    .where('draw_id', '=', made.id)
    .orderBy('position')
    .execute();
  for (const [index, each] of cases.slice(0, Math.floor(cases.length * wish.decided)).entries()) {
    const checker = people.get(each.assignee_account_id);
    if (!checker) continue;
    const several = each.quantity !== null && Number(each.quantity) > 1;
    const ctx = actAs(deps, city, checker, new Date(at.getTime() + (index + 1) * 600_000));
    await decideRecheck(
      ctx,
      each.id,
      several && index % 4 === 1
        ? {
            requestId: randomUUID(),
            outcome: 'corrected',
            reason: FAULTS[index % FAULTS.length] ?? '数量更正',
            replacement: { quantity: String(Number(each.quantity) - 1) },
          }
        : { requestId: randomUUID(), outcome: 'upheld', reason: '经核对证据，与填报一致' },
    );
  }
}
