import {
  absolute,
  add,
  compare,
  type Exact,
  equals,
  HUNDRED,
  negate,
  ONE,
  sign,
  ZERO,
} from '../kernel/exact.ts';
import { toText } from '../kernel/exact-text.ts';
import type {
  AssessmentScoring,
  ControlNumberScoring,
  ThresholdSide,
  TiersScoring,
} from '../rules/scoring.ts';
import { adviseAt, type LintCheck, type LintFinding, type LintPlace } from './lint-finding.ts';
import { number } from './reach.ts';

/** Neighbours of a list of numbers, where both can be read. */
function neighbours(texts: readonly (string | undefined)[]): readonly (readonly [Exact, Exact, number])[] {
  return texts.slice(1).flatMap((text, at) => {
    const [a, b] = [number(texts[at]), number(text)];
    return a === undefined || b === undefined ? [] : [[a, b, at + 1] as const];
  });
}

function tiersOutOfOrder(place: LintPlace, { tiers }: TiersScoring): LintFinding[] {
  return tiers.slice(1).flatMap((tier, index): LintFinding[] => {
    const above = tiers[index];
    const at = `.scoring.tiers[${index + 1}]`;
    const words = [`${index + 1}`, `${index + 2}`];
    const [to, from] = [number(above?.to), number(tier.from)];
    const once = (above?.includeTo ?? false) !== (tier.includeFrom ?? true);
    if (to === undefined || from === undefined || !equals(to, from) || !once) {
      const reason = `第 ${index + 1} 档与第 ${index + 2} 档没有首尾相接，有的数值两档都算或者哪档都不算`;
      const mend = '使上一档的 to 与下一档的 from 相同，分界值只归一档';
      return [adviseAt(place, { code: 'tiersNotContiguous', reason, mend, words, at })];
    }
    const [a, b] = [number(above?.points), number(tier.points)];
    if (a === undefined || b === undefined || !equals(a, b)) return [];
    const reason = `第 ${index + 1} 档与第 ${index + 2} 档分值相同，这条分界线不起作用`;
    return [adviseAt(place, { code: 'tiersEqual', reason, mend: '合并两档，或写明不同的分值', words, at })];
  });
}

/** Rungs are written upwards or downwards; two may be worth the same (§3), all of them or one out of turn is a slip. */
function rungsOutOfOrder(place: LintPlace, points: readonly string[]): LintFinding[] {
  const turns = neighbours(points).map(([a, b]) => compare(absolute(b), absolute(a)));
  const [up, down] = [turns.includes(1), turns.includes(-1)];
  if (up !== down || turns.length === 0) return [];
  return [
    adviseAt(place, {
      code: 'rungsNotRising',
      reason: '各级的分值没有逐级递增，高一级得不到更多的分',
      mend: '核对各级分值，使级别越高分值越大',
      words: points,
      at: '.scoring.events',
    }),
  ];
}

function stepsFalling(place: LintPlace, points: readonly string[]): LintFinding[] {
  return neighbours(points).flatMap(([a, b, at]) =>
    compare(absolute(b), absolute(a)) < 0
      ? [
          adviseAt(place, {
            code: 'stepsNotRising',
            reason: `第 ${at + 1} 次的分值比第 ${at} 次还轻`,
            mend: '核对各次分值，使次数越多分值越重',
            words: [`${at + 1}`],
            at: `.scoring.steps[${at}].points`,
          }),
        ]
      : [],
  );
}

function controlNumberUnwise(place: LintPlace, scoring: ControlNumberScoring): LintFinding[] {
  const findings: LintFinding[] = [];
  const rewarded = [scoring.first, scoring.points].some((each) => sign(number(each) ?? ZERO) > 0);
  if (rewarded) {
    findings.push(
      adviseAt(place, {
        code: 'overrunRewarded',
        reason: '超出控制数反而加分',
        mend: '扣分请写负数，例如 "-0.5"',
        at: '.scoring.points',
      }),
    );
  }
  const first = number(scoring.first);
  if (scoring.stepsFrom === 'firstOverrun' && (first === undefined || sign(first) === 0)) {
    findings.push(
      adviseAt(place, {
        code: 'firstStepFree',
        reason: '从首次超出起算步数，但首次超出没有分值，第一步等于不扣分',
        mend: '写明 first，或改为 stepsFrom: base',
        at: '.scoring.first',
      }),
    );
  }
  return findings;
}

