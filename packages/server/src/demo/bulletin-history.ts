import { randomUUID } from 'node:crypto';
import type { bulletins } from '@mingji/contract';
import { sql } from 'kysely';
import type { Ctx } from '../context.ts';
import {
  approveBulletin,
  createBulletin,
  getDraft,
  publishBulletin,
  returnBulletin,
  saveDraft,
  setIssuer,
  submitBulletin,
} from '../modules/bulletins/index.ts';
import { actAs } from './act-as.ts';
import type { DemoUnit } from './city-tree.ts';
import type { DemoAccount } from './demo-accounts.ts';
import { addDays } from './demo-calendar.ts';
import type { DemoWorld } from './demo-features.ts';
import { SEALED_AFTER } from './demo-periods.ts';

/** One office with its leader: who draws up and who approves. */
interface Desk {
  readonly world: DemoWorld;
  readonly unit: DemoUnit;
  readonly office: DemoAccount;
  readonly leader: DemoAccount;
}
interface Past {
  readonly id: string;
  readonly kind: string;
  readonly to: string;
}
type Reached = 'draft' | 'returned' | 'submitted' | 'approved' | 'published';

/** A year of the city's monthly bulletins, a county's own series, and one in each state on somebody's desk now (P15). */
export async function makeBulletinHistory(world: DemoWorld): Promise<void> {
  await makeCityBulletins(world);
  await makeCountyBulletins(world);
  await fillReceipts(world);
}

async function makeCityBulletins(world: DemoWorld): Promise<void> {
  const { city } = world;
  const desk = deskOf(world, city.root, 'demo-office', 'demo-chief');
  if (!desk) return;
  await setIssuer(at(desk, 'office', beginOfYear(world)), desk.unit.id, {
    requestId: randomUUID(),
    mark: '江公考',
    addressee: '各县（市）公安局、分局，市局各支队、各部门',
  });
  const [months = []] = await sealedPeriods(world, city.root, 'month');
  let corrected: string | null = null;
  for (const [index, month] of months.entries()) {
    const id = await make(desk, 'monthly', [month.id], addDays(month.to, SEALED_AFTER + 1), 'published');
    if (index === months.length - 3) corrected = id;
  }
  if (corrected !== null) await correct(desk, corrected, addDays(world.today, -3));
  const quarter = lastQuarter(months);
  if (quarter.length === 3) {
    const ids = quarter.map(({ id }) => id);
    await make(desk, 'quarterly', ids, addDays(world.today, -2), 'approved');
  }
  const open = await openMonth(world);
  if (open !== null) {
    await make(desk, 'weekly', [open], addDays(world.today, -1), 'submitted');
    await make(desk, 'weekly', [open], world.today, 'draft');
  }
}

/** The county tells its own stations apart by the sealed quarters of the method they are appraised by. */
async function makeCountyBulletins(world: DemoWorld): Promise<void> {
  const account = world.city.accounts.all.find(({ username }) => username === 'demo-county-office');
  const unit = account?.grants.find(({ role }) => role === 'office')?.unit;
  const desk = unit && deskOf(world, unit, 'demo-county-office', 'demo-leader');
  if (!desk) return;
  await setIssuer(at(desk, 'office', beginOfYear(world)), desk.unit.id, {
    requestId: randomUUID(),
    mark: '清公考',
    addressee: '各派出所、各大队，局机关各科室',
  });
  const [series = [], other = []] = await sealedPeriods(world, desk.unit, 'quarter');
  for (const [index, quarter] of series.entries()) {
    const newest = index === series.length - 1;
    const day = newest ? addDays(world.today, -3) : addDays(quarter.to, SEALED_AFTER + 3);
    await make(desk, 'quarterly', [quarter.id], day, newest ? 'submitted' : 'published');
  }
  const newest = other.at(-1);
  if (newest) await make(desk, 'quarterly', [newest.id], addDays(world.today, -1), 'returned');
}

/** Walks a bulletin as far as it has come by today, through the same commands as in real life. */
async function make(
  desk: Desk,
  kind: bulletins.BulletinKind,
  periodIds: string[],
  day: string,
  reached: Reached,
  corrects: string | null = null,
): Promise<string> {
  const { bulletinId } = await createBulletin(at(desk, 'office', `${day}T09:10:00+08:00`), {
    requestId: randomUUID(),
    unitId: desk.unit.id,
    kind,
    periodIds: corrects === null ? periodIds : [],
    corrects,
  });
  if (reached === 'draft') return bulletinId;
  if (corrects !== null) await explainCorrection(desk, bulletinId, day);
  const office = at(desk, 'office', `${day}T10:30:00+08:00`);
  const { draft } = await getDraft(office, bulletinId);
  const sent = { requestId: randomUUID(), revision: draft.revision, namingReason: null };
  await submitBulletin(office, bulletinId, sent);
  const leader = at(desk, 'leader', `${day}T15:20:00+08:00`);
  if (reached === 'returned') {
    await returnBulletin(leader, bulletinId, randomUUID(), '请补充各派出所靠后的原因分析，并写明整改时限。');
  } else if (reached !== 'submitted') {
    await approveBulletin(leader, bulletinId, randomUUID());
  }
  if (reached === 'published') {
    const publication = { requestId: randomUUID(), unitIds: [desk.unit.id] };
    await publishBulletin(at(desk, 'office', `${day}T16:00:00+08:00`), bulletinId, publication);
  }
  return bulletinId;
}

