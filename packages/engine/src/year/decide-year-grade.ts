import { ok, type Result, refused } from '../kernel/refusal.ts';
import type { Grade } from '../rules/appraisal-rules.ts';
import type { YearProposal } from './year-proposal.ts';

export interface YearChoice {
  readonly grade: string;
  readonly reason?: string;
  readonly by: string;
}

export interface YearDecision {
  readonly subject: string;
  readonly grade: string;
  /** The only grade proposed, or null where there was a choice or nothing to propose. */
  readonly proposed: string | null;
  readonly overrides: boolean;
  readonly reason: string | null;
  readonly by: string;
}

/** Taking the one proposal needs nothing more; everything else needs a reason (§11). */
export function decideYearGrade(
  grades: readonly Grade[],
  proposal: Pick<YearProposal, 'subject' | 'kind' | 'options' | 'reason'>,
  { grade, reason, by }: YearChoice,
): Result<YearDecision> {
  if (!grades.some((own) => own.code === grade)) {
    const allowed = grades.map((own) => own.code).join('、');
    return refuse('gradeUnknown', 'grade', `没有年度等次“${grade}”，只能是以下之一：${allowed}`);
  }
  if (proposal.kind === 'notGraded') {
    return refuse('notGraded', 'grade', `不能确定年度等次：${proposal.reason}`);
  }
  const [only, ...others] = proposal.options;
  const proposed = only !== undefined && others.length === 0 ? only : null;
  const given = reason?.trim() ?? '';
  if (grade !== proposed && given === '') {
    return refuse('reasonMissing', 'reason', `须写明理由；系统的建议是：${proposal.reason}`);
  }
  const overrides = !proposal.options.includes(grade);
  return ok({
    subject: proposal.subject,
    grade,
    proposed,
    overrides,
    reason: given === '' ? null : given,
    by,
  });
}

function refuse(code: string, path: string, message: string): Result<never> {
  return refused({ code, path, message });
}
