import { absolute, type Exact, isZero } from '../kernel/exact.ts';
import { toText } from '../kernel/exact-text.ts';
import type { NamedEvent, Scoring } from '../rules/scoring.ts';
import {
  adviseAt,
  adviseOn,
  type LintCheck,
  type LintContext,
  type LintFinding,
  type LintPlace,
} from './lint-finding.ts';
import { number } from './reach.ts';

/** Families that take their number from another computation need no proof of their own. */
const SELF_PROVING: ReadonlySet<Scoring['family']> = new Set(['imported', 'assessment']);
const CHINESE_NUMERALS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

function unowned(place: LintPlace): LintFinding[] {
  if (place.indicator.owner.trim() !== '') return [];
  const mend = '指定一个归口部门';
  return [adviseAt(place, { code: 'unowned', reason: '没有归口部门，报上来的工作无人审核', mend })];
}

function evidenceMissing(place: LintPlace): LintFinding[] {
  const { evidence, scoring } = place.indicator;
  if ((evidence ?? '').trim() !== '' || SELF_PROVING.has(scoring.family)) return [];
  return [
    adviseAt(place, {
      code: 'evidenceMissing',
      reason: '没有写明须附什么佐证，填报和审核都没有依据',
      mend: '写明佐证材料，例如“检查通报、现场照片”',
    }),
  ];
}

/** Every clause id that is quoted anywhere in the rule set. */
function quotedClauses(value: unknown, quoted: Set<string>): void {
  if (Array.isArray(value)) for (const each of value) quotedClauses(each, quoted);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value)) {
      if (key === 'clause' && typeof member === 'string') quoted.add(member);
      else quotedClauses(member, quoted);
    }
  }
}

/** Under another method a clause may be the upper's, done with where that one was filled in or left out (§16). */
function clausesUnused({ ruleSet }: LintContext): LintFinding[] {
  if (ruleSet.extends !== undefined) return [];
  const quoted = new Set<string>();
  quotedClauses({ ...ruleSet, clauses: [] }, quoted);
  return ruleSet.clauses.flatMap(({ id }, at) =>
    quoted.has(id)
      ? []
      : [
          adviseOn(
            id,
            `clauses[${at}]`,
            {
              code: 'clauseUnused',
              reason: `条款“${id}”没有任何指标或规则引用`,
              mend: '在落实它的指标上写明条款，或删去这一条',
              words: [id],
            },
            id,
          ),
        ],
  );
}

/** Points a paper rule states as numbers, each with the clause that should state it. */
function statedPoints(scoring: Scoring): readonly { readonly points: string; readonly clause?: string }[] {
  const ofEvent = ({ points, clause }: NamedEvent) => ({
    points,
    ...(clause === undefined ? {} : { clause }),
  });
  switch (scoring.family) {
    case 'occurrence':
    case 'ladder':
    case 'deductFromFull':
    case 'allOrNothing':
      return scoring.events.map(ofEvent);
    case 'band':
      return [{ points: scoring.min }, { points: scoring.max }];
    case 'thresholdRate':
    case 'relativeToMean':
      return scoring.sides;
    case 'escalation':
      return scoring.steps;
    case 'lateness':
    case 'controlNumber':
      return [scoring];
    case 'target':
      return [{ points: scoring.short }];
    default:
      return [];
  }
}

/** 0.5 in “扣0.5分”, 1 in “扣一分”; 1 is not in “10分”. */
function mentions(text: string, size: Exact): boolean {
  const digits = toText(size);
  const numeral = CHINESE_NUMERALS[Number(digits)];
  if (numeral !== undefined && text.includes(numeral)) return true;
  const half = text.replace(/[\uff10-\uff19]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  for (let at = half.indexOf(digits); at >= 0; at = half.indexOf(digits, at + 1)) {
    const around = `${half[at - 1] ?? ''}|${half[at + digits.length] ?? ''}`;
    if (!/[\d.]\||\|\d/.test(around)) return true;
  }
  return false;
}

function clauseWithoutPoints({ clauseText }: LintContext, place: LintPlace): LintFinding[] {
  const { indicator } = place;
  const missing = statedPoints(indicator.scoring).flatMap(({ points, ...stated }) => {
    const size = number(points);
    const clause = 'clause' in stated ? stated.clause : undefined;
    if (size === undefined || isZero(size)) return [];
    const texts = clauseText(indicator.clause) + (clause === undefined ? '' : clauseText(clause));
    return mentions(texts, absolute(size)) ? [] : [toText(absolute(size))];
  });
  if (missing.length === 0) return [];
  const words = [...new Set(missing)];
  return [
    adviseAt(place, {
      code: 'clauseWithoutPoints',
      reason: `条款原文没有写 ${words.join('、')} 分，与规则对不上`,
      mend: '核对条款原文和分值，使两边一致',
      words,
      at: '.clause',
    }),
  ];
}

/** X6: unowned ones, ones without proof, clauses quoted by nobody, points no clause states. */
export const unprovenIndicators: LintCheck = (context) => [
  ...context.places.flatMap((place) => [
    ...unowned(place),
    ...evidenceMissing(place),
    ...clauseWithoutPoints(context, place),
  ]),
  ...clausesUnused(context),
];
