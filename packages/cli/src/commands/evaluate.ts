import { parseFacts } from '@mingji/contract';
import { evaluate, explain, toPlain } from '@mingji/engine';
import { answer, asksForHelp, type CommandIo, misused, readInput, refuse, STDIN } from '../command-io.ts';
import { loadRuleSet } from '../load-rule-set.ts';
import { takePaths } from '../take-paths.ts';

const USAGE = `用法：mingji evaluate 办法.yaml 事实.json [--upper 上级办法.yaml …] [--traces all|none|对象编号，…] [--explain]

按考核办法和事实计算得分与名次，结果以 JSON 写到标准输出，小数一律为文本。
其中一个文件可以写成 -，表示从标准输入读 JSON。
  --upper     办法写了 extends 的，给出上级办法的文件；上级还有上级的，一并给出
  --traces    为谁保留计算过程，默认 all
  --explain   另附中文说明
退出码：0 完成；1 不予计算（标准输出给出 code、message、path）；2 用法不对。
`;

interface Arguments {
  readonly ruleSetPath: string;
  readonly factsPath: string;
  readonly traces: 'all' | 'none' | readonly string[];
  readonly explain: boolean;
  readonly uppers: readonly string[];
}

function readArguments(argv: readonly string[]): Arguments | undefined {
  const paths: string[] = [];
  let traces: Arguments['traces'] = 'all';
  let withExplanation = false;
  const uppers: string[] = [];
  for (let at = 0; at < argv.length; at++) {
    const argument = argv[at] ?? '';
    if (argument === '--explain') withExplanation = true;
    else if (argument === '--upper') {
      const taken = takePaths(argv, at, paths.length >= 2);
      if (taken === undefined) return undefined;
      uppers.push(...taken);
      at += taken.length;
    } else if (argument === '--traces') {
      const value = argv[++at];
      if (value === undefined || value === '') return undefined;
      traces = value === 'all' || value === 'none' ? value : value.split(',');
    } else if (argument.startsWith('-') && argument !== STDIN) return undefined;
    else paths.push(argument);
  }
  const [ruleSetPath, factsPath, ...rest] = paths;
  if (ruleSetPath === undefined || factsPath === undefined || rest.length > 0) return undefined;
  if (ruleSetPath === STDIN && factsPath === STDIN) return undefined;
  return { ruleSetPath, factsPath, traces, explain: withExplanation, uppers };
}

/** `mingji evaluate RULESET.yaml FACTS.json`: results with traces as JSON, recomputable by anyone (§15). */
export async function evaluateCommand(argv: readonly string[], io: CommandIo): Promise<number> {
  if (asksForHelp(argv)) {
    io.stdout(USAGE);
    return 0;
  }
  const args = readArguments(argv);
  if (args === undefined) return misused(io, USAGE);
  const ruleSet = await loadRuleSet(io, args.ruleSetPath, args.uppers);
  if (!ruleSet.ok) return refuse(io, ruleSet.refusals, args.ruleSetPath);
  const factsData = await readInput(io, args.factsPath);
  if (!factsData.ok) return refuse(io, factsData.refusals, args.factsPath);
  const facts = parseFacts(factsData.value);
  if (!facts.ok) return refuse(io, facts.refusals, args.factsPath);
  const result = evaluate({ ruleSet: ruleSet.value, facts: facts.value, traces: args.traces });
  if (!result.ok) return refuse(io, result.refusals, args.factsPath);
  const subjects = result.value.subjects.map((subject) =>
    args.explain && subject.trace !== null ? { ...subject, explanation: explain(subject.trace) } : subject,
  );
  return answer(io, toPlain({ ...result.value, subjects }));
}
