import type { NamedEvent, Scoring, ThresholdSide } from '@mingji/engine';
import { MEASURES } from './rule-words.ts';

const NUMBER = '(\\d+(?:\\.\\d+)?)';

/** What one pattern understood: which clauses it used up and what it made of them. */
export type Understanding =
  | { kind: 'scoring'; scoring: Scoring; used: number; as: string }
  | { kind: 'event'; event: Omit<NamedEvent, 'code'>; as: string }
  | { kind: 'cap'; cap: string; as: string }
  | { kind: 'filler'; as: string };

const matching = (pattern: string, text: string | undefined) =>
  text === undefined ? null : new RegExp(pattern).exec(text);

/** 以年度控制数为基准,每超10%扣0.5分 */
function controlNumber(clauses: readonly string[]): Understanding | null {
  const [base, step] = clauses;
  if (!base || !/控制数/.test(base)) return null;
  const together = matching(
    `^(?:以)?.*控制数(?:为基准|为基数|为准)?(?:的)?每(?:超|超过|超出|上升|增加)${NUMBER}%扣${NUMBER}分$`,
    base,
  );
  const apart = /控制数(为基准|为基数|为准|为依据)?$/.test(base)
    ? matching(`^每(?:超|超过|超出|高出|上升|增加)(?:控制数)?${NUMBER}%扣${NUMBER}分$`, step)
    : null;
  const found = together ?? apart;
  if (!found) return null;
  const scoring: Scoring = { family: 'controlNumber', step: `${found[1]}%`, points: `-${found[2]}` };
  return {
    kind: 'scoring',
    scoring,
    used: together ? 1 : 2,
    as: `超过控制数每 ${found[1]}% 扣 ${found[2]} 分`,
  };
}

const BELOW = '低于|未达到|未达|达不到|不到|不足|少于|小于';
const ABOVE = '高于|超过|超出|大于|多于';
const STEP = `每(?:降低|下降|减少|升高|提高|上升|增加|高出|超过|低于|低|少|差|降|高|超|升)?${NUMBER}?(?:个百分点|%|个点)(?:的)?扣${NUMBER}分`;

/** 登记率低于95%,每低1个百分点扣0.2分 · 达到90%得满分,每低1%扣0.1分 · 每10%未整改扣1分 */
function thresholdRate(clauses: readonly string[]): Understanding | null {
  const [first, second] = clauses;
  if (!first) return null;
  const undone = matching(`^每${NUMBER}%(未|不)(\\S*?)(?:的)?扣${NUMBER}分$`, first);
  if (undone) {
    const [, step = '', no = '', what = '', points = ''] = undone;
    const side: ThresholdSide = { side: 'above', at: '0', step, points: `-${points}` };
    return {
      kind: 'scoring',
      used: 1,
      scoring: { family: 'thresholdRate', sides: [side], unit: '%' },
      as: `${no}${what}率每 ${step}% 扣 ${points} 分`,
    };
  }
  const limit = matching(
    `^(\\S*?)(${BELOW}|${ABOVE}|达到)${NUMBER}%(?:以上)?(?:的)?(?:得满分|为满分)?$`,
    first,
  );
  const step = limit ? matching(`^${STEP}$`, second) : null;
  const joined = limit ? null : matching(`^(\\S*?)(${BELOW}|${ABOVE})${NUMBER}%(?:的)?${STEP}$`, first);
  const word = limit?.[2] ?? joined?.[2];
  const at = limit?.[3] ?? joined?.[3];
  const size = step ? (step[1] ?? '1') : (joined?.[4] ?? '1');
  const points = step ? step[2] : joined?.[5];
  if (word === undefined || at === undefined || points === undefined) return null;
  const side = new RegExp(`^(?:${ABOVE})$`).test(word) ? 'above' : 'below';
  const scoring: Scoring = {
    family: 'thresholdRate',
    sides: [{ side, at, step: size, points: `-${points}` }],
    unit: '%',
  };
  const direction = side === 'below' ? '低于' : '高于';
  return {
    kind: 'scoring',
    scoring,
    used: joined ? 1 : 2,
    as: `${direction} ${at}% 起每 ${size} 个百分点扣 ${points} 分`,
  };
}

