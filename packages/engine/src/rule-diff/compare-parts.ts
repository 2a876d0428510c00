import { ruleWords } from '../explain/rule-words.ts';
import { canonicalJson } from '../ledger/canonical-json.ts';
import { toCanonical } from '../ledger/canonical-seal.ts';
import type { Indicator, Item, Module, RuleSet } from '../rules/rule-set.ts';
import { changedLine, kindOf, pairs, type RuleChange } from './rule-change.ts';

type Labels = Readonly<Record<string, string>>;
const GENERAL: Labels = {
  mode: '计分制',
  totalMarks: '总分',
  appraises: '考核对象',
  rounding: '得分修约',
  notApplicable: '不适用的指标',
  filing: '备案',
  extends: '依据的上级办法',
  sequences: '排名序列',
  without: '不采用的上级指标',
};
const MODULE: Labels = { name: '名称', weight: '权重', low: '下限', high: '上限' };
const ITEM: Labels = {
  name: '名称',
  marks: '分值',
  low: '下限',
  high: '上限',
  allowExcess: '可超过分值',
  floorAtLeaf: '各指标自行扣完为止',
  clause: '条款',
  opens: '开放给下级',
};
const INDICATOR: Labels = {
  name: '名称',
  marks: '分值',
  cap: '累计加减限额',
  owner: '归口部门',
  evidence: '证明材料',
  clause: '条款',
  floorAtLeaf: '扣完为止',
  allowExcess: '可超过分值',
  subjects: '适用对象',
};
const WORDS: Labels = {
  percentage: '百分制',
  accumulating: '累计制',
  unit: '单位',
  officer: '民警',
  required: '须备案',
  none: '无',
  true: '是',
  false: '否',
  rescale: '分值按比例摊给其他指标',
  full: '按满分计',
};

/** What differs in the rule set's own parameters, its modules, items and indicators, in the order of the newer one (N8). */
export function partsChanges(old: RuleSet, next: RuleSet): RuleChange[] {
  return [
    ...generalChange(old, next),
    ...partChanges('模块', modulesOf(old), modulesOf(next), MODULE, old, next),
    ...partChanges('项目', itemsOf(old), itemsOf(next), ITEM, old, next),
    ...indicatorChanges(old, next),
  ];
}

/** Clauses, and the order of what both versions have. */
export function textChanges(old: RuleSet, next: RuleSet): RuleChange[] {
  return [...clauseChanges(old, next), ...orderChange(old, next)];
}

function generalChange(old: RuleSet, next: RuleSet): RuleChange[] {
  const lines = fieldLines(GENERAL, old, next);
  return lines.length === 0
    ? []
    : [{ key: 'general', kind: 'changed', part: '办法', name: '基本参数', clause: null, lines }];
}

interface Placed<T> {
  readonly part: T;
  /** Where it stands: the module of an item, the item of an indicator. */
  readonly place: string;
}
type Coded = { readonly code: string; readonly name: string; readonly clause?: string };

const modulesOf = (content: RuleSet): Placed<Module>[] =>
  content.modules.map((part) => ({ part, place: '' }));
const itemsOf = (content: RuleSet): Placed<Item>[] =>
  content.modules.flatMap((module) => module.items.map((part) => ({ part, place: module.name })));
const indicatorsOf = (content: RuleSet): Placed<Indicator>[] =>
  content.modules.flatMap((module) =>
    module.items.flatMap((item) => item.indicators.map((part) => ({ part, place: item.name }))),
  );

function partChanges<T extends Coded>(
  kind: string,
  old: readonly Placed<T>[],
  next: readonly Placed<T>[],
  labels: Labels,
  before: RuleSet,
  after: RuleSet,
): RuleChange[] {
  return pairs(old, next, ({ part }) => part.code).flatMap((pair) => {
    const shown = pair.next ?? pair.old;
    if (shown === undefined) return [];
    const lines =
      pair.old && pair.next
        ? [
            ...fieldLines(labels, pair.old.part, pair.next.part),
            ...changedLine('位置', pair.old.place, pair.next.place),
          ]
        : [];
    if (pair.old && pair.next && lines.length === 0) return [];
    return [
      {
        key: `${kind} ${shown.part.code}`,
        kind: kindOf(pair),
        part: kind,
        name: shown.part.name,
        clause: clauseText(pair.next ? after : before, shown.part.clause),
        lines,
      },
    ];
  });
}

