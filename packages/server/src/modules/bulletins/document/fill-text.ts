import { bulletins } from '@mingji/contract';
import { absolute, chineseDate, compare, type Exact, isZero, sign, subtract } from '@mingji/engine';
import type { FigureRow, Figures } from '../figures/figures.ts';
import { mean, movementText, placesWon, printed, rowsOf, scoresOf, sequencesFor } from './figure-rows.ts';
import { firstAndLastRows } from './first-and-last-rows.ts';
import { belowRedLine, withoutWork } from './named-lists.ts';
import { asOfDayText, asOfText, standingText } from './source-note.ts';

type Placeholder = bulletins.BulletinPlaceholder;
const NOTHING = '—';
const NOBODY = '无';

export interface FilledText {
  readonly text: string;
  /** What stands in braces and is no placeholder, or names no sequence of these figures. */
  readonly unknown: readonly string[];
}

/** Fills {平均分} and {平均分：派出所第一序列}; what is not known stays as it stands, and is told. */
export function fillText(figures: Figures, text: string): FilledText {
  const unknown: string[] = [];
  const filled = text.replace(/\{([^{}]*)\}/g, (whole, inside: string) => {
    const [name = '', sequence] = inside.split(/[：:]/, 2).map((part) => part.trim());
    const value = isPlaceholder(name) ? valueNamed(figures, name, sequence ?? null) : null;
    if (value === null) unknown.push(whole);
    return value ?? whole;
  });
  return { text: filled, unknown };
}

function isPlaceholder(name: string): name is Placeholder {
  return Object.hasOwn(bulletins.bulletinPlaceholders, name);
}

function valueNamed(figures: Figures, name: Placeholder, sequence: string | null): string | null {
  if (!bulletins.bulletinPlaceholders[name].ofSequence) {
    return sequence === null ? plain[name as keyof typeof plain](figures) : null;
  }
  const kind = name === '考核民警数' ? 'officer' : 'unit';
  const chosen = sequencesFor(figures, kind, sequence);
  if (sequence !== null && chosen.length === 0) return null;
  // Averages and places mean something inside one sequence only: without a name it is the first one.
  const counts = name === '考核单位数' || name === '考核民警数';
  const rows = (counts ? chosen : chosen.slice(0, 1)).flatMap((each) => rowsOf(figures, each));
  return ofSequence[name as keyof typeof ofSequence](figures, rows, chosen[0]?.name ?? NOTHING);
}

const total = (figures: Figures, pick: (row: Figures['supervision'][number]) => number) =>
  String(figures.supervision.reduce((sum, row) => sum + pick(row), 0));

const plain = {
  单位: ({ issuer }) => issuer,
  周期: ({ label }) => label,
  年份: ({ year }) => `${year}年`,
  起止: ({ from, to }) => `${chineseDate(from)}至${chineseDate(to)}`,
  截至: asOfText,
  截至日: asOfDayText,
  数据状态: standingText,
  考核办法: ({ ruleSetName }) => `《${ruleSetName}》`,
  上期: ({ previousLabel }) => previousLabel ?? '上期',
  红线: ({ redLine }) => (redLine === null ? NOTHING : `${redLine.below}分`),
  低于红线单位数: (figures) => String(belowRedLine(figures, 'unit').length),
  低于红线民警数: (figures) => String(belowRedLine(figures, 'officer').length),
  清零单位数: (figures) => String(withoutWork(figures, 'unit').listed.length),
  下达目标数: (figures) => total(figures, (row) => row.issued),
  查收目标数: (figures) => total(figures, (row) => row.opened),
  报送件数: (figures) => total(figures, (row) => row.reported),
  采纳件数: (figures) => total(figures, (row) => row.accepted),
  退回件数: (figures) => total(figures, (row) => row.returned),
  待审件数: (figures) => total(figures, (row) => row.waiting),
  更正文号: ({ corrected }) => corrected?.number ?? null,
  更正标题: ({ corrected }) => corrected?.title ?? null,
} as const satisfies Partial<Record<Placeholder, (figures: Figures) => string | null>>;

type OfSequence = (figures: Figures, rows: readonly FigureRow[], sequenceName: string) => string;
const names = (rows: readonly FigureRow[]) => rows.map(({ name }) => name).join('、') || NOBODY;
const number = (figures: Figures, value: Exact | null | undefined) =>
  value === null || value === undefined ? NOTHING : printed(figures, value);

const ofSequence = {
  序列: (_figures, _rows, sequenceName) => sequenceName,
  考核单位数: (_figures, rows) => String(rows.filter(({ score }) => score !== null).length),
  考核民警数: (_figures, rows) => String(rows.filter(({ score }) => score !== null).length),
  平均分: (figures, rows) => number(figures, mean(scoresOf(rows))),
  最高分: (figures, rows) => number(figures, ordered(rows).at(-1)),
  最低分: (figures, rows) => number(figures, ordered(rows)[0]),
  平均分变化: (figures, rows) => {
    const now = mean(scoresOf(rows));
    const before = mean(scoresOf(rows.map((row) => ({ ...row, score: row.previousScore }))));
    if (now === null || before === null) return '暂无上期可比';
    return comparedText(figures, subtract(now, before));
  },
  前三名: (_figures, rows) => names(firstAndLastRows(rows, 3).first),
  后三名: (_figures, rows) => names(firstAndLastRows(rows, 3).last),
  升幅最大: (_figures, rows) => furthest(rows, 1),
  降幅最大: (_figures, rows) => furthest(rows, -1),
  高于平均数: (_figures, rows) => {
    const average = mean(scoresOf(rows));
    return average === null
      ? NOTHING
      : String(scoresOf(rows).filter((score) => compare(score, average) > 0).length);
  },
} as const satisfies Partial<Record<Placeholder, OfSequence>>;

function ordered(rows: readonly FigureRow[]): readonly Exact[] {
  return [...scoresOf(rows)].sort(compare);
}

/** 比2026年8月上升0.69分 */
function comparedText(figures: Figures, difference: Exact): string {
  const before = figures.previousLabel ?? '上期';
  if (isZero(difference)) return `与${before}持平`;
  const way = sign(difference) > 0 ? '上升' : '下降';
  return `比${before}${way}${printed(figures, absolute(difference))}分`;
}

/** Who won, or lost, most places since the period before; ties are all named. */
function furthest(rows: readonly FigureRow[], direction: 1 | -1): string {
  const won = rows.map((row) => (placesWon(row) ?? 0) * direction);
  const most = Math.max(0, ...won);
  if (most === 0) return NOBODY;
  return rows
    .filter((_row, index) => won[index] === most)
    .map((row) => `${row.name}（${movementText(row)}）`)
    .join('、');
}
