import { compare, type Exact, fromInteger, multiply } from '../kernel/exact.ts';
import { parseRate, toText } from '../kernel/exact-text.ts';
import { ok, type Result, refused } from '../kernel/refusal.ts';
import type { AnnualQuota } from '../quota/annual-quota.ts';
import type { Grade, YearGradeRules } from '../rules/appraisal-rules.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { type FilledPlace, fillFirstGrade } from './fill-first-grade.ts';
import type { Candidate } from './order-candidates.ts';
import type { YearOfficer } from './year-officer.ts';
import type { YearProposal } from './year-proposal.ts';
import { countOf, gradeCode, type YearRecord, yearRecord } from './year-record.ts';
import { namesOf, OUTCOME_WORDS, recordText } from './year-words.ts';

export interface YearInput {
  readonly officers: readonly YearOfficer[];
  /** One per pool, from `annualQuota`; needed where the rule set has an annual quota. */
  readonly quotas: readonly AnnualQuota[];
}

/** The rules of the year with the routine grades they speak of. */
interface YearContext {
  readonly rules: YearGradeRules;
  readonly routine: readonly Grade[];
  /** The rules' routine grades by code, however they were written. */
  readonly barred: readonly string[];
  readonly low: readonly string[];
  readonly counted: string;
  readonly worst: string;
  /** Codes of annual grades. */
  readonly lowProposals: readonly string[];
  readonly allWorstProposal: string;
  readonly lowShare: Exact;
}

function readContext(rules: YearGradeRules, routine: readonly Grade[]): Result<YearContext> {
  const share = rules.lowShare ?? '1/2';
  const lowShare = parseRate(share);
  if (lowShare === undefined) {
    const message = `year.lowShare 的“${share}”不是规范的比率，请写成如 1/2、50% 的形式`;
    return refused({ code: 'numberMalformed', path: 'year.lowShare', message });
  }
  const code = (text: string) => gradeCode(routine, text);
  return ok({
    rules,
    routine,
    barred: rules.barredBy.map(code),
    low: rules.lowGrades.map(code),
    counted: code(rules.countedGrade),
    worst: code(rules.worstGrade),
    lowProposals: rules.lowProposals.map((text) => gradeCode(rules.grades, text)),
    allWorstProposal: gradeCode(rules.grades, rules.allWorstProposal),
    lowShare,
  });
}

/** The annual grades that follow from the routine ones (§11, R9): proposals with reasons, in the order given. */
export function proposeYearGrades(
  ruleSet: Pick<RuleSet, 'year' | 'grading' | 'rounding'>,
  input: YearInput,
): Result<readonly YearProposal[]> {
  const { year, grading } = ruleSet;
  if (year === undefined) {
    const message = '办法没有写明年度等次如何由平时考核产生，请写 year';
    return refused({ code: 'yearRulesMissing', path: 'year', message });
  }
  const context = readContext(year, grading?.grades ?? []);
  if (!context.ok) return context;
  const drafts = input.officers.map((officer) => {
    const record = yearRecord(officer.cycles, context.value.routine, ruleSet.rounding);
    return { officer, proposal: proposeOne(context.value, officer, record) };
  });
  return placeCandidates(year, input.quotas, drafts);
}

interface Draft {
  readonly officer: YearOfficer;
  readonly proposal: YearProposal;
}

/** Pools never lend to each other, so each is filled by itself (§10). */
function placeCandidates(
  rules: YearGradeRules,
  quotas: readonly AnnualQuota[],
  drafts: readonly Draft[],
): Result<readonly YearProposal[]> {
  const pools = new Map<string | null, Candidate[]>();
  for (const { officer, proposal } of drafts) {
    if (proposal.kind !== 'candidate') continue;
    const { subject, counted, mean } = proposal;
    const pool = officer.pool ?? null;
    const members = pools.get(pool) ?? [];
    members.push({ subject, code: officer.code, counted, mean });
    pools.set(pool, members);
  }
  const places = new Map<string, FilledPlace>();
  for (const [pool, candidates] of pools) {
    const filled = fillFirstGrade(rules, quotas, pool, candidates);
    if (!filled.ok) return filled;
    for (const [subject, place] of filled.value) places.set(subject, place);
  }
  return ok(
    drafts.map(({ proposal }) => {
      const filled = places.get(proposal.subject);
      if (filled === undefined) return proposal;
      const { place, options, reason } = filled;
      return { ...proposal, place, options, reason: `${proposal.reason}；${reason}` };
    }),
  );
}

function proposeOne(context: YearContext, officer: YearOfficer, record: YearRecord): YearProposal {
  const { rules, routine } = context;
  const low = countOf(record, context.low);
  const told = recordText(record, routine);
  const proposal = (
    kind: YearProposal['kind'],
    options: readonly string[],
    reason: string,
  ): YearProposal => ({
    subject: officer.subject,
    kind,
    options,
    assessed: record.assessed,
    low,
    counted: countOf(record, [context.counted]),
    mean: record.mean,
    place: null,
    reason,
    clause: rules.clause ?? null,
  });
  const outcome = officer.outcome ?? 'graded';
  if (outcome !== 'graded') return proposal('notGraded', [], OUTCOME_WORDS[outcome]);
  if (record.assessed === 0) return proposal('undetermined', [], '本年度没有定过等次的平时考核，请人工提出');
  if (countOf(record, [context.worst]) === record.assessed) {
    const options = [...new Set([context.allWorstProposal, ...context.lowProposals])];
    const named = namesOf(rules.grades, [context.allWorstProposal]);
    return proposal('low', options, `${told}；全部为${namesOf(routine, [context.worst])}，可以定为${named}`);
  }
  if (compare(fromInteger(low), multiply(context.lowShare, fromInteger(record.assessed))) > 0) {
    const share = `${namesOf(routine, context.low)}共 ${low} 次，超过 ${toText(context.lowShare)}`;
    return proposal(
      'low',
      context.lowProposals,
      `${told}；${share}，应定为${namesOf(rules.grades, context.lowProposals)}`,
    );
  }
  const barred = context.barred.filter((grade) => countOf(record, [grade]) > 0);
  const bars = [...barred.map((grade) => `有${namesOf(routine, [grade])}`), ...(officer.bars ?? [])];
  if (bars.length === 0) return proposal('candidate', [], told);
  const [first, second] = [rules.grades.slice(0, 1), rules.grades.slice(1, 2)];
  const reason = `${told}；${bars.join('、')}，不作${first.map((grade) => grade.name).join()}候选`;
  return proposal(
    'ordinary',
    second.map((grade) => grade.code),
    reason,
  );
}
