import { checkInheritance, inherit, type LowerPart } from '../inheritance/index.ts';
import type { Indicator, RuleSet } from '../rules/rule-set.ts';

/** Methods in three tiers (§16): a city one that opens an item, a department under it, a unit under the department. */
const late: Indicator = {
  code: 'late',
  name: '迟到',
  clause: 'c1',
  owner: '政治部',
  evidence: '考勤记录',
  marks: '10',
  cap: '8',
  scoring: { family: 'deductFromFull', events: [{ code: 'late', name: '迟到', points: '-1', unit: '次' }] },
};
const study: Indicator = {
  code: 'study',
  name: '学习',
  clause: 'c2',
  owner: '政治部',
  marks: '20',
  scoring: { family: 'ratio', ceiling: '1.2' },
};
const praise: Indicator = {
  code: 'praise',
  name: '表扬',
  clause: 'c4',
  owner: '政治部',
  cap: '3',
  scoring: { family: 'occurrence', events: [{ code: 'praise', name: '表扬', points: '1' }] },
};

export const CITY: RuleSet = {
  format: 'mingji/rule-set@1',
  id: 'city',
  name: '市局办法',
  version: '1',
  mode: 'percentage',
  totalMarks: '100',
  appraises: ['officer', 'unit'],
  filing: 'required',
  clauses: [
    { id: 'c1', text: '迟到一次扣1分。' },
    { id: 'c2', text: '按完成比例得分。' },
    { id: 'c3', text: '部门职责指标由各部门设定七十分，不超过三项，可以不采用学习指标。' },
    { id: 'c4', text: '受到表扬加1分。' },
  ],
  modules: [
    {
      code: 'common',
      name: '共性',
      items: [{ code: 'duty', name: '日常', clause: 'c1', marks: '10', indicators: [late] }],
    },
    {
      code: 'own',
      name: '个性',
      items: [
        {
          code: 'work',
          name: '部门职责',
          clause: 'c3',
          marks: '90',
          opens: { marks: '70', optional: ['study'], maxIndicators: 3, clause: 'c3' },
          indicators: [study],
        },
      ],
    },
    {
      code: 'bonus',
      name: '加分',
      low: '0',
      high: '5',
      items: [{ code: 'merit', name: '奖励', clause: 'c4', indicators: [praise] }],
    },
  ],
};

export function own(code: string, marks: string | undefined, more: Partial<Indicator> = {}): Indicator {
  return {
    code,
    name: `本级${code}`,
    clause: 'd1',
    owner: '支队',
    ...(marks !== undefined && { marks }),
    scoring: { family: 'ratio' },
    ...more,
  };
}

export const DEPARTMENT: LowerPart = {
  format: 'mingji/rule-set@1',
  id: 'department',
  name: '支队办法',
  version: '1',
  extends: { id: 'city', version: '1' },
  clauses: [
    { id: 'd1', text: '支队自定指标。' },
    { id: 'd2', text: '大队设定三十分。' },
  ],
  modules: [
    {
      code: 'own',
      items: [
        {
          code: 'work',
          opens: { marks: '30', optional: ['files'], maxIndicators: 2, clause: 'd2' },
          indicators: [own('files', '40')],
        },
      ],
    },
  ],
};

export const UNIT: LowerPart = {
  format: 'mingji/rule-set@1',
  id: 'unit',
  name: '大队办法',
  version: '1',
  extends: { id: 'department', version: '1' },
  clauses: [{ id: 'u1', text: '大队自定指标。' }],
  modules: [{ code: 'own', items: [{ code: 'work', indicators: [own('patrol', '30', { clause: 'u1' })] }] }],
};

export function wholeOf(upper: RuleSet, part: LowerPart): RuleSet {
  const result = inherit(upper, part);
  if (!result.ok) throw new Error(result.refusals.map((refusal) => refusal.message).join('\n'));
  return result.value;
}

/** A copy with the value at the path changed, or taken away when it is undefined. */
export function changed<T>(value: T, path: string, to: unknown): T {
  const [step = '', ...rest] = path.split('.');
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
  if (rest.length > 0) copy[step] = changed(copy[step], rest.join('.'), to);
  else if (to === undefined) delete copy[step];
  else copy[step] = to;
  return copy as T;
}

/** `code path` of everything refused. */
export function violations(upper: RuleSet, lower: RuleSet): readonly string[] {
  return checkInheritance(upper, lower).map((refusal) => `${refusal.code} ${refusal.path}`);
}
