import { compare, isZero, ZERO } from '../kernel/exact.ts';
import { toText } from '../kernel/exact-text.ts';
import {
  adviseAt,
  type LintCheck,
  type LintContext,
  type LintFinding,
  type LintPlace,
} from './lint-finding.ts';
import { changeReach, indicatorReach, leavesReach, number, staysAbove } from './reach.ts';

const KIND_NAMES = { officer: '民警', unit: '单位' } as const;

/** Nobody the rule set appraises ever meets the indicator. */
function nobodyFound({ ruleSet, sequences }: LintContext, place: LintPlace): LintFinding[] {
  const { kinds, sequences: wanted } = place.indicator.subjects ?? {};
  const strangers = (kinds ?? []).filter((kind) => !ruleSet.appraises.includes(kind));
  const unknown = sequences === null ? [] : (wanted ?? []).filter((code) => !sequences.includes(code));
  const kindOf = new Map((ruleSet.sequences ?? []).map((sequence) => [sequence.code, sequence.kind]));
  const other = (wanted ?? []).filter((code) => {
    const kind = kindOf.get(code);
    return kind !== undefined && kinds !== undefined && !kinds.includes(kind);
  });
  const findings: LintFinding[] = [];
  for (const kind of strangers) {
    findings.push(
      adviseAt(place, {
        code: 'subjectKindNotAppraised',
        reason: `写明用于${KIND_NAMES[kind]}，但本办法不考核${KIND_NAMES[kind]}`,
        mend: '改写适用对象，或在办法的 appraises 中加上这类对象',
        words: [kind],
        at: '.subjects.kinds',
      }),
    );
  }
  for (const code of unknown) {
    findings.push(
      adviseAt(place, {
        code: 'sequenceUnknown',
        reason: `适用的序列“${code}”不存在，没有人会被考核`,
        mend: '核对序列代码，或先设立这个序列',
        words: [code],
        at: '.subjects.sequences',
      }),
    );
  }
  for (const code of other) {
    findings.push(
      adviseAt(place, {
        code: 'sequenceOfOtherKind',
        reason: `序列“${code}”里没有本指标写明的对象种类，没有人会被考核`,
        mend: '统一适用对象的种类和序列',
        words: [code],
        at: '.subjects',
      }),
    );
  }
  return findings;
}

/** Marks that not even the best performance brings. */
function marksNeverReached(place: LintPlace): LintFinding[] {
  const { indicator, item } = place;
  const marks = number(indicator.marks);
  const { most } = indicatorReach(indicator, item);
  if (marks === undefined || most === null || compare(most, marks) >= 0) return [];
  return [
    adviseAt(place, {
      code: 'marksNeverReached',
      reason: `分值 ${toText(marks)} 分，按规则最多只能得 ${toText(most)} 分`,
      mend: '把最高一档调到满分，或把分值改为实际能得到的最高分',
      words: [toText(most)],
      at: '.marks',
    }),
  ];
}

/** Whatever happens, the number stays the same. */
function neverMoves(place: LintPlace): LintFinding[] {
  const { scoring } = place.indicator;
  const { least, most } = changeReach(place.indicator);
  if (scoring.family === 'effectOnly' || least === null || most === null) return [];
  if (!isZero(least) || !isZero(most)) return [];
  return [
    adviseAt(place, {
      code: 'neverMoves',
      reason: '无论发生什么，本指标都不加分也不扣分',
      mend: '写明分值；只产生后果、不计分的，请改用“只产生后果”的计分方式',
      at: '.scoring',
    }),
  ];
}

/** Additions on top of full marks, where nothing can be lost that they could make up for. */
function bonusNeverCounts(place: LintPlace): LintFinding[] {
  const { indicator, item } = place;
  const most = changeReach(indicator).most;
  const marks = number(item.marks);
  if (marks === undefined || (most !== null && compare(most, ZERO) <= 0)) return [];
  if (item.allowExcess === true || item.high !== undefined || !staysAbove(leavesReach(item), marks))
    return [];
  return [
    adviseAt(place, {
      code: 'bonusNeverCounts',
      reason: `项目“${item.name}”已是满分且不会扣分，又以满分封顶，加分永远计不进去`,
      mend: '在项目上写 allowExcess: true，或把加分移到不设满分的项目',
    }),
  ];
}

function eventsWithoutPoints(place: LintPlace): LintFinding[] {
  const { scoring } = place.indicator;
  // Of events that empty the indicator the number matters, not the points.
  const events = 'events' in scoring && scoring.family !== 'allOrNothing' ? scoring.events : [];
  const isNothing = (points: string) => {
    const value = number(points);
    return value !== undefined && isZero(value);
  };
  if (neverMoves(place).length > 0) return [];
  return events.flatMap((event, at) =>
    isNothing(event.points) && (event.byRole ?? []).every((role) => isNothing(role.points))
      ? [
          adviseAt(place, {
            code: 'eventWithoutPoints',
            reason: `情形“${event.name}”写的是 0 分，记了也没有作用`,
            mend: '写明分值，或删去这个情形',
            words: [event.name],
            at: `.scoring.events[${at}].points`,
          }),
        ]
      : [],
  );
}

/** `latePoints` is read only when late work is to be told apart. */
function latePointsUnused(place: LintPlace): LintFinding[] {
  const { scoring } = place.indicator;
  if (scoring.family !== 'target' || scoring.latePoints === undefined || scoring.late === 'latePoints')
    return [];
  return [
    adviseAt(place, {
      code: 'latePointsUnused',
      reason: '写了逾期完成的分值，但没有写明逾期完成按这个分值计',
      mend: '写上 late: latePoints，或删去 latePoints',
      at: '.scoring.latePoints',
    }),
  ];
}

/** X6: indicators nobody can reach, and points that can never come. */
export const unreachableIndicators: LintCheck = (context) =>
  context.places.flatMap((place) => [
    ...nobodyFound(context, place),
    ...marksNeverReached(place),
    ...neverMoves(place),
    ...bonusNeverCounts(place),
    ...eventsWithoutPoints(place),
    ...latePointsUnused(place),
  ]);
