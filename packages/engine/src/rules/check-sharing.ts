import type { Refusals } from '../kernel/refusal.ts';
import { indicatorPaths } from './indicator-paths.ts';
import type { RuleSet } from './rule-set.ts';

/** P2, P3: what the sections on roles and attendance name is there. */
export function checkSharing(ruleSet: RuleSet, refusals: Refusals): void {
  const clauses = new Set(ruleSet.clauses.map(({ id }) => id));
  const seen = new Set<string>();
  for (const [at, { code, name, clause }] of (ruleSet.roles ?? []).entries()) {
    if (seen.has(code)) {
      const path = `roles[${at}].code`;
      refusals.add('codeDuplicate', path, `角色代码“${code}”重复（${path}），请改用不同的代码`);
    }
    seen.add(code);
    if (clause === undefined || clauses.has(clause)) continue;
    const message = `角色“${name}”引用的条款“${clause}”没有列在 clauses 中，请补上条款原文`;
    refusals.add('clauseUnknown', `roles[${at}].clause`, message, clause);
  }
  checkAttendance(ruleSet, refusals);
}

function checkAttendance(ruleSet: RuleSet, refusals: Refusals): void {
  const indicators = new Map(indicatorPaths(ruleSet).map(({ indicator }) => [indicator.code, indicator]));
  for (const [at, rule] of (ruleSet.attendance ?? []).entries()) {
    const path = `attendance[${at}]`;
    const indicator = indicators.get(rule.indicator);
    if (indicator === undefined) {
      const message = `考勤结果要记到的指标“${rule.indicator}”不在本办法中，请核对代码`;
      refusals.add('indicatorUnknown', `${path}.indicator`, message);
      continue;
    }
    const { scoring } = indicator;
    const events = 'events' in scoring ? scoring.events : null;
    if (events === null || events.some(({ code }) => code === rule.event)) continue;
    const named = events.map(({ code, name }) => `${name}（${code}）`).join('、');
    const message = `指标“${indicator.name}”分情形计分，考勤结果须写明记作哪一种：${named}`;
    refusals.add('eventUnknown', `${path}.event`, message, indicator.clause);
  }
}
