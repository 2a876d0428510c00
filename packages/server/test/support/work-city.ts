import { randomUUID } from 'node:crypto';
import { checkRuleSet, type RuleSet } from '@mingji/engine';
import type { TestApp } from './app.ts';
import type { TestClient } from './client.ts';
import { seedBureau, seedOfficer, seedUnit, type TestOfficer, type TestUnit } from './seed.ts';

/** Rules with one indicator of each kind that work is reported for or deductions are posted on. */
export const workRules: RuleSet = {
  format: 'mingji/rule-set@1',
  id: 'work-test',
  name: '派出所目标考核办法',
  version: '1',
  mode: 'percentage',
  totalMarks: '100',
  appraises: ['unit', 'officer'],
  clauses: [
    { id: '3.1', text: '发现一处治安隐患加2分，受到通报表扬加3分。' },
    { id: '3.2', text: '办案质量由法制部门在1至5分之间评定。' },
    { id: '3.3', text: '队伍管理30分，迟到一次扣1分，脱岗一次扣5分。' },
    { id: '3.4', text: '走访群众按完成比例得分。' },
    { id: '3.5', text: '专项任务逾期完成的照样计入。' },
  ],
  modules: [
    {
      code: 'business',
      name: '业务工作',
      items: [
        {
          code: 'patrol',
          name: '治安防控',
          marks: '40',
          allowExcess: true,
          indicators: [
            {
              code: 'hazard',
              name: '隐患排查',
              clause: '3.1',
              owner: '治安管理大队',
              evidence: '现场照片',
              scoring: {
                family: 'occurrence',
                events: [
                  { code: 'found', name: '发现隐患', points: '2', unit: '处' },
                  { code: 'praised', name: '通报表扬', points: '3' },
                ],
              },
            },
            {
              code: 'quality',
              name: '办案质量',
              clause: '3.2',
              owner: '法制大队',
              scoring: { family: 'band', min: '1', max: '5' },
            },
            {
              code: 'task',
              name: '专项任务',
              clause: '3.5',
              owner: '治安管理大队',
              scoring: {
                family: 'target',
                done: '2',
                short: '-1',
                target: '3',
                late: 'counted',
                absent: 'zero',
                unit: '件',
              },
            },
          ],
        },
        {
          code: 'discipline',
          name: '队伍管理',
          marks: '30',
          indicators: [
            {
              code: 'attendance',
              name: '值班备勤',
              clause: '3.3',
              owner: '警务督察大队',
              marks: '30',
              scoring: {
                family: 'deductFromFull',
                events: [
                  { code: 'late', name: '迟到', points: '-1', unit: '次' },
                  { code: 'absent', name: '脱岗', points: '-5', unit: '次' },
                ],
              },
            },
          ],
        },
        {
          code: 'people',
          name: '群众工作',
          marks: '30',
          indicators: [
            {
              code: 'visits',
              name: '走访群众',
              clause: '3.4',
              owner: '治安管理大队',
              marks: '30',
              scoring: { family: 'ratio', target: '40', unit: '户' },
            },
          ],
        },
      ],
    },
  ],
};

export interface WorkCity {
  readonly bureau: TestUnit;
  /** Owns 隐患排查, 专项任务 and 走访群众. */
  readonly order: TestUnit;
  /** Owns 办案质量. */
  readonly legal: TestUnit;
  readonly inspection: TestUnit;
  readonly east: TestUnit;
  readonly west: TestUnit;
  readonly officer: TestOfficer;
  readonly neighbour: TestOfficer;
  readonly stranger: TestOfficer;
  readonly periodId: string;
  readonly versionId: string;
  /** Signed in: the officer and a neighbour of the east station, one of the west, clerks, reviewers, office. */
  readonly as: Readonly<Record<Person, TestClient>>;
}
export type Person =
  | 'officer'
  | 'neighbour'
  | 'stranger'
  | 'eastHead'
  | 'eastClerk'
  | 'westClerk'
  | 'orderReviewer'
  | 'orderReviewer2'
  | 'legalReviewer'
  | 'inspector'
  | 'office'
  | 'securityAdmin';

/** What a city is made on: a test's whole application, or a measurement's own. */
export type WorkHost = Pick<TestApp, 'db' | 'signInWith'>;

/** September 2026 of one county: submission until the 25th 24:00, review until the 28th 24:00. */
export const SUBMIT_BY = new Date('2026-09-25T16:00:00Z');
export const REVIEW_BY = new Date('2026-09-28T16:00:00Z');

