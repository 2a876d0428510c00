import { compare, type Exact } from '../kernel/exact.ts';
import { exact } from '../kernel/exact-text.ts';
import type { AppraisedResult } from '../rules/evaluation.ts';
import type { RuleSet } from '../rules/rule-set.ts';

/** A written review that is due; it changes no points (§9, P16). */
export interface RedLineTask {
  readonly subject: string;
  readonly score: Exact;
  readonly below: Exact;
  readonly task: string;
  /** Working days from publication; the date needs the calendar (`addWorkingDays`). */
  readonly dueWorkingDays: number;
  readonly clause?: string;
}

/** Everybody below the red line; who stands on it is not below. */
export function redLineTasks(
  { redLine }: Pick<RuleSet, 'redLine'>,
  results: readonly Pick<AppraisedResult, 'subject' | 'kind' | 'score'>[],
): readonly RedLineTask[] {
  if (redLine === undefined) return [];
  const below = exact(redLine.below);
  const { kinds, task, dueWorkingDays, clause } = redLine;
  const tasks: RedLineTask[] = [];
  for (const { subject, kind, score } of results) {
    if (kinds !== undefined && !kinds.includes(kind)) continue;
    if (score.state !== 'scored' || compare(score.value, below) >= 0) continue;
    const rule = { below, task, dueWorkingDays, ...(clause === undefined ? {} : { clause }) };
    tasks.push({ subject, score: score.value, ...rule });
  }
  return tasks;
}