const BY_PROPORTION =
  /按照?(任务|目标|实际)?(完成)?(的)?(比例|完成率|完成比例|进度|百分比)(得分|计分|折算得分|折算|给分|赋分|记分)$/;

/** …按完成比例得分 */
function ratio(clauses: readonly string[]): Understanding | null {
  const [first] = clauses;
  if (!first || !BY_PROPORTION.test(first)) return null;
  return { kind: 'scoring', scoring: { family: 'ratio' }, used: 1, as: '按完成比例得分，超过 100% 按满分' };
}

/** 每月每少一条扣0.2分 */
function shortOfTarget(clauses: readonly string[]): Understanding | null {
  const found = matching(
    `^(每(?:月|季度|季|年|周|日|天))?(?:未完成(?:任务|目标)的)?每?(?:少|差|欠|缺)(?:报|完成)?(一|1)?(${MEASURES})(?:的)?扣${NUMBER}分$`,
    clauses[0],
  );
  if (!found) return null;
  const [, period = '', , unit = '', points = ''] = found;
  return {
    kind: 'scoring',
    scoring: { family: 'target', short: `-${points}`, unit },
    used: 1,
    as: `${period}比任务数每少一${unit}扣 ${points} 分`,
  };
}

const DAYS = new RegExp(
  `^(\\S*?)每?(?:逾期|超期|迟延|延误|延迟|迟报|晚报|推迟)(?:报送)?(?:一|1)(?:个)?(天|日|工作日)(?:的)?扣${NUMBER}分$`,
);

/** 每逾期一天扣0.5分 */
function lateness(clauses: readonly string[]): Understanding | null {
  const found = DAYS.exec(clauses[0] ?? '');
  if (!found) return null;
  const [, , day = '', points = ''] = found;
  const by = day === '工作日' ? 'workingDay' : 'day';
  return {
    kind: 'scoring',
    scoring: { family: 'lateness', by, points: `-${points}` },
    used: 1,
    as: `每逾期一${day}扣 ${points} 分`,
  };
}

/** 发生责任事件该项不得分 */
function allOrNothing(clauses: readonly string[]): Understanding | null {
  const tail =
    /^(?:凡|如|若)?(\S+?)(?:的)?(?:则)?(?:该项|本项|此项|该指标|本指标)?(?:不得分|不计分|得零分|得0分|扣完该项分|全扣|扣完)$/;
  const [first, second] = clauses;
  const alone = first ? tail.exec(first) : null;
  const split =
    !alone && second && /^(该项|本项|此项)(不得分|得0分|得零分|全扣)$/.test(second) ? first : undefined;
  const name = (alone?.[1] ?? split)?.replace(/(该项|本项|此项)$/, '').replace(/的$/, '');
  if (name === undefined || name.length < 2 || /[扣加得]/.test(name) || saysMoreThanAnEvent(name))
    return null;
  const scoring: Scoring = {
    family: 'allOrNothing',
    times: 1,
    empties: 'indicator',
    events: [{ code: 'e1', name, points: '0' }],
  };
  return { kind: 'scoring', scoring, used: alone ? 1 : 2, as: `“${name}”一次即不得分` };
}

/** 经查属实一起扣1至3分 */
function band(clauses: readonly string[]): Understanding | null {
  const found = matching(
    `^(\\S*?)(?:每|一|1)*(${MEASURES})?(?:视情|视情节|酌情|根据情节|按情节)?(?:轻重)?(扣|加)${NUMBER}分?(?:至|到|-|~|—|–)${NUMBER}分$`,
    clauses[0],
  );
  if (!found) return null;
  const [, , unit, act, low = '', high = ''] = found;
  if (Number(low) >= Number(high)) return null;
  const range = act === '扣' ? { min: `-${high}`, max: `-${low}` } : { min: low, max: high };
  const scoring: Scoring = { family: 'band', ...range, ...(unit === undefined ? {} : { unit }) };
  return {
    kind: 'scoring',
    scoring,
    used: 1,
    as: `每${unit ?? '次'}在 ${low} 至 ${high} 分内${act}分，须写理由`,
  };
}

