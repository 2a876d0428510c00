import { compare, ONE, sign } from '../kernel/exact.ts';
import { parseDecimal, parseRate } from '../kernel/exact-text.ts';
import type { Refusals } from '../kernel/refusal.ts';
import type { Grade } from './appraisal-rules.ts';
import { checkEffects, type PlacedEffect } from './check-effects.ts';
import { indicatorPaths } from './indicator-paths.ts';
import type { RuleSet } from './rule-set.ts';

type Coded = { readonly code: string; readonly name: string; readonly clause?: string };

function unique(list: readonly Coded[] | undefined, path: string, kind: string, refusals: Refusals): void {
  const seen = new Set<string>();
  for (const [at, { code }] of (list ?? []).entries()) {
    if (seen.has(code)) {
      const where = `${path}[${at}].code`;
      refusals.add('codeDuplicate', where, `${kind}代码“${code}”重复（${where}），请改用不同的代码`);
    }
    seen.add(code);
  }
}

/** §9: grades are ordered data, best first: each line below the one before, the last grade without one. */
function checkLines(grades: readonly Grade[], refusals: Refusals): void {
  const path = (at: number) => `grading.grades[${at}].from`;
  for (const [at, { name, from, clause }] of grades.entries()) {
    const isLast = at === grades.length - 1;
    if (isLast && from !== undefined) {
      const message = `末位等次“${name}”不写分数线：够不上其他等次的都归入它，请删去 from`;
      refusals.add('lastGradeWithLine', path(at), message, clause);
    }
    if (!isLast && from === undefined) {
      refusals.add('gradeWithoutLine', path(at), `等次“${name}”没有分数线，请写明 from`, clause);
    }
    const own = parseDecimal(from ?? '');
    const before = parseDecimal(grades[at - 1]?.from ?? '');
    if (own === undefined || before === undefined || compare(own, before) < 0) continue;
    const message = `等次“${name}”的分数线 ${from} 不低于上一等次的 ${grades[at - 1]?.from}，等次应从高到低排列`;
    refusals.add('gradesNotDescending', path(at), message, clause);
  }
}

/** §10: the scarce grade is one of the grades, may be moved, and has one below it for those who miss it. */
function checkQuotaGrade({ grading, quota }: RuleSet, refusals: Refusals): void {
  if (quota === undefined) return;
  const grades = grading?.grades ?? [];
  const at = grades.findIndex(({ code, name }) => code === quota.grade || name === quota.grade);
  const grade = grades[at];
  if (grade === undefined) {
    const message = `有名额限制的等次“${quota.grade}”不在 grading.grades 中，请核对`;
    refusals.add('gradeUnknown', 'quota.grade', message, quota.clause);
    return;
  }
  if (at === grades.length - 1) {
    const message = `末位等次“${grade.name}”不能限制名额，请改为较高的等次`;
    refusals.add('quotaGradeLast', 'quota.grade', message, quota.clause);
  }
  if (grade.binding === 'must') {
    const message = `“${grade.name}”有名额限制，不能写成必须（must），请改为 may`;
    refusals.add('quotaGradeMust', `grading.grades[${at}].binding`, message, grade.clause);
  }
}

function checkStatuses({ statuses }: RuleSet, refusals: Refusals): void {
  unique(statuses, 'statuses', '情形', refusals);
  for (const [at, { name, leave, clause }] of (statuses ?? []).entries()) {
    if (leave?.over === undefined) continue;
    const over = parseRate(leave.over);
    if (over !== undefined && sign(over) >= 0 && compare(over, ONE) < 0) continue;
    const path = `statuses[${at}].leave.over`;
    refusals.add('shareOutOfRange', path, `“${name}”的请假比例应在 0 和 1 之间，例如 1/2`, clause);
  }
}

function checkCoefficients({ coefficients }: RuleSet, refusals: Refusals): void {
  unique(coefficients?.identities, 'coefficients.identities', '身份', refusals);
  for (const [at, { name, factor, clause }] of (coefficients?.identities ?? []).entries()) {
    const value = parseRate(factor);
    if (value === undefined || sign(value) > 0) continue;
    const path = `coefficients.identities[${at}].factor`;
    refusals.add('factorNotPositive', path, `身份“${name}”的系数应大于 0`, clause);
  }
  for (const field of ['mean', 'tolerance'] as const) {
    const text = coefficients?.[field];
    if (text === undefined || parseRate(text) !== undefined) continue;
    const message = `coefficients.${field} 的“${text}”不是规范的比率，请写成如 0.05、5% 或 1/20 的形式`;
    refusals.add('numberMalformed', `coefficients.${field}`, message);
  }
}

