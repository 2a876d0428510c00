import { randomUUID } from 'node:crypto';
import { matterSplits, submissions } from '@mingji/contract';
import type { RuleSet } from '@mingji/engine';
import { afterAll, beforeAll } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestClient } from '../support/client.ts';
import { seedOfficer, type TestOfficer } from '../support/seed.ts';
import { makePeriod, makeWorkCity, publishRules, type WorkCity, workRules } from '../support/work-city.ts';

const [business] = workRules.modules;
const [patrol] = business?.items ?? [];
const [hazard] = patrol?.indicators ?? [];
if (!business || !patrol || !hazard) throw new Error('the usual rules have changed');
const solved = {
  code: 'solved',
  name: '查破疑难案件',
  points: '3',
  byRole: [
    { role: 'lead', points: '2' },
    { role: 'assist', points: '1' },
    { role: 'unit', points: '1' },
    { role: 'leader', points: '0.5' },
  ],
};
const rules: RuleSet = {
  ...workRules,
  id: 'work-shared',
  roles: [
    { code: 'lead', name: '主办', goesTo: 'reporter' },
    { code: 'assist', name: '协办', goesTo: 'named' },
    { code: 'unit', name: '所在单位', goesTo: 'unit' },
    { code: 'leader', name: '主要负责人', goesTo: 'leader' },
  ],
  modules: [
    {
      ...business,
      items: business.items.map((item) =>
        item !== patrol
          ? item
          : {
              ...patrol,
              indicators: patrol.indicators.map((each) =>
                each !== hazard
                  ? each
                  : {
                      ...hazard,
                      scoring: {
                        family: 'occurrence' as const,
                        events: [solved, { code: 'found', name: '发现隐患', points: '2', unit: '处' }],
                      },
                    },
              ),
            },
      ),
    },
  ],
};

export let app: TestApp;
export let city: WorkCity;
export let periodId: string;
export let head: TestOfficer;
export let third: TestOfficer;
/** 许佳, who reviews besides. */
export let checker: TestClient;
/** A city with a method whose matters are shared by role, and who reports, helps, heads and reviews there. */
export function setUpSharedMatters(): void {
  beforeAll(async () => {
    app = await startTestApp({ clock: () => new Date('2026-09-18T02:00:00Z') });
    city = await makeWorkCity(app);
    const versionId = await publishRules(app, city.bureau, rules);
    periodId = await makePeriod(app, { bureau: city.bureau, versionId, month: 9 });
    head = await seedOfficer(app.db, city.east, { name: '秦所' });
    third = await seedOfficer(app.db, city.east, { name: '许佳' });
    await app.signInWith({ roles: ['officer', 'unitHead'], unit: city.east, officer: head });
    checker = await app.signInWith({ roles: ['reviewer'], unit: city.order, officer: third });
    const sequence = randomUUID();
    await app.db
      .insertInto('ranking_sequence')
      .values({
        id: sequence,
        bureau_id: city.bureau.bureauId,
        code: 's',
        name: '派出所',
        year: 2026,
        subject_kind: 'unit',
      })
      .execute();
    await app.db
      .insertInto('ranking_sequence_member')
      .values({ sequence_id: sequence, unit_id: city.east.id })
      .execute();
  });
  afterAll(() => app.stop());
}

let made = 0;
export const wish = (more: Record<string, unknown> = {}) => {
  made += 1;
  return {
    requestId: randomUUID(),
    periodId,
    subjectKind: 'officer' as const,
    subjectId: city.officer.id,
    indicatorCode: 'hazard',
    title: `查破系列盗窃案 ${made}`,
    eventCode: 'solved',
    occurredOn: '2026-09-17',
    fileIds: [],
    ...more,
  };
};
export const report = async (more: Record<string, unknown> = {}) =>
  (await city.as.officer.call(submissions.createSubmission, { body: wish(more) })).submission;
export const named = (...officers: readonly TestOfficer[]) => ({
  participants: officers.map(({ id }) => ({ officerId: id, role: 'assist' })),
});
export const splitOf = async (submissionId: string) =>
  (await city.as.orderReviewer.call(matterSplits.getSubmissionSplit, { params: { submissionId } })).split;
export const accept = (submissionId: string, more: Record<string, unknown> = {}) =>
  city.as.orderReviewer.call(submissions.acceptSubmission, {
    params: { submissionId },
    body: { requestId: randomUUID(), version: 1, ...more },
  });
export const told = (split: matterSplits.MatterSplit | null) =>
  split?.parts.map(({ subject, roleName, points }) => `${subject.name} ${roleName ?? '全分'} ${points}`);
export const booked = (submissionId: string) =>
  app.db
    .selectFrom('ledger_entry')
    .selectAll()
    .where('source_id', '=', submissionId)
    .orderBy('seq')
    .execute();