/** Patterns for a whole rule, from the most particular to the most general. */
export const RULE_PATTERNS = [
  controlNumber,
  thresholdRate,
  ratio,
  shortOfTarget,
  lateness,
  allOrNothing,
  band,
] as const;

/**
 * A percentage, a comparison, a second or third time, so many per hundred people: what stands in an event's name then
 * is part of the arithmetic, and an event would lose it. A time limit (24小时内) is part of the name.
 */
function saysMoreThanAnEvent(name: string): boolean {
  const bare = name.replace(/\d+(个)?(小时|工作日|日|天)(内|以内)?/g, '');
  return (
    /\d|%|百分点|低于|高于|超过|以上|以下|累计|平均|排名|名次/.test(bare) ||
    /每(?!月|季|年|周|日|天)|[百千万]人|^第?[二两三四五六七八九十]+(次|起|人|件|处|回)/.test(bare)
  );
}

/** 每发现一人次不规范扣0.5分 · 超期一条扣0.5分 · 被市局表彰一次加2分: one event with its points. */
export function eventClause(clause: string): Understanding | null {
  const plain = clause.replace(/^(凡|对|如|若)/, '');
  const measured = new RegExp(
    `^(\\S*?)(?:每)?(发现|发生|出现)?(?:一|1|每)(${MEASURES})(\\S*?)(?:的)?(扣|加|减|奖)${NUMBER}分$`,
  ).exec(plain);
  const bare = measured ? null : new RegExp(`^(\\S{2,}?)(?:的)?(扣|加|减|奖)${NUMBER}分$`).exec(plain);
  if (!measured && !bare) return null;
  // 每迟到一次: the 每 that begins the counting is no part of the name; 每月 is.
  const before = (measured?.[1] ?? bare?.[1] ?? '').replace(/每(?!月|季|年|周|日|天)/, '');
  const verb = before === '' ? '' : (measured?.[2] ?? '');
  const after = measured?.[4] ?? '';
  const unit = measured?.[3];
  const act = measured?.[5] ?? bare?.[2];
  const amount = measured?.[6] ?? bare?.[3] ?? '0';
  const name = `${before}${verb}${after}`.replace(/的$/, '') || '发生';
  if (saysMoreThanAnEvent(name)) return null;
  const points = act === '扣' || act === '减' ? `-${amount}` : amount;
  const as = `每${unit ?? '次'}“${name}”${act === '扣' || act === '减' ? '扣' : '加'} ${amount} 分`;
  return { kind: 'event', event: { name, points, ...(unit === undefined ? {} : { unit }) }, as };
}

/** Sentences that add nothing to score by, and limits. */
export function supportingClause(clause: string): Understanding | null {
  const cap = matching(
    `^(?:该项|本项|此项)?(?:最多|最高|累计|合计|上限)(?:可)?(?:不超过)?(?:扣|加)?(?:分)?(?:不超过|至多|最多)?${NUMBER}分(?:为止|封顶)?$`,
    clause,
  );
  if (cap) return { kind: 'cap', cap: cap[1] ?? '', as: `最多 ${cap[1]} 分` };
  if (
    /^(该项|本项|此项)?(分值)?(扣完为止|扣完本项分为止|不计负分|不倒扣|扣至0分为止|不得为负)$/.test(clause)
  ) {
    return { kind: 'filler', as: '扣完为止' };
  }
  if (
    /^(完成|达到)(全年)?(任务|目标|目标任务|任务数|目标数)(的)?(得满分|计满分|不扣分)?$|^(满分|得满分)$/.test(
      clause,
    )
  ) {
    return { kind: 'filler', as: '完成任务得满分' };
  }
  return null;
}