function checkRedLine({ redLine }: RuleSet, refusals: Refusals): void {
  if (redLine === undefined || parseDecimal(redLine.below) !== undefined) return;
  const message = `红线分数“${redLine.below}”不是规范的十进制数，请写成如 60 的形式`;
  refusals.add('numberMalformed', 'redLine.below', message, redLine.clause);
}

/** §17: what is withheld must be there, or a slip of the pen would publish it. */
function checkWithheld({ visibility, modules }: RuleSet, refusals: Refusals): void {
  const items = new Set(modules.flatMap((module) => module.items.map(({ code }) => code)));
  for (const [at, code] of (visibility?.withheld ?? []).entries()) {
    if (items.has(code)) continue;
    const message = `不公开的项目“${code}”不是本办法的项目，请写项目的代码`;
    refusals.add('itemUnknown', `visibility.withheld[${at}]`, message, visibility?.clause);
  }
}

/** Every clause named beside grades, statuses, sanctions, coefficients, the year and lists must be there to be read (X7). */
function checkClauses(ruleSet: RuleSet, refusals: Refusals): void {
  const known = new Set(ruleSet.clauses.map(({ id }) => id));
  const check = (clause: string | undefined, path: string) => {
    if (clause === undefined || known.has(clause)) return;
    const message = `${path} 引用的条款“${clause}”没有列在 clauses 中，请补上条款原文`;
    refusals.add('clauseUnknown', path, message, clause);
  };
  const checkAll = (list: readonly { readonly clause?: string }[] | undefined, path: string) => {
    for (const [at, { clause }] of (list ?? []).entries()) check(clause, `${path}[${at}].clause`);
  };
  check(ruleSet.grading?.clause, 'grading.clause');
  check(ruleSet.redLine?.clause, 'redLine.clause');
  check(ruleSet.quota?.clause, 'quota.clause');
  check(ruleSet.year?.clause, 'year.clause');
  check(ruleSet.year?.quota?.clause, 'year.quota.clause');
  check(ruleSet.lists?.zeroList?.clause, 'lists.zeroList.clause');
  check(ruleSet.lists?.commendation?.clause, 'lists.commendation.clause');
  check(ruleSet.procedure?.clause, 'procedure.clause');
  check(ruleSet.visibility?.clause, 'visibility.clause');
  checkAll(ruleSet.lists?.streaks, 'lists.streaks');
  checkAll(ruleSet.lists?.suggestions, 'lists.suggestions');
  checkAll(ruleSet.year?.grades, 'year.grades');
  checkAll(ruleSet.grading?.grades, 'grading.grades');
  checkAll(ruleSet.statuses, 'statuses');
  checkAll(ruleSet.sanctions, 'sanctions');
  checkAll(ruleSet.coefficients?.identities, 'coefficients.identities');
  for (const { effect, path } of effectsOf(ruleSet)) check(effect.clause, `${path}.clause`);
}

/** Every effect a rule set can have, with its place. */
export function effectsOf(ruleSet: RuleSet): readonly PlacedEffect[] {
  const ofIndicators = indicatorPaths(ruleSet).flatMap(({ indicator: { scoring }, path }) => {
    if (scoring.family === 'effectOnly') {
      return [{ effect: scoring.effect, path: `${path}.scoring.effect`, ownItem: true }];
    }
    if (scoring.family !== 'escalation') return [];
    return scoring.steps.flatMap(({ effect }, at) =>
      effect === undefined ? [] : [{ effect, path: `${path}.scoring.steps[${at}].effect`, ownItem: true }],
    );
  });
  const ofSanctions = (ruleSet.sanctions ?? []).flatMap(({ effects }, s) =>
    effects.map(({ effect }, at) => ({
      effect,
      path: `sanctions[${s}].effects[${at}].effect`,
      ownItem: false,
    })),
  );
  return [...ofIndicators, ...ofSanctions];
}

/** What keeps grades, statuses, sanctions, coefficients and the red line from being applied (§5, §8, §9). */
export function checkAppraisal(ruleSet: RuleSet, refusals: Refusals): void {
  const { grading } = ruleSet;
  unique(grading?.grades, 'grading.grades', '等次', refusals);
  unique(ruleSet.year?.grades, 'year.grades', '等次', refusals);
  unique(ruleSet.year?.quota?.pools, 'year.quota.pools', '名额池', refusals);
  if (grading !== undefined) checkLines(grading.grades, refusals);
  checkQuotaGrade(ruleSet, refusals);
  checkStatuses(ruleSet, refusals);
  unique(ruleSet.sanctions, 'sanctions', '处分', refusals);
  checkCoefficients(ruleSet, refusals);
  checkWithheld(ruleSet, refusals);
  checkRedLine(ruleSet, refusals);
  checkClauses(ruleSet, refusals);
  checkEffects(ruleSet, effectsOf(ruleSet), refusals);
}
