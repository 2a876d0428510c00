import { parseFacts } from '@mingji/contract';
import {
  type Facts,
  type Result,
  refused,
  type Simulation,
  type Standing,
  type SubjectMove,
  simulate,
  toPlain,
} from '@mingji/engine';
import { answer, asksForHelp, type CommandIo, misused, readInput, refuse, STDIN } from '../command-io.ts';
import { loadRuleSet } from '../load-rule-set.ts';
import type { LocatedRefusal } from '../read-data.ts';
import { takePaths } from '../take-paths.ts';

const USAGE = `用法：mingji simulate 旧办法.yaml 新办法.yaml 事实.json [事实.json …] [--upper 上级办法.yaml …] [--moved]

把新办法套在过去的事实上试算：谁的得分、名次、等次变了，变多少，由哪一处规则改动引起。什么也不写入。结果以 JSON 写到标准输出。
每个事实文件是一个周期；其中一个文件可以写成 -，表示从标准输入读 JSON。
  --upper   办法写了 extends 的，给出上级办法的文件
  --moved   只列得分、名次或等次有变动的对象
例：
  mingji simulate 办法.yaml 新办法.yaml 九月.json 十月.json --moved
退出码：0 完成；1 不予计算（标准输出给出 code、message、path）；2 用法不对。
`;

/** A year of weeks; more periods than that are tried in parts. */
const MOST_PERIODS = 60;

interface Arguments {
  readonly oldPath: string;
  readonly newPath: string;
  readonly factsPaths: readonly string[];
  readonly uppers: readonly string[];
  readonly movedOnly: boolean;
}

function readArguments(argv: readonly string[]): Arguments | undefined {
  const paths: string[] = [];
  const uppers: string[] = [];
  let movedOnly = false;
  for (let at = 0; at < argv.length; at++) {
    const argument = argv[at] ?? '';
    if (argument === '--moved') movedOnly = true;
    else if (argument === '--upper') {
      // Any number of facts may follow the two methods, so an upper method is always one path.
      const taken = takePaths(argv, at, false);
      if (taken === undefined) return undefined;
      uppers.push(...taken);
      at += taken.length;
    } else if (argument.startsWith('-') && argument !== STDIN) return undefined;
    else paths.push(argument);
  }
  const [oldPath, newPath, ...factsPaths] = paths;
  if (oldPath === undefined || newPath === undefined || factsPaths.length === 0) return undefined;
  if (paths.filter((path) => path === STDIN).length > 1) return undefined;
  return { oldPath, newPath, factsPaths, uppers, movedOnly };
}

async function readPeriods(io: CommandIo, paths: readonly string[]): Promise<Result<readonly Facts[]>> {
  if (paths.length > MOST_PERIODS) {
    const message = `一次最多试算 ${MOST_PERIODS} 个周期，给出了 ${paths.length} 个，请分几次试算`;
    return refused({ code: 'tooManyPeriods', path: 'facts', message });
  }
  const periods: Facts[] = [];
  for (const path of paths) {
    const data = await readInput(io, path);
    const facts = data.ok ? parseFacts(data.value) : data;
    if (!facts.ok) return refused(...facts.refusals.map((refusal) => ({ ...refusal, file: path })));
    const { period } = facts.value;
    if (periods.some((known) => known.period.id === period.id)) {
      const message = `周期“${period.id}”给出了两次，每个周期只能试算一次，请去掉一个文件`;
      const twice: LocatedRefusal = { code: 'periodTwice', path: 'period.id', message, file: path };
      return refused(twice);
    }
    periods.push(facts.value);
  }
  return { ok: true, value: periods };
}

function standingOf({ score, rank, grade }: Standing) {
  return { state: score.state, score: score.state === 'scored' ? score.value : null, rank, grade };
}

function hasMoved({ before, after, causes }: SubjectMove): boolean {
  return (
    causes.length > 0 ||
    before.rank !== after.rank ||
    before.grade !== after.grade ||
    before.score.state !== after.score.state
  );
}

function presented({ changes, periods, units, summary }: Simulation, movedOnly: boolean) {
  return {
    changes,
    summary,
    units,
    periods: periods.map(({ period, moves, dropped, withoutPast }) => ({
      period,
      dropped,
      withoutPast,
      subjects: moves
        .filter((move) => !movedOnly || hasMoved(move))
        .map(({ subject, kind, code, unit, before, after, difference, causes }) => ({
          subject,
          kind,
          code,
          unit,
          old: standingOf(before),
          new: standingOf(after),
          difference,
          causes,
        })),
    })),
  };
}

/** `mingji simulate OLD.yaml NEW.yaml FACTS.json …`: a rule change tried on the past before anyone adopts it (X2, N8). */
export async function simulateCommand(argv: readonly string[], io: CommandIo): Promise<number> {
  if (asksForHelp(argv)) {
    io.stdout(USAGE);
    return 0;
  }
  const args = readArguments(argv);
  if (args === undefined) return misused(io, USAGE);
  const oldRules = await loadRuleSet(io, args.oldPath, args.uppers);
  if (!oldRules.ok) return refuse(io, oldRules.refusals, args.oldPath);
  const newRules = await loadRuleSet(io, args.newPath, args.uppers);
  if (!newRules.ok) return refuse(io, newRules.refusals, args.newPath);
  const periods = await readPeriods(io, args.factsPaths);
  if (!periods.ok) return refuse(io, periods.refusals, null);
  const result = simulate({ oldRules: oldRules.value, newRules: newRules.value, periods: periods.value });
  if (!result.ok) return refuse(io, result.refusals, null);
  return answer(io, toPlain(presented(result.value, args.movedOnly)));
}
