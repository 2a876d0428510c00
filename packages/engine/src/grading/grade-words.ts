import { words } from '../explain/number-words.ts';
import { toText } from '../kernel/exact-text.ts';
import type { Score } from '../kernel/score.ts';
import { indicatorPaths } from '../rules/indicator-paths.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { GradeResult, GradeStep } from './grade-result.ts';
import { STEP_NAMES } from './refuse-decision.ts';

const OUTCOME_WORDS = {
  graded: '',
  commentOnly: '只写评语，不确定等次',
  noGrade: '不确定等次',
  deferred: '暂不写评语、不确定等次，结案后补定',
  offList: '不列入考核名单，不计入基数',
} as const;

const EFFECT_WORDS: Readonly<Record<string, string>> = {
  zeroItem: '项目记零分',
  zeroTotal: '总分记零分',
  noGrade: '不确定等次',
  manualReview: '提请人工审核，须由领导写明理由决定',
};

/** Names of everything a step may point at. */
class Names {
  readonly #grades: ReadonlyMap<string, string>;
  readonly #indicators: ReadonlyMap<string, string>;
  readonly #sanctions: ReadonlyMap<string, string>;
  readonly #statuses: ReadonlyMap<string, string>;
  /** The scarce grade. */
  readonly quota: string | null;

  constructor(ruleSet: RuleSet) {
    const named = (list: readonly { readonly code: string; readonly name: string }[] | undefined) =>
      new Map((list ?? []).map(({ code, name }) => [code, name]));
    this.#grades = named([...(ruleSet.year?.grades ?? []), ...(ruleSet.grading?.grades ?? [])]);
    this.#indicators = named(indicatorPaths(ruleSet).map(({ indicator }) => indicator));
    this.#sanctions = named(ruleSet.sanctions);
    this.#statuses = named(ruleSet.statuses);
    this.quota = ruleSet.quota === undefined ? null : this.grade(ruleSet.quota.grade);
  }

  grade(code: string | null): string {
    return `“${this.#grades.get(code ?? '') ?? code ?? ''}”`;
  }

  status(code: string | undefined): string {
    return this.#statuses.get(code ?? '') ?? code ?? '';
  }

  /** What an effect comes from, in the words people know: the indicator, the sanction, its legal basis, or its id. */
  origin({ indicator, sanction, basis, source }: GradeStep): string {
    return (
      this.#indicators.get(indicator ?? '') ?? this.#sanctions.get(sanction ?? '') ?? basis ?? source ?? ''
    );
  }
}

function thresholdWords({ to, line }: GradeStep, score: Score, names: Names): string {
  const points = score.state === 'scored' ? `${words(score.value)} 分` : '尚未评分';
  return line === undefined
    ? `${points}，归入${names.grade(to)}`
    : `${points}，达到${names.grade(to)}的分数线 ${toText(line)}`;
}

function stepWords(step: GradeStep, score: Score, result: GradeResult, names: Names): string {
  const { kind, to } = step;
  switch (kind) {
    case 'status':
      return `情形为${names.status(step.source)}`;
    case 'effect':
      return `${names.origin(step)}：${EFFECT_WORDS[step.effect ?? ''] ?? ''}`;
    case 'threshold':
      return thresholdWords(step, score, names);
    case 'ceiling':
      return `${names.origin(step)}，等次最高为${names.grade(result.ceiling?.grade ?? null)}`;
    case 'nomination':
      return step.source === undefined
        ? `未被提名${names.quota ?? ''}，按${names.grade(to)}`
        : `提名${names.grade(to)}`;
    default: {
      const because = step.reason === undefined ? '' : `，理由：${step.reason}`;
      return `${STEP_NAMES[kind]}定为${names.grade(to)}${because}`;
    }
  }
}

function finalWords(result: GradeResult, names: Names): string {
  if (result.waitsFor === 'score') return '尚未评分，等次待定';
  if (result.waitsFor === 'manualReview') return '等次待人工审核后确定';
  if (result.outcome !== 'graded') return OUTCOME_WORDS[result.outcome];
  const quota = names.quota === null ? '' : `，${result.usesQuota ? '占' : '不占'}${names.quota}名额`;
  return `定为${names.grade(result.grade)}${quota}`;
}

/** The whole way to a grade, a phrase a step and the outcome last (X1). */
export function gradeWords(ruleSet: RuleSet, result: GradeResult, score: Score): readonly string[] {
  const names = new Names(ruleSet);
  return [...result.steps.map((step) => stepWords(step, score, result, names)), finalWords(result, names)];
}

/** “94 分，达到‘好’的分数线 90；……；定为‘一般’，不占‘好’名额”. */
export function gradeSentence(ruleSet: RuleSet, result: GradeResult, score: Score): string {
  return `${gradeWords(ruleSet, result, score).join('；')}。`;
}
