import { absolute, type Exact, sign } from '../kernel/exact.ts';
import { parseRate } from '../kernel/exact-text.ts';
import { chineseDate } from '../kernel/instant.ts';
import type { Indicator, Multiplier, RuleSet } from '../rules/rule-set.ts';
import type {
  EffectRule,
  MeasureParameters,
  NamedEvent,
  RankForm,
  Scoring,
  StepRounding,
  ThresholdSide,
  Tier,
} from '../rules/scoring.ts';
import { EFFECT_NAMES } from './effect-names.ts';
import { percent, words } from './number-words.ts';

const STEPS: Readonly<Record<StepRounding, string>> = {
  floor: '不足一档不计',
  ceil: '不足一档按一档计',
  prorata: '不足一档按比例计',
};
const ABSENT = { notScored: '未填报视为未评分', zero: '未填报按 0 计', full: '未填报按满分计' } as const;
const COMBINE = { sum: '多次填报相加', mean: '多次填报取平均', last: '多次填报取最后一次' } as const;

/** A number of a draft may be unreadable still: then it is shown as it was typed. */
function number(text: string | undefined, say: (value: Exact) => string): string {
  if (text === undefined) return '（未填）';
  const value = parseRate(text);
  return value === undefined ? text : say(value);
}
const plain = (text: string | undefined) => number(text, words);
const share = (text: string | undefined) => number(text, percent);
/** 95% / 20 户 / 95 */
const measured = (text: string | undefined, unit: string) =>
  `${plain(text)}${unit === '' || unit === '%' ? unit : ` ${unit}`}`;
/** A number or a sign at the end stands apart from the word that follows, as it does before it. */
const apart = (words: string) => (/[\d%]$/.test(words) ? `${words} ` : words);
/** 加 3 分 / 扣 0.5 分 */
const points = (text: string | undefined) =>
  number(text, (value) => `${sign(value) < 0 ? '扣' : '加'} ${words(absolute(value))} 分`);

type WithRoles = Pick<RuleSet, 'roles'>;

function eventWords(event: NamedEvent, { roles: known = [] }: WithRoles): string {
  const named = (role: string) => known.find(({ code }) => code === role)?.name ?? role;
  const roles = (event.byRole ?? []).map((each) => `${named(each.role)}${points(each.points)}`);
  const split = roles.length === 0 ? '' : `（${roles.join('，')}）`;
  return `${event.name}：每${event.unit ?? '次'}${points(event.points)}${split}`;
}

function effectWords(effect: EffectRule): string {
  const more = [
    effect.grade && `最高“${effect.grade}”`,
    effect.months && `${effect.months} 个月`,
    effect.points && points(effect.points),
  ].filter(Boolean);
  return `${EFFECT_NAMES[effect.kind] ?? effect.kind}${more.length > 0 ? `（${more.join('，')}）` : ''}`;
}

function sideWords(side: ThresholdSide, unit: string): string {
  const where =
    side.side === 'below' ? (side.inclusive ? '不高于' : '低于') : side.inclusive ? '不低于' : '高于';
  const step = side.step === undefined ? '' : apart(`每 ${measured(side.step, unit)}`);
  return `${where} ${measured(side.at, unit)}，${step}${points(side.points)}`;
}

function tierWords(tier: Tier, unit: string): string {
  const from =
    tier.from === undefined
      ? ''
      : `${apart(measured(tier.from, unit))}${tier.includeFrom === false ? '以上（不含）' : '以上（含）'}`;
  const to =
    tier.to === undefined
      ? ''
      : `${apart(measured(tier.to, unit))}${tier.includeTo === true ? '以下（含）' : '以下（不含）'}`;
  return `${[from, to].filter(Boolean).join('、') || '任何数值'}：${plain(tier.points)} 分`;
}

function rankWords(form: RankForm): string {
  switch (form.kind) {
    case 'fromTop': {
      const floor = form.floor === undefined ? '' : `，最低 ${plain(form.floor)} 分`;
      return `第一名 ${plain(form.first)} 分，每退一名${points(form.step)}${floor}`;
    }
    case 'fromBottom': {
      const ceiling = form.ceiling === undefined ? '' : `，最高 ${plain(form.ceiling)} 分`;
      return `末位 ${plain(form.last)} 分，每进一名${points(form.step)}${ceiling}`;
    }
    case 'table': {
      const places = form.places.map((place, index) => `第 ${index + 1} 名 ${plain(place)} 分`);
      return `${places.join('，')}，其余 ${plain(form.otherwise)} 分`;
    }
    case 'proportion':
      return `最好者 ${plain(form.full)} 分，其余按与最好者的比例`;
  }
}

function measureWords(scoring: MeasureParameters): string[] {
  return [
    ...(scoring.absent === undefined ? [] : [ABSENT[scoring.absent]]),
    ...(scoring.combine === undefined ? [] : [COMBINE[scoring.combine]]),
  ];
}

const stepWords = (rounding: StepRounding | undefined) => (rounding === undefined ? [] : [STEPS[rounding]]);