async function correct(desk: Desk, corrected: string, day: string): Promise<void> {
  await make(desk, 'correction', [], day, 'published', corrected);
}

async function explainCorrection(desk: Desk, bulletinId: string, day: string): Promise<void> {
  const office = at(desk, 'office', `${day}T09:40:00+08:00`);
  const { draft } = await getDraft(office, bulletinId);
  const reason =
    '原通报“下步要求”部分未写明提出复议的期限。各单位对考核结果有异议的，应在公示期内提出复议；考核数据没有变化。';
  const blocks = draft.content.blocks.map((block) =>
    block.type === 'paragraph' && block.text === '' ? { ...block, text: reason } : block,
  );
  const content = { ...draft.content, blocks };
  await saveDraft(office, bulletinId, {
    requestId: randomUUID(),
    revision: draft.revision,
    mark: draft.mark,
    content,
  });
}

function deskOf(world: DemoWorld, unit: DemoUnit, office: string, leader: string): Desk | null {
  const find = (name: string) => world.city.accounts.all.find(({ username }) => username === name);
  const [drafts, approves] = [find(office), find(leader)];
  return drafts && approves ? { world, unit, office: drafts, leader: approves } : null;
}

/** Nothing has happened that is not past: a moment later than now is now. */
function at({ world, office, leader }: Desk, who: 'office' | 'leader', moment: string): Ctx {
  const now = world.deps.clock();
  const then = new Date(moment);
  const account = who === 'office' ? office : leader;
  return actAs(world.deps, world.city, account, then < now ? then : now);
}

const beginOfYear = ({ today }: DemoWorld) => `${Number(today.slice(0, 4)) - 1}-01-05T09:00:00+08:00`;

/** The sealed periods of each method of the city that ranks units below this one, oldest first. */
async function sealedPeriods(world: DemoWorld, unit: DemoUnit, kind: string): Promise<Past[][]> {
  const { rows } = await sql<Past & { rule_set_id: string }>`
    select p.id, p.kind, p.to_on as to, v.rule_set_id
    from period p join rule_set_version v on v.id = p.rule_set_version_id
    join rule_set s on s.id = v.rule_set_id join seal on seal.period_id = p.id
    where p.bureau_id = ${world.city.bureauId} and p.kind = ${kind} and p.state = 'sealed'
      and s.unit_id = ${world.city.root.id}
      and exists (select from result r join unit u on u.id = r.unit_id
        where r.evaluation_id = seal.evaluation_id and r.subject_kind = 'unit' and r.rank is not null
          and starts_with(u.path, ${unit.path}) and u.path <> ${unit.path})
    order by s.created_at, s.code, p.to_on`.execute(world.deps.db);
  const methods = [...new Set(rows.map((row) => row.rule_set_id))];
  return methods.map((method) => rows.filter((row) => row.rule_set_id === method));
}

/** The month under way of the method whose months are told. */
async function openMonth(world: DemoWorld): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select p.id from period p join rule_set_version v on v.id = p.rule_set_version_id
    join rule_set s on s.id = v.rule_set_id
    where p.bureau_id = ${world.city.bureauId} and p.kind = 'month' and p.state = 'open'
      and s.unit_id = ${world.city.root.id} and v.content->'appraises' @> '["unit"]'
    order by s.created_at, s.code, p.to_on desc limit 1`.execute(world.deps.db);
  return rows[0]?.id ?? null;
}

/** The three newest months that end with a quarter. */
function lastQuarter(months: readonly Past[]): readonly Past[] {
  const end = months.findLastIndex(({ to }) => Number(to.slice(5, 7)) % 3 === 0);
  return end < 2 ? [] : months.slice(end - 2, end + 1);
}

/** Nearly everybody has read what is old, most what is new; the newest waits for some who can be clicked on. */
async function fillReceipts({ deps, city, today }: DemoWorld): Promise<void> {
  const now = deps.clock();
  await sql`
    update bulletin_recipient r
    set read_at = least(${now}::timestamptz,
      b.published_at + make_interval(mins => 20 + abs(hashtext(r.account_id::text || b.serial)) % 2600))
    from bulletin b
    where b.id = r.bulletin_id and b.bureau_id = ${city.bureauId}
      and abs(hashtext(b.serial || r.account_id::text)) % 100
          < case when b.published_at < ${addDays(today, -40)}::timestamptz then 97 else 68 end`.execute(
    deps.db,
  );
  const clicked = city.accounts.all
    .filter(({ username }) => username.startsWith('demo-'))
    .map(({ id }) => id);
  await sql`
    update bulletin_recipient r set read_at = b.published_at + interval '3 hours'
    from bulletin b
    where b.id = r.bulletin_id and b.bureau_id = ${city.bureauId} and r.read_at is null
      and r.account_id = any(${clicked}::uuid[]) and b.published_at < ${addDays(today, -40)}::timestamptz`.execute(
    deps.db,
  );
  await sql`
    update notification n set read_at = coalesce(r.read_at, n.at)
    from bulletin_recipient r join bulletin b on b.id = r.bulletin_id
    where n.about_kind = 'bulletin' and n.about_id = b.id and n.account_id = r.account_id
      and n.bureau_id = ${city.bureauId}
      and (r.read_at is not null or b.published_at < ${addDays(today, -40)}::timestamptz)`.execute(deps.db);
}