function indicatorChanges(old: RuleSet, next: RuleSet): RuleChange[] {
  return pairs(indicatorsOf(old), indicatorsOf(next), ({ part }) => part.code).flatMap((pair) => {
    const shown = pair.next ?? pair.old;
    if (shown === undefined) return [];
    const before = pair.old?.part;
    const after = pair.next?.part;
    const lines = [
      ...(before && after ? fieldLines(INDICATOR, before, after) : []),
      ...(pair.old && pair.next ? changedLine('位置', pair.old.place, pair.next.place) : []),
      ...ruleLines({ content: old, part: before }, { content: next, part: after }),
    ];
    if (lines.length === 0) return [];
    return [
      {
        key: `指标 ${shown.part.code}`,
        kind: kindOf(pair),
        part: '指标',
        name: shown.part.name,
        clause: clauseText(pair.next ? next : old, shown.part.clause),
        lines,
      },
    ];
  });
}

interface RuleSide {
  readonly content: RuleSet;
  readonly part: Indicator | undefined;
}

/** The rule as sentences: those that went and those that came. */
function ruleLines(old: RuleSide, next: RuleSide) {
  const [before, after] = [old.part, next.part];
  const told = ({ content, part }: RuleSide) => (part ? ruleWords(part, content) : []);
  const [was, is] = [told(old), told(next)];
  const gone = was.filter((line) => !is.includes(line));
  const come = is.filter((line) => !was.includes(line));
  if (gone.length > 0 || come.length > 0) {
    return changedLine('规则', gone.join('；') || undefined, come.join('；') || undefined);
  }
  const typed = (indicator: Indicator | undefined) =>
    indicator && canonicalJson(toCanonical([indicator.scoring, indicator.multipliers ?? []]));
  // The words read the same though a parameter differs: it is told as it is written.
  return changedLine('规则参数', typed(before), typed(after));
}

function fieldLines(labels: Labels, old: object, next: object) {
  return Object.entries(labels).flatMap(([name, label]) =>
    changedLine(
      label,
      plain((old as Record<string, unknown>)[name]),
      plain((next as Record<string, unknown>)[name]),
    ),
  );
}

function plain(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (Array.isArray(value)) return value.map(plain).join('、');
  if (typeof value === 'object' && value !== null) {
    return Object.values(value).map(plain).filter(Boolean).join(' ');
  }
  return WORDS[String(value)] ?? String(value);
}

function clauseChanges(old: RuleSet, next: RuleSet): RuleChange[] {
  return pairs(old.clauses, next.clauses, ({ id }) => id).flatMap((pair) => {
    const lines = [
      ...changedLine('原文', pair.old?.text, pair.next?.text),
      ...changedLine('出处', pair.old?.source, pair.next?.source),
    ];
    const id = (pair.next ?? pair.old)?.id ?? '';
    return lines.length === 0
      ? []
      : [{ key: `clause ${id}`, kind: kindOf(pair), part: '条款', name: id, clause: null, lines }];
  });
}

/** Only what both versions have can stand in another order. */
function orderChange(old: RuleSet, next: RuleSet): RuleChange[] {
  const line = (label: string, parts: (content: RuleSet) => readonly Placed<Coded>[]) => {
    const [before, after] = [parts(old), parts(next)];
    const names = (own: readonly Placed<Coded>[], other: readonly Placed<Coded>[]) =>
      own
        .filter(({ part }) => other.some((each) => each.part.code === part.code))
        .map(({ part }) => part.code);
    const [was, is] = [names(before, after), names(after, before)];
    if (was.join() === is.join()) return [];
    const nameOf = (code: string) => after.find(({ part }) => part.code === code)?.part.name ?? code;
    return changedLine(label, was.map(nameOf).join('、'), is.map(nameOf).join('、'));
  };
  const lines = [...line('模块', modulesOf), ...line('项目', itemsOf)];
  return lines.length === 0
    ? []
    : [{ key: 'order', kind: 'changed', part: '办法', name: '排列顺序', clause: null, lines }];
}

function clauseText(content: RuleSet, id: string | undefined): string | null {
  return content.clauses.find((clause) => clause.id === id)?.text ?? null;
}
