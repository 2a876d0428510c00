import { gradeWords } from '../grading/grade-words.ts';
import { toText } from '../kernel/exact-text.ts';
import { chineseDate } from '../kernel/instant.ts';
import type { Evaluation, SubjectResult } from '../rules/evaluation.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { type ExplainedLine, explain, type LineKind } from './explain.ts';
import { STATE_WORDS } from './sentence.ts';

/** A line about what follows from a score: it has words and a clause, but adds nothing to the score. */
function followingLine(
  kind: LineKind,
  text: string,
  more: { readonly depth?: number; readonly clause?: string | undefined; readonly source?: string } = {},
): ExplainedLine {
  const { depth = 0, clause, source } = more;
  return {
    depth,
    kind,
    sentence: depth === 0,
    text,
    value: null,
    state: 'scored',
    entryIds: source === undefined ? [] : [source],
    ...(clause === undefined ? {} : { clause }),
  };
}

/** §9: 94 分，达到“好”的分数线 90；督察通报，等次最高为“一般”；定为“一般”，不占“好”名额; its steps stand below. */
function gradeLines(ruleSet: RuleSet, evaluation: Evaluation, result: SubjectResult): ExplainedLine[] {
  const grade = evaluation.grades.find((each) => each.subject === result.subject);
  if (grade === undefined) return [];
  const words = gradeWords(ruleSet, grade, result.score);
  const steps = grade.steps.map(({ clause, source }, at) =>
    followingLine('gradeStep', words[at] ?? '', {
      depth: 1,
      clause,
      ...(source === undefined ? {} : { source }),
    }),
  );
  return [followingLine('grade', `等次：${words.join('；')}`), ...steps];
}

function redLineLines(evaluation: Evaluation, { subject }: SubjectResult): ExplainedLine[] {
  return evaluation.redLine
    .filter((task) => task.subject === subject)
    .map(({ score, below, task, dueWorkingDays, clause }) => {
      const due = `须${task}，${dueWorkingDays} 个工作日内完成，不另扣分`;
      return followingLine('redLine', `红线：${toText(score)} 分，低于 ${toText(below)} 分，${due}`, {
        clause,
      });
    });
}

function barLines(evaluation: Evaluation, { subject }: SubjectResult): ExplainedLine[] {
  return evaluation.commendationBars
    .filter((bar) => bar.subject === subject)
    .map(({ until, source, clause }) =>
      followingLine('commendationBar', `评先评优：至${chineseDate(until)}止不得评先评优`, { clause, source }),
    );
}

/** Without a trace there is still something to say: not scored, exempt, or simply the number. */
function scoreLines(ruleSet: RuleSet, { trace, score }: SubjectResult): readonly ExplainedLine[] {
  if (trace !== null) return explain(trace);
  const value = score.state === 'scored' ? toText(score.value) : null;
  const words = value === null ? STATE_WORDS[score.state] : `得 ${value} 分`;
  const line = followingLine('total', `${ruleSet.name}：${words}`);
  return [{ ...line, value, state: score.state }];
}

/** Everything an evaluation says about one subject, in words: the score, the grade, the red line, the bars (X1). */
export function explainSubject(
  ruleSet: RuleSet,
  evaluation: Evaluation,
  result: SubjectResult,
): readonly ExplainedLine[] {
  return [
    ...scoreLines(ruleSet, result),
    ...gradeLines(ruleSet, evaluation, result),
    ...redLineLines(evaluation, result),
    ...barLines(evaluation, result),
  ];
}
