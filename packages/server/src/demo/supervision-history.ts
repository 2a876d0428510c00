import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { endOfDay } from '../modules/periods/index.ts';
import {
  escalateMatters,
  findMatters,
  type MatterRow,
  recordPresses,
  supervisionView,
} from '../modules/supervision/index.ts';
import { ZONE } from './city.ts';
import type { DemoAccount } from './demo-accounts.ts';
import { addDays } from './demo-calendar.ts';
import type { DemoWorld } from './demo-features.ts';
import { makeLateTargets } from './late-targets.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The demo's people who press and are pressed, from the city down to one officer. */
interface Line {
  readonly office: DemoAccount;
  readonly countyOffice: DemoAccount;
  readonly head: DemoAccount;
  readonly officer: DemoAccount;
}

/**
 * The offices and a head have pressed this month for what is late: some presses are answered, some wait, and the clock
 * has reported the oldest upwards.
 */
export async function makeSupervisionHistory(world: DemoWorld): Promise<void> {
  const { deps, city } = world;
  const line = lineOf(world);
  await makeLateTargets(deps, {
    bureauId: city.bureauId,
    office: line.office,
    countyId: roleUnit(line.countyOffice, 'office'),
    stationId: roleUnit(line.head, 'unitHead'),
    officerId: line.officer.officer?.id ?? null,
  });
  await pressDownTheLine(world, line);
  await escalateMatters(deps);
}

function lineOf({ city }: DemoWorld): Line {
  const find = (username: string) => {
    const account = city.accounts.all.find((each) => each.username === username);
    if (!account) throw new Error(`the demo city has no ${username}`);
    return account;
  };
  return {
    office: city.accounts.office,
    countyOffice: find('demo-county-office'),
    head: find('demo-head'),
    officer: find('demo-officer'),
  };
}

interface PressRound {
  readonly by: DemoAccount;
  readonly where: RawBuilder<boolean>;
  readonly most: number;
  /** How long ago; never before this month began. */
  readonly daysAgo: number;
  readonly text: string;
  /** Who of the pressed has answered by now, counted in this order. */
  readonly answers: readonly (string | null)[];
}

async function pressDownTheLine(world: DemoWorld, line: Line): Promise<void> {
  const county = line.countyOffice.grants.find(({ role }) => role === 'office')?.unit.path ?? '';
  const station = line.head.grants.find(({ role }) => role === 'unitHead')?.unit.path ?? '';
  const officerId = line.officer.officer?.id ?? null;
  const rounds: PressRound[] = [
    {
      by: line.office,
      where: sql<boolean>`m.kind = 'targetUnopened' and m.officer_id is null`,
      most: 12,
      daysAgo: 6,
      text: '核定后的目标已重新下达，请尽快查收并组织分解。',
      answers: ['已查收，本周内完成分解。', null, '内勤调整未及时登录，今日已处理。', null],
    },
    {
      by: line.office,
      where: sql<boolean>`m.kind = 'returnedNotCorrected' and not starts_with(m.path, ${county})`,
      most: 30,
      daysAgo: 5,
      text: '退回材料超过补正期限，请补正后重新提交。',
      answers: ['现场照片已找到，明日补正。', null, null],
    },
    {
      by: line.countyOffice,
      where: sql<boolean>`m.kind in ('targetNotHandedDown', 'returnedNotCorrected') and starts_with(m.path, ${county})
        and m.path <> ${county}`,
      most: 14,
      daysAgo: 3,
      text: '请在两个工作日内办结并说明情况。',
      answers: [null, '人员调整后重新分解，周五前完成。', null],
    },
    {
      by: line.head,
      where: sql<boolean>`starts_with(m.path, ${station}) and m.officer_id is not null
        and (m.officer_id = ${officerId} or m.kind = 'returnedNotCorrected')`,
      most: 4,
      daysAgo: 1,
      text: '月底前要见进度，今天内看一下并回复。',
      answers: [null],
    },
  ];
  for (const round of rounds) await pressRound(world, round);
}

async function pressRound({ deps, city, today }: DemoWorld, round: PressRound): Promise<void> {
  const now = deps.clock();
  const monthBegan = Date.parse(`${today.slice(0, 7)}-01T09:00:00+08:00`);
  const at = new Date(Math.min(now.getTime(), Math.max(monthBegan, now.getTime() - round.daysAgo * DAY)));
  const { bureauId } = city;
  const view = await supervisionView(deps.db, { bureauId, timeZone: ZONE, now });
  const rows: MatterRow[] = await findMatters(
    deps.db,
    view,
    { where: round.where, having: sql<boolean>`m.state <> 'waiting' and lp.id is null` },
    { limit: round.most, offset: 0 },
  );
  await deps.db.transaction().execute(async (tx) => {
    const by = { bureauId, now: at, accountId: round.by.id, name: round.by.displayName };
    const replyBy = endOfDay(addDays(today, 2 - round.daysAgo), ZONE);
    await recordPresses(
      tx,
      by,
      rows.map((row) => ({ row, text: round.text, replyBy })),
    );
    const answeredAt = new Date((at.getTime() + now.getTime()) / 2);
    for (const [index, row] of rows.entries()) {
      const answer = round.answers[index % round.answers.length];
      if (answer) await answerPress(tx, { bureauId, at: answeredAt, key: row.key, answer });
    }
  });
}

/** Answered by who was told of it; where nobody has an account it stays open. */
async function answerPress(
  tx: Tx,
  { bureauId, at, key, answer }: { bureauId: string; at: Date; key: string; answer: string },
): Promise<void> {
  await sql`
    with told as (
      select distinct on (p.id) p.id, a.id as account_id, a.display_name
      from press p join notification n on n.about_kind = 'press' and n.about_id = p.id
      join account a on a.id = n.account_id
      where p.bureau_id = ${bureauId} and p.matter_key = ${key} and p.state = 'open' order by p.id, a.id),
    answered as (
      update press p set state = 'replied', reply = ${answer}, replied_by = told.account_id,
        replied_by_name = told.display_name, replied_at = ${at}
      from told where p.id = told.id returning p.id, told.account_id, told.display_name)
    insert into work_event (bureau_id, work_kind, work_id, action, account_id, account_name, reason, at)
    select ${bureauId}, 'press', id, 'reply', account_id, display_name, ${answer}, ${at} from answered`.execute(
    tx,
  );
}

function roleUnit(account: DemoAccount, role: DemoAccount['grants'][number]['role']): string {
  const grant = account.grants.find((each) => each.role === role);
  if (!grant) throw new Error(`${account.username} is not ${role}`);
  return grant.unit.id;
}
