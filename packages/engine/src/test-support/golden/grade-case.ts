import { decideGrade } from '../../grading/decide-grade.ts';
import { cycleScale } from '../../grading/grade-scale.ts';
import { sanctionEffects } from '../../grading/sanction-effects.ts';
import { statusInPeriod } from '../../grading/status-in-period.ts';
import { exact, toText } from '../../kernel/exact-text.ts';
import { Refusals } from '../../kernel/refusal.ts';
import { DEFAULT_ROUNDING, round } from '../../kernel/rounding.ts';
import { scored } from '../../kernel/score.ts';
import type { AppliedEffect } from '../../rules/evaluation.ts';
import type { GradeDecision, PeriodFact } from '../../rules/facts.ts';
import type { EffectKind } from '../../rules/scoring.ts';
import { GRADES, QUOTA, routineRules, SANCTIONS, STATUSES } from '../routine-rules.ts';
import { officer } from '../small-rule-set.ts';
import { type Case, type Fields, fieldsOf, listOf, textOrNone, type Value } from './read-cases.ts';

const STEPS: Readonly<Record<string, GradeDecision['step']>> = {
  提名: 'nomination',
  领导: 'leader',
  考核委: 'committee',
  核准: 'confirmation',
};

/** 领导 较差 多次推诿: step, grade, reason. */
function decisionOf(written: Value, at: number): GradeDecision {
  const [name = '', grade = '', reason] = String(written).split(' ');
  const step = STEPS[name];
  if (step === undefined) throw new Error(`no step ${name}`);
  const own = { id: `d${at}`, subject: '某人', step, grade };
  return reason === undefined ? own : { ...own, reason };
}

/** gradeCeiling 一般: effect, grade. */
function effectOf(written: Value, at: number): AppliedEffect {
  const [kind = '', grade] = String(written).split(' ');
  const own = { kind: kind as EffectKind, source: `后果${at + 1}` };
  return grade === undefined ? own : { ...own, grade };
}

const nameOf = (code: string | null): string | null => GRADES.find((own) => own.code === code)?.name ?? code;

/** §9: what becomes of a score under effects and decisions; `scarce` makes 好 a grade with a quota. */
export function runGraded(given: Case): Fields {
  const grading = { grades: GRADES, allowRaise: given.allowRaise === true };
  const scale = cycleScale(routineRules(given.scarce === true ? { grading, quota: QUOTA } : { grading }));
  if (scale === null) throw new Error('no scale');
  const value = round(exact(String(given.graded)), DEFAULT_ROUNDING);
  const outcome = decideGrade(scale, {
    subject: '某人',
    score: scored(value),
    status: null,
    effects: listOf(given.effects).map(effectOf),
    decisions: listOf(given.decisions).map(decisionOf),
  });
  return {
    score: toText(value),
    outcome: outcome.outcome,
    byThreshold: nameOf(outcome.byThreshold),
    grade: nameOf(outcome.grade),
    waitsFor: outcome.waitsFor,
    usesQuota: outcome.usesQuota,
    refused: outcome.refusals.map(({ code }) => code),
    says: outcome.refusals.map(({ message }) => message).join('\n'),
  };
}

const PERIODS: Readonly<Record<string, PeriodFact>> = {
  年度: { id: '2026', from: '2026-01-01', to: '2026-12-31', kind: 'year' },
  三季度: { id: '2026-q3', from: '2026-07-01', to: '2026-09-30', kind: 'quarter' },
};

function periodOf(fields: Fields): PeriodFact {
  const period = PERIODS[textOrNone(fields.period) ?? ''];
  if (period === undefined) throw new Error('no period');
  return period;
}

/** §8: who grades somebody and what becomes of the grade; `held` are a status’s days and host, `leave` kinds and days. */
export function runAppraised(given: Case): Fields {
  const fields = fieldsOf(given.appraised);
  const held = listOf(fields.held).map((written) => {
    const [status = '', from = '', to = '', host = ''] = String(written).split(' ');
    return {
      subject: 'a',
      status,
      ...(from === '' ? {} : { from }),
      ...(to === '' ? {} : { to }),
      ...(host === '' ? {} : { host }),
    };
  });
  const leaves = listOf(fields.leave).map((written) => {
    const [kind = '', from = '', to = ''] = String(written).split(' ');
    return { subject: 'a', kind, from, to };
  });
  const found = statusInPeriod({
    rules: STATUSES,
    subject: officer('a', { unit: '本单位' }),
    statuses: held,
    leaves,
    facts: { period: periodOf(fields) },
    refusals: new Refusals(),
  });
  return {
    status: found?.rule.code ?? null,
    outcome: found?.treatment.outcome ?? 'graded',
    gradedBy: found === null ? '本单位' : found.gradedBy,
  };
}

/** §8: what sanctions decided on some day do to a year or a quarter of 2026. */
export function runSanctioned(given: Case): Fields {
  const fields = fieldsOf(given.sanctioned);
  const effects = listOf(fields.sanctions).flatMap((written) => {
    const [code = '', on = ''] = String(written).split(' ');
    const rule = SANCTIONS.find((own) => own.code === code);
    if (rule === undefined) throw new Error(`no sanction ${code}`);
    return sanctionEffects(rule, on, periodOf(fields)).map((effect) => ({ ...effect, source: code }));
  });
  const scale = cycleScale(routineRules());
  if (scale === null) throw new Error('no scale');
  const outcome = decideGrade(scale, {
    subject: '某人',
    score: scored(exact('95')),
    status: null,
    effects,
    decisions: [],
  });
  return { outcome: outcome.outcome, grade: nameOf(outcome.grade) };
}
