import type { imports } from '@mingji/contract';
import type { Batch } from './batch.ts';
import type { DecidedRow, Judgement } from './judgement.ts';
import { proposeScoring } from './recognition/target-book/propose-scoring.ts';
import type { IndicatorValues } from './recognition/target-book/target-book-values.ts';

/** Each indicator of the book with its sentence and the typed rule: as read, or as decided by hand (X7). */
export function importRules(batch: Batch, judgement: Judgement): imports.ImportRuleView[] {
  const { content } = judgement;
  if (content.kind !== 'targetBook') return [];
  return content.rows
    .filter((row) => row.verdict !== 'not-a-person' && !row.skipped)
    .slice(0, 2000)
    .map((row) => importRule(batch, row));
}

function importRule(batch: Batch, { row, values }: DecidedRow<IndicatorValues>): imports.ImportRuleView {
  const proposal = proposeScoring({ rule: values.rule, marks: values.marks, target: values.target });
  const decided = batch.options.rules?.[String(row)];
  const read = { scoring: proposal.scoring, additions: proposal.additions, cap: proposal.cap };
  return {
    row,
    item: values.item,
    name: values.name,
    text: values.rule,
    marks: values.marks,
    target: values.target,
    owner: values.owner,
    flags: values.flags.map((flag) => flag.reason).slice(0, 20),
    rule: decided ?? (read as imports.ImportRuleView['rule']),
    confidence: decided ? null : proposal.confidence,
    understood: proposal.understood.slice(0, 50),
    notUnderstood: proposal.notUnderstood.slice(0, 50),
  };
}
