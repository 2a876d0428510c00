import { parseFacts, parseRuleSet } from '@mingji/contract';
import { evaluate, explain, type Refusal, toPlain } from '@mingji/engine';
import { readData } from '../read-data.ts';

/** What a command may do to the world; tests pass their own. */
export interface CommandIo {
  stdout(text: string): void;
  stderr(text: string): void;
  readFile(path: string): string;
}

const USAGE = `用法：mingji evaluate 办法.yaml 事实.json [--traces all|none|对象编号，…] [--explain]

按考核办法和事实计算得分与名次，结果以 JSON 写到标准输出，小数一律为文本。
  --traces    为谁保留计算过程，默认 all
  --explain   另附中文说明
退出码：0 完成；1 不予计算（标准输出给出 code、message、path）；2 用法不对。
`;

interface Arguments {
  readonly ruleSetPath: string;
  readonly factsPath: string;
  readonly traces: 'all' | 'none' | readonly string[];
  readonly explain: boolean;
}

function readArguments(argv: readonly string[]): Arguments | undefined {
  const paths: string[] = [];
  let traces: Arguments['traces'] = 'all';
  let withExplanation = false;
  for (let at = 0; at < argv.length; at++) {
    const argument = argv[at] ?? '';
    if (argument === '--explain') withExplanation = true;
    else if (argument === '--traces') {
      const value = argv[++at];
      if (value === undefined || value === '') return undefined;
      traces = value === 'all' || value === 'none' ? value : value.split(',');
    } else if (argument.startsWith('-')) return undefined;
    else paths.push(argument);
  }
  const [ruleSetPath, factsPath, ...rest] = paths;
  if (ruleSetPath === undefined || factsPath === undefined || rest.length > 0) return undefined;
  return { ruleSetPath, factsPath, traces, explain: withExplanation };
}

/** The first refusal is the answer; all of them are listed, so that a reader mends everything in one go. */
function refuse(io: CommandIo, refusals: readonly Refusal[], file: string | null): 1 {
  const [first] = refusals;
  const body = { ...first, ...(file === null ? {} : { file }), refusals };
  io.stdout(`${JSON.stringify(body, null, 2)}\n`);
  return 1;
}

function readOne(io: CommandIo, path: string) {
  let text: string;
  try {
    text = io.readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === '') throw error;
    const reason = code === 'ENOENT' ? '文件不存在' : code === 'EISDIR' ? '这是一个目录' : code;
    return {
      ok: false as const,
      refusals: [{ code: 'fileUnreadable', path, message: `读不到 ${path}:${reason}，请核对路径` }],
    };
  }
  return readData(text, path);
}

/** `mingji evaluate RULESET.yaml FACTS.json`: results with traces as JSON, recomputable by anyone (§15). */
export function evaluateCommand(argv: readonly string[], io: CommandIo): number {
  if (argv.includes('--help') || argv.includes('-h')) {
    io.stdout(USAGE);
    return 0;
  }
  const args = readArguments(argv);
  if (args === undefined) {
    io.stderr(USAGE);
    return 2;
  }
  const ruleSetData = readOne(io, args.ruleSetPath);
  if (!ruleSetData.ok) return refuse(io, ruleSetData.refusals, args.ruleSetPath);
  const factsData = readOne(io, args.factsPath);
  if (!factsData.ok) return refuse(io, factsData.refusals, args.factsPath);
  const ruleSet = parseRuleSet(ruleSetData.value);
  if (!ruleSet.ok) return refuse(io, ruleSet.refusals, args.ruleSetPath);
  const facts = parseFacts(factsData.value);
  if (!facts.ok) return refuse(io, facts.refusals, args.factsPath);
  const result = evaluate({ ruleSet: ruleSet.value, facts: facts.value, traces: args.traces });
  if (!result.ok) return refuse(io, result.refusals, null);
  const subjects = result.value.subjects.map((subject) =>
    args.explain && subject.trace !== null ? { ...subject, explanation: explain(subject.trace) } : subject,
  );
  io.stdout(`${JSON.stringify(toPlain({ ...result.value, subjects }), null, 2)}\n`);
  return 0;
}
