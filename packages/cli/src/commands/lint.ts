import { createHash } from 'node:crypto';
import { breaksBelow, codedPath, isInherited, lintRuleSet, type RuleSet, ruleSetBytes } from '@mingji/engine';
import { asksForHelp, type CommandIo, misused, placeRefusals } from '../command-io.ts';
import { type LoadedRuleSet, problemsOf, readRuleSet } from '../load-rule-set.ts';
import type { LocatedRefusal } from '../read-data.ts';
import { takePaths } from '../take-paths.ts';

const USAGE = `用法：mingji lint 办法.yaml [--upper 上级办法.yaml …] [--old 旧版.yaml --lower 下级办法.yaml …]

检查一个办法：写法、分值、与上级办法的关系（problems），违法或不当的指标（findings）。结果以 JSON 写到标准输出。
  --upper   上级办法的文件；上级还有上级的，一并给出，次序不限
  --old     本办法的上一版；与 --lower 一起用
  --lower   依据上一版制定的下级办法；broken 列出换用本版后各有哪些不符
hash 是内容摘要（SM3）：同样的规则在任何地方摘要相同。
例：
  mingji lint 分局.yaml --upper 市局.yaml
  {"ok":true,"hash":"5c…","problems":[],"findings":[],"broken":[]}
退出码：0 没有问题；1 有问题，或有须法制审核意见的提示（code 为 needsSignOff）；2 用法不对。
`;

interface Arguments {
  readonly path: string;
  readonly uppers: readonly string[];
  readonly old: string | undefined;
  readonly lowers: readonly string[];
}

function readArguments(argv: readonly string[]): Arguments | undefined {
  const own: string[] = [];
  const given = { '--upper': [] as string[], '--old': [] as string[], '--lower': [] as string[] };
  for (let at = 0; at < argv.length; at++) {
    const argument = argv[at] ?? '';
    if (argument === '--upper' || argument === '--old' || argument === '--lower') {
      const paths = takePaths(argv, at, own.length > 0);
      if (paths === undefined) return undefined;
      given[argument].push(...paths);
      at += paths.length;
    } else if (argument.startsWith('--')) return undefined;
    else own.push(argument);
  }
  const [path, ...rest] = own;
  const { '--upper': uppers, '--old': olds, '--lower': lowers } = given;
  const [old, ...others] = olds;
  if (path === undefined || rest.length > 0 || others.length > 0) return undefined;
  if ((old === undefined) !== (lowers.length === 0)) return undefined;
  return { path, uppers, old, lowers };
}

interface Verdict {
  readonly hash: string | null;
  readonly problems: readonly LocatedRefusal[];
  readonly findings: readonly (ReturnType<typeof lintRuleSet>[number] & LocatedRefusal)[];
  readonly broken: ReturnType<typeof breaksBelow>;
}

function hashOf(ruleSet: RuleSet): string {
  return createHash('sm3').update(ruleSetBytes(ruleSet)).digest('hex');
}

/** Findings in what is taken over word for word are the upper office's to answer. */
function findingsOf(io: CommandIo, path: string, { ruleSet, upper }: LoadedRuleSet): Verdict['findings'] {
  const found = lintRuleSet(ruleSet).map((finding) => ({ ...finding, message: finding.reason }));
  if (upper === null) return placeRefusals(io, found, path);
  const own = found
    .map((finding) => ({ ...finding, path: codedPath(ruleSet, finding.path) }))
    .filter((finding) => !isInherited(upper, ruleSet, finding.path));
  return placeRefusals(io, own, path);
}

/** What breaks in the methods under the old version once this one is published (§16). */
async function brokenBelow(io: CommandIo, args: Arguments, ruleSet: RuleSet) {
  if (args.old === undefined) return { ok: true as const, value: [] };
  const old = await readRuleSet(io, args.old, args.uppers);
  if (!old.ok) return old;
  const lowers: RuleSet[] = [];
  for (const path of args.lowers) {
    const lower = await readRuleSet(io, path, [args.old, ...args.uppers]);
    if (!lower.ok) return lower;
    lowers.push(lower.value.ruleSet);
  }
  return { ok: true as const, value: breaksBelow(old.value.ruleSet, ruleSet, lowers) };
}

async function judge(io: CommandIo, args: Arguments): Promise<Verdict> {
  const failed = (problems: readonly LocatedRefusal[]): Verdict => {
    return { hash: null, problems: placeRefusals(io, problems, args.path), findings: [], broken: [] };
  };
  const loaded = await readRuleSet(io, args.path, args.uppers);
  if (!loaded.ok) return failed(loaded.refusals);
  const broken = await brokenBelow(io, args, loaded.value.ruleSet);
  if (!broken.ok) return failed(broken.refusals);
  return {
    hash: hashOf(loaded.value.ruleSet),
    problems: placeRefusals(io, problemsOf(loaded.value), args.path),
    findings: findingsOf(io, args.path, loaded.value),
    broken: broken.value,
  };
}

/** The one thing to say first: the first problem, else the first finding that wants the legal office's opinion. */
function headline({ problems, findings }: Verdict): object {
  const [problem] = problems;
  if (problem !== undefined) return problem;
  const flagged = findings.filter((finding) => finding.needsSignOff);
  const [first] = flagged;
  if (first === undefined) return {};
  const message = `有 ${flagged.length} 处提示须登记法制审核意见后才能发布：${first.name}：${first.reason}。${first.mend}`;
  return { code: 'needsSignOff', message, path: first.path };
}

/** `mingji lint RULESET.yaml`: everything that keeps a method from being published, and what is unwise in it (X6). */
export async function lintCommand(argv: readonly string[], io: CommandIo): Promise<number> {
  if (asksForHelp(argv)) {
    io.stdout(USAGE);
    return 0;
  }
  const args = readArguments(argv);
  if (args === undefined) return misused(io, USAGE);
  const verdict = await judge(io, args);
  const isFine = verdict.problems.length === 0 && !verdict.findings.some((finding) => finding.needsSignOff);
  io.stdout(`${JSON.stringify({ ok: isFine, ...headline(verdict), ...verdict }, null, 2)}\n`);
  return isFine ? 0 : 1;
}