function familyWords(scoring: Scoring, marks: string | undefined, ruleSet: WithRoles): string[] {
  const eventLines = (events: readonly NamedEvent[]) => events.map((event) => eventWords(event, ruleSet));
  switch (scoring.family) {
    case 'occurrence':
    case 'ladder':
      return eventLines(scoring.events);
    case 'deductFromFull':
      return [`满分 ${plain(marks)} 分起扣`, ...eventLines(scoring.events)];
    case 'allOrNothing': {
      const emptied = scoring.empties === 'item' ? '本项目' : '本指标';
      return [...eventLines(scoring.events), `达到 ${scoring.times} 次，${emptied}清零`];
    }
    case 'band':
      return [`由审核人在 ${plain(scoring.min)} 至 ${plain(scoring.max)} 分之间评定，须写明理由`];
    case 'ratio': {
      const most = scoring.ceiling === undefined ? '100%' : share(scoring.ceiling);
      return [`完成数 ÷ 目标数 × ${plain(marks)} 分，完成率最高按 ${most} 计`, ...targetWords(scoring)];
    }
    case 'target': {
      const done = scoring.done === undefined ? [] : [`按时完成${points(scoring.done)}`];
      const short = `${apart(`每少 ${measured(scoring.per ?? '1', scoring.unit ?? '')}`)}${points(scoring.short)}`;
      return [
        ...done,
        short,
        ...stepWords(scoring.stepRounding),
        ...lateWords(scoring),
        ...targetWords(scoring),
      ];
    }
    default:
      return otherWords(scoring);
  }
}

type Rest = Exclude<
  Scoring,
  { family: 'occurrence' | 'ladder' | 'deductFromFull' | 'allOrNothing' | 'band' | 'ratio' | 'target' }
>;

function otherWords(scoring: Rest): string[] {
  switch (scoring.family) {
    case 'thresholdRate':
    case 'relativeToMean': {
      const unit = scoring.family === 'relativeToMean' ? '%' : (scoring.unit ?? '');
      const head = scoring.family === 'relativeToMean' ? ['与同组平均水平比较的偏离幅度'] : [];
      return [
        ...head,
        ...scoring.sides.map((side) => sideWords(side, unit)),
        ...stepWords(scoring.stepRounding),
      ];
    }
    case 'controlNumber': {
      const first = scoring.first === undefined ? [] : [`超过控制数先${points(scoring.first)}`];
      const steps = `${apart(`超过部分每 ${share(scoring.step)}`)}${points(scoring.points)}`;
      return [...first, steps, ...stepWords(scoring.stepRounding), ...targetWords(scoring)];
    }
    case 'imported':
      return [`引用其他办法或文件的得分${scoring.weight === undefined ? '' : ` × ${share(scoring.weight)}`}`];
    case 'tiers':
      return scoring.tiers.map((tier) => tierWords(tier, scoring.unit ?? ''));
    case 'rankBased':
      return [`${scoring.better === 'low' ? '数值低者' : '数值高者'}名次在前`, rankWords(scoring.form)];
    case 'lateness': {
      const per = scoring.per === undefined ? '' : ` ${plain(scoring.per)} `;
      const step = `每迟${per}${scoring.by === 'workingDay' ? '个工作日' : '日'}${points(scoring.points)}`;
      const cap = scoring.cap === undefined ? [] : [`每件最多扣 ${plain(scoring.cap)} 分`];
      const voided = scoring.voidAfter === undefined ? [] : [`超过 ${scoring.voidAfter} 日按未完成处理`];
      return [step, ...stepWords(scoring.stepRounding), ...cap, ...voided];
    }
    case 'escalation':
      return scoring.steps.map((step, index) => {
        const effect = step.effect === undefined ? '' : `，并${effectWords(step.effect)}`;
        return `第 ${index + 1} 次${points(step.points)}${effect}`;
      });
    case 'assessment':
      return [
        ...scoring.groups.map((group) => `${group.name} 权重 ${share(group.weight)}`),
        [`满分 ${plain(scoring.full)} 分`, ...droppedWords(scoring)].join('，'),
      ];
    case 'effectOnly':
      return [`不计分，产生后果：${effectWords(scoring.effect)}`];
  }
}

function droppedWords({
  dropHighest = 0,
  dropLowest = 0,
}: Extract<Scoring, { family: 'assessment' }>): string[] {
  const dropped = [
    ...(dropHighest > 0 ? [`${dropHighest} 个最高分`] : []),
    ...(dropLowest > 0 ? [`${dropLowest} 个最低分`] : []),
  ];
  return dropped.length === 0 ? [] : [`去掉 ${dropped.join('、')}`];
}

function targetWords(scoring: { readonly target?: string; readonly unit?: string }): string[] {
  return scoring.target === undefined
    ? []
    : [`未单独下达的，目标数为 ${measured(scoring.target, scoring.unit ?? '')}`];
}

function lateWords(scoring: Extract<Scoring, { family: 'target' }>): string[] {
  if (scoring.late === 'counted') return ['逾期完成照计'];
  if (scoring.late === 'latePoints') return [`逾期完成${points(scoring.latePoints)}`];
  return ['逾期完成不计'];
}

/** The typed rule in words, a sentence a line: what stands beside the clause of the paper rule (X7). */
export function ruleWords(
  indicator: Pick<Indicator, 'scoring' | 'marks' | 'cap' | 'multipliers'>,
  /** Names the roles of an event; without it they are told by their codes. */
  ruleSet: WithRoles = {},
): string[] {
  const { scoring, marks, cap, multipliers = [] } = indicator;
  return [
    ...familyWords(scoring, marks, ruleSet),
    ...('combine' in scoring || 'absent' in scoring ? measureWords(scoring as MeasureParameters) : []),
    ...(cap === undefined ? [] : [`累计加减以 ${plain(cap)} 分为限`]),
    ...multipliers.map((each) => `${each.name}：${whenWords(each)}按 ${plain(each.factor)} 倍计`),
  ];
}

/** When a multiplier applies without the entry naming it. */
function whenWords({ when }: Multiplier): string {
  if (when === undefined) return '';
  if (when.kind === 'repeat') return `${when.withinDays} 日内再次发生的，`;
  return `${chineseDate(when.from)}至${chineseDate(when.to)}发生的，`;
}
