import { ruleSets } from '@mingji/contract';
import type { Indicator, RuleSet } from '@mingji/engine';
import type { TestClient } from './client.ts';
import type { TestUnit } from './seed.ts';

/** A small sound rule set of 100 marks: one item of deductions, one of quantities. Every indicator has one owner. */
export function testRuleSet(owner: string, more: Partial<RuleSet> = {}): RuleSet {
  return {
    format: 'mingji/rule-set@1',
    id: 'test',
    name: '测试办法',
    version: '1',
    mode: 'percentage',
    totalMarks: '100',
    appraises: ['unit', 'officer'],
    clauses: [
      { id: 'c1', text: '抽查一次不在位扣 1 分。' },
      { id: 'c2', text: '按月完成检查家次，按完成比例得分。' },
    ],
    modules: [
      {
        code: 'main',
        name: '业务工作',
        items: [
          { code: 'duty', name: '队伍日常管理', marks: '60', indicators: [dutyIndicator(owner)] },
          { code: 'security', name: '治安管理', marks: '40', indicators: [inspectionIndicator(owner)] },
        ],
      },
    ],
    ...more,
  };
}

export function dutyIndicator(owner: string): Indicator {
  return {
    code: 'duty-1',
    name: '值班备勤',
    clause: 'c1',
    owner,
    marks: '60',
    scoring: {
      family: 'deductFromFull',
      events: [{ code: 'absent', name: '抽查不在位', points: '-1', unit: '次' }],
    },
  };
}

export function inspectionIndicator(owner: string): Indicator {
  return {
    code: 'inspection',
    name: '行业场所检查',
    clause: 'c2',
    owner,
    marks: '40',
    scoring: { family: 'ratio', unit: '家次' },
  };
}

/** Makes the rule set through the API as its office would, and publishes it. */
export async function publishTestRuleSet(
  office: TestClient,
  unit: TestUnit,
  wish: { readonly code: string; readonly content: RuleSet; readonly effectiveOn?: string },
): Promise<ruleSets.VersionView> {
  const { version: empty } = await office.call(ruleSets.createRuleSet, {
    body: {
      requestId: crypto.randomUUID(),
      unitId: unit.id,
      code: wish.code,
      name: wish.content.name,
    },
  });
  const { version: draft } = await office.call(ruleSets.saveDraft, {
    params: { versionId: empty.id },
    body: {
      requestId: crypto.randomUUID(),
      expectedUpdatedAt: empty.updatedAt,
      content: wish.content as ruleSets.VersionView['content'],
    },
  });
  const { version } = await office.call(ruleSets.publishVersion, {
    params: { versionId: draft.id },
    body: {
      requestId: crypto.randomUUID(),
      expectedUpdatedAt: draft.updatedAt,
      effectiveOn: wish.effectiveOn ?? '2026-01-01',
    },
  });
  return version;
}