export async function makeWorkCity(test: WorkHost): Promise<WorkCity> {
  const problems = checkRuleSet(workRules);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const bureau = await seedBureau(test.db, { name: '临河县公安局' });
  const order = await seedUnit(test.db, bureau, { name: '治安管理大队', kind: 'department' });
  const legal = await seedUnit(test.db, bureau, { name: '法制大队', kind: 'department' });
  const inspection = await seedUnit(test.db, bureau, { name: '警务督察大队', kind: 'department' });
  const east = await seedUnit(test.db, bureau, { name: '城东派出所' });
  const west = await seedUnit(test.db, bureau, { name: '城西派出所' });
  const officer = await seedOfficer(test.db, east, { name: '周立' });
  const neighbour = await seedOfficer(test.db, east, { name: '吴敏' });
  const stranger = await seedOfficer(test.db, west, { name: '郑方' });
  const versionId = await publishRules(test, bureau);
  const periodId = await makePeriod(test, { bureau, versionId, month: 9 });
  await loadCalendar(test, bureau, 2026);
  const signIn = (
    displayName: string,
    unit: TestUnit,
    ...roles: Parameters<TestApp['signInWith']>[0]['roles'][number][]
  ) => test.signInWith({ displayName, unit, roles });
  const as = {
    officer: await test.signInWith({ roles: ['officer'], unit: east, officer }),
    neighbour: await test.signInWith({ roles: ['officer'], unit: east, officer: neighbour }),
    stranger: await test.signInWith({ roles: ['officer'], unit: west, officer: stranger }),
    eastHead: await signIn('东所所长', east, 'unitHead'),
    eastClerk: await signIn('东所内勤', east, 'unitClerk'),
    westClerk: await signIn('西所内勤', west, 'unitClerk'),
    orderReviewer: await signIn('治安审核甲', order, 'reviewer'),
    orderReviewer2: await signIn('治安审核乙', order, 'reviewer'),
    legalReviewer: await signIn('法制审核', legal, 'reviewer'),
    inspector: await signIn('督察员', inspection, 'discipline'),
    office: await signIn('考核办', bureau, 'office'),
    securityAdmin: await signIn('安全管理员', bureau, 'securityAdmin'),
  };
  await neverTimeOut(test);
  return {
    bureau,
    order,
    legal,
    inspection,
    east,
    west,
    officer,
    neighbour,
    stranger,
    periodId,
    versionId,
    as,
  };
}

/** Tests move the clock by weeks; sessions made so far outlive it. */
async function neverTimeOut(test: WorkHost): Promise<void> {
  const far = new Date('2027-12-31T00:00:00Z');
  await test.db.updateTable('session').set({ last_seen_at: far, expires_at: far }).execute();
}

/** Publishes a method of the unit behind the application's back; the usual one unless another is given. */
export async function publishRules(
  test: WorkHost,
  bureau: TestUnit,
  rules: RuleSet = workRules,
): Promise<string> {
  const ruleSetId = randomUUID();
  await test.db
    .insertInto('rule_set')
    .values({
      id: ruleSetId,
      bureau_id: bureau.bureauId,
      unit_id: bureau.id,
      code: rules.id,
      name: rules.name,
    })
    .execute();
  const id = randomUUID();
  await test.db
    .insertInto('rule_set_version')
    .values({
      id,
      bureau_id: bureau.bureauId,
      rule_set_id: ruleSetId,
      version: 1,
      state: 'published',
      content: JSON.stringify(rules),
      content_hash: Buffer.alloc(32, 1),
      effective_on: '2026-01-01',
      published_at: new Date('2026-01-01T00:00:00Z'),
    })
    .execute();
  return id;
}

export async function makePeriod(
  test: WorkHost,
  wish: {
    readonly bureau: TestUnit;
    readonly versionId: string;
    readonly month: number;
    readonly state?: string;
  },
): Promise<string> {
  const id = randomUUID();
  const month = String(wish.month).padStart(2, '0');
  const lastDay = new Date(Date.UTC(2026, wish.month, 0)).getUTCDate();
  await test.db
    .insertInto('period')
    .values({
      id,
      bureau_id: wish.bureau.bureauId,
      rule_set_version_id: wish.versionId,
      kind: 'month',
      label: `2026年${wish.month}月`,
      from_on: `2026-${month}-01`,
      to_on: `2026-${month}-${lastDay}`,
      submit_by: new Date(`2026-${month}-25T16:00:00Z`),
      review_by: new Date(`2026-${month}-28T16:00:00Z`),
      state: wish.state ?? 'open',
    })
    .execute();
  return id;
}

/** Moves a period behind the application's back; `sealed` cannot be left again. */
export async function setPeriodState(test: WorkHost, periodId: string, state: string): Promise<void> {
  await test.db
    .updateTable('period')
    .set({ state, sealed_at: state === 'sealed' ? new Date('2026-10-20T00:00:00Z') : null })
    .where('id', '=', periodId)
    .execute();
}

export async function loadCalendar(test: WorkHost, bureau: TestUnit, year: number): Promise<void> {
  await test.db
    .insertInto('calendar_year')
    .values({
      bureau_id: bureau.bureauId,
      year,
      days_off: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
      working_days: ['2026-09-20', '2026-10-10'],
      source: '国务院办公厅关于2026年部分节假日安排的通知',
    })
    .execute();
}