/** A rate in percent never lies outside 0 to 100, a deviation never below −100. */
function sidesNeverReached(
  place: LintPlace,
  sides: readonly ThresholdSide[],
  lowest: Exact | null,
  highest: Exact | null,
) {
  return sides.flatMap((side, index) => {
    const at = number(side.at);
    const end = side.side === 'below' ? lowest : highest;
    if (at === undefined || end === null) return [];
    const beyond = compare(at, end) * (side.side === 'below' ? -1 : 1);
    if (beyond < 0 || (beyond === 0 && side.inclusive === true && side.step === undefined)) return [];
    return [
      adviseAt(place, {
        code: 'thresholdNeverReached',
        reason: `界限 ${toText(at)} 不起作用，数值不会${side.side === 'below' ? '低于' : '高于'}它`,
        mend: '核对界限；正好达到也算的，请写 inclusive: true',
        words: [toText(at)],
        at: `.scoring.sides[${index}].at`,
      }),
    ];
  });
}

function votesUnwise(place: LintPlace, scoring: AssessmentScoring): LintFinding[] {
  const findings: LintFinding[] = [];
  const sum = scoring.groups.reduce((total, group) => add(total, number(group.weight) ?? ZERO), ZERO);
  if (!equals(sum, ONE)) {
    findings.push(
      adviseAt(place, {
        code: 'weightsDoNotSum',
        reason: `各测评主体的权重合计 ${toText(sum)}，不是 1`,
        mend: '核对权重，使合计为 100%',
        words: [toText(sum)],
        at: '.scoring.groups',
      }),
    );
  }
  const dropped = (scoring.dropHighest ?? 0) + (scoring.dropLowest ?? 0);
  for (const group of scoring.groups) {
    if (dropped === 0 || (group.minVotes ?? 1) > dropped) continue;
    findings.push(
      adviseAt(place, {
        code: 'votesAllDropped',
        reason: `“${group.name}”最少 ${group.minVotes ?? 1} 票就算有效，去掉 ${dropped} 票后可能一票不剩`,
        mend: `把最少票数提高到 ${dropped + 1} 票以上`,
        words: [group.code],
        at: '.scoring.groups',
      }),
    );
  }
  return findings;
}

/** A lower place would be worth more. */
function rankRises(place: LintPlace): LintFinding[] {
  const { scoring } = place.indicator;
  if (scoring.family !== 'rankBased') return [];
  const { form } = scoring;
  const wrong =
    (form.kind === 'fromTop' && sign(number(form.step) ?? ZERO) > 0) ||
    (form.kind === 'fromBottom' && sign(number(form.step) ?? ZERO) < 0) ||
    (form.kind === 'table' &&
      neighbours([...form.places, form.otherwise]).some(([a, b]) => compare(b, a) > 0));
  if (!wrong) return [];
  return [
    adviseAt(place, {
      code: 'rankRises',
      reason: '名次越靠后得分反而越高',
      mend: '从第一名起逐名递减的步长写负数，例如 "-2"；从末位起逐名递增的写正数',
      at: '.scoring.form',
    }),
  ];
}

function tableOf(place: LintPlace): LintFinding[] {
  const { scoring } = place.indicator;
  switch (scoring.family) {
    case 'tiers':
      return tiersOutOfOrder(place, scoring);
    case 'ladder':
      return rungsOutOfOrder(
        place,
        scoring.events.map((event) => event.points),
      );
    case 'escalation':
      return stepsFalling(
        place,
        scoring.steps.map((step) => step.points),
      );
    case 'controlNumber':
      return controlNumberUnwise(place, scoring);
    case 'thresholdRate': {
      const percent = (scoring.unit ?? '%') === '%';
      return sidesNeverReached(place, scoring.sides, percent ? ZERO : null, percent ? HUNDRED : null);
    }
    case 'relativeToMean':
      return sidesNeverReached(place, scoring.sides, negate(HUNDRED), null);
    case 'assessment':
      return votesUnwise(place, scoring);
    default:
      return rankRises(place);
  }
}

/** X6: tables whose rows overlap, leave gaps, say the same twice or run the wrong way. */
export const tablesOutOfOrder: LintCheck = ({ places }) => places.flatMap(tableOf);
