import { sameContent } from '../inheritance/same-content.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { kindOf, type RuleChange } from './rule-change.ts';

/** The sections that stand beside the modules, by the names the office uses. */
export const SECTION_NAMES = {
  ranking: '排名规则',
  matters: '同一事项',
  roles: '角色分工',
  attendance: '考勤记分',
  aggregation: '全年汇总',
  coefficients: '系数',
  grading: '等次',
  redLine: '红线',
  statuses: '特殊情形',
  sanctions: '处分影响',
  quota: '名额',
  year: '年度考核',
  lists: '名单',
  procedure: '程序期限',
  visibility: '公开范围',
  posts: '岗位',
} as const satisfies Partial<Record<keyof RuleSet, string>>;
export type SectionName = keyof typeof SECTION_NAMES;

/** Sections that differ, each as one change; how they differ inside is told by who shows them, in the words of its forms. */
export function changedSections(old: RuleSet, next: RuleSet): RuleChange[] {
  return (Object.keys(SECTION_NAMES) as SectionName[])
    .filter((key) => !sameContent(old[key], next[key]))
    .map((key) => ({
      key,
      kind: kindOf({ old: old[key], next: next[key] }),
      part: '规定',
      name: SECTION_NAMES[key],
      clause: null,
      lines: [],
    }));
}
