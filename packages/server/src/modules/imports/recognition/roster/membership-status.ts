import { foldText } from '../cell-text.ts';
import type { MembershipStatus } from './roster-values.ts';

// The first pattern that fits decides, so special cases stand before general ones (§8).
const WORDS: readonly [RegExp, MembershipStatus][] = [
  [/试用|见习|实习|新警/, 'probation'],
  [/窗口|政务(服务)?中心|驻中心/, 'serviceWindow'],
  [/援派|援藏|援疆|援青|对口支援|支援/, 'aid'],
  [/挂职|任第一书记|驻村|下派/, 'attached'],
  [/借调|借用|借出/, 'lent'],
  [/抽调|专案|专班|专项工作/, 'specialDuty'],
  [/学习|培训|进修|脱产|党校/, 'study'],
  [/产假|哺乳|陪产|护理假|生育/, 'maternityLeave'],
  [/病假|病休|事假|长期病/, 'sickLeave'],
  [/立案|审查调查|留置|停职|停止执行职务|禁闭/, 'underInvestigation'],
  [/在岗|在职|在编|正常|在位/, 'normal'],
  [/年休|休假|公假|工伤|待岗|离岗|内退|退居/, 'other'],
];

/** The closed status of a written one; null when nobody has told us what the word means. */
export function membershipStatus(written: string): MembershipStatus | null {
  const folded = foldText(written);
  return WORDS.find(([pattern]) => pattern.test(folded))?.[1] ?? null;
}
