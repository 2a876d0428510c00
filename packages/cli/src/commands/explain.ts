import { parseFacts } from '@mingji/contract';
import {
  type Evaluation,
  type ExplainedLine,
  evaluate,
  explainIndicator,
  explainSubject,
  type Refusal,
  type Result,
  type RuleSet,
  refused,
  type SubjectResult,
  sentencesOf,
  toPlain,
} from '@mingji/engine';
import { answer, asksForHelp, type CommandIo, misused, readInput, refuse, STDIN } from '../command-io.ts';
import { loadRuleSet } from '../load-rule-set.ts';
import { takePaths } from '../take-paths.ts';

const USAGE = `用法：mingji explain 办法.yaml 事实.json [--upper 上级办法.yaml …] [--subject 对象编号] [--indicator 指标代码]

把每个对象的得分、等次怎样得来，逐项说成一句话（sentences），并给出每一步的分值、条款和记录（lines）。结果以 JSON 写到标准输出。
其中一个文件可以写成 -，表示从标准输入读 JSON。
  --upper      办法写了 extends 的，给出上级办法的文件；上级还有上级的，一并给出
  --subject    只说明这个对象，可以写多次
  --indicator  只说明这一个指标
例：
  mingji explain 办法.yaml 事实.json --subject east
  {"subjects":[{"subject":"east","state":"scored","score":"17.4","sentences":["执法质量 20 分：案卷评查扣 2.6 分（3 处瑕疵 ×0.2，1 份不合格卷 ×2），得 17.4 分"],"lines":[…]}]}
退出码：0 完成；1 不予计算（标准输出给出 code、message、path）；2 用法不对。
`;

interface Arguments {
  readonly ruleSetPath: string;
  readonly factsPath: string;
  readonly uppers: readonly string[];
  readonly subjects: readonly string[];
  readonly indicator: string | undefined;
}

function readArguments(argv: readonly string[]): Arguments | undefined {
  const paths: string[] = [];
  const uppers: string[] = [];
  const given = { '--subject': [] as string[], '--indicator': [] as string[] };
  for (let at = 0; at < argv.length; at++) {
    const argument = argv[at] ?? '';
    if (argument === '--upper') {
      const taken = takePaths(argv, at, paths.length >= 2);
      if (taken === undefined) return undefined;
      uppers.push(...taken);
      at += taken.length;
    } else if (argument === '--subject' || argument === '--indicator') {
      const value = argv[++at];
      if (value === undefined || value === '') return undefined;
      given[argument].push(value);
    } else if (argument.startsWith('-') && argument !== STDIN) return undefined;
    else paths.push(argument);
  }
  const [ruleSetPath, factsPath, ...rest] = paths;
  const [indicator, ...others] = given['--indicator'];
  if (ruleSetPath === undefined || factsPath === undefined || rest.length + others.length > 0) {
    return undefined;
  }
  if (ruleSetPath === STDIN && factsPath === STDIN) return undefined;
  return { ruleSetPath, factsPath, uppers, subjects: given['--subject'], indicator };
}

/** What was asked for must be there: a typing error would otherwise look like an empty explanation. */
function unknownOf(args: Arguments, ruleSet: RuleSet, evaluation: Evaluation): readonly Refusal[] {
  const known = new Set(evaluation.subjects.map((each) => each.subject));
  const refusals = args.subjects
    .filter((id) => !known.has(id))
    .map((id) => ({
      code: 'subjectUnknown',
      path: 'subjects',
      message: `对象“${id}”不在事实的名单 subjects 中，请核对编号`,
    }));
  const { indicator } = args;
  if (indicator === undefined) return refusals;
  const items = ruleSet.modules.flatMap((module) => module.items);
  if (items.some((item) => item.indicators.some(({ code }) => code === indicator))) return refusals;
  const message = `指标“${indicator}”不在办法“${ruleSet.name}”中，请核对代码`;
  return [...refusals, { code: 'indicatorUnknown', path: 'indicators', message }];
}

function linesOf(
  ruleSet: RuleSet,
  evaluation: Evaluation,
  result: SubjectResult,
  indicator: string | undefined,
): readonly ExplainedLine[] {
  if (indicator === undefined) return explainSubject(ruleSet, evaluation, result);
  return result.trace === null ? [] : explainIndicator(result.trace, indicator);
}

async function evaluated(io: CommandIo, args: Arguments, ruleSet: RuleSet): Promise<Result<Evaluation>> {
  const data = await readInput(io, args.factsPath);
  if (!data.ok) return data;
  const facts = parseFacts(data.value);
  if (!facts.ok) return facts;
  const traces = args.subjects.length === 0 ? 'all' : args.subjects;
  const result = evaluate({ ruleSet, facts: facts.value, traces });
  if (!result.ok) return result;
  const unknown = unknownOf(args, ruleSet, result.value);
  return unknown.length === 0 ? result : refused(...unknown);
}

/** `mingji explain RULESET.yaml FACTS.json`: the same sentences as on the screen and in the sheet (X1). */
export async function explainCommand(argv: readonly string[], io: CommandIo): Promise<number> {
  if (asksForHelp(argv)) {
    io.stdout(USAGE);
    return 0;
  }
  const args = readArguments(argv);
  if (args === undefined) return misused(io, USAGE);
  const ruleSet = await loadRuleSet(io, args.ruleSetPath, args.uppers);
  if (!ruleSet.ok) return refuse(io, ruleSet.refusals, args.ruleSetPath);
  const evaluation = await evaluated(io, args, ruleSet.value);
  if (!evaluation.ok) return refuse(io, evaluation.refusals, args.factsPath);
  const { subjects } = evaluation.value;
  const wanted = subjects.filter(
    ({ subject }) => args.subjects.length === 0 || args.subjects.includes(subject),
  );
  const explained = wanted.map((result) => {
    const lines = linesOf(ruleSet.value, evaluation.value, result, args.indicator);
    const { subject, score } = result;
    const value = score.state === 'scored' ? score.value : null;
    return { subject, state: score.state, score: value, sentences: sentencesOf(lines), lines };
  });
  return answer(io, toPlain({ subjects: explained }));
}
