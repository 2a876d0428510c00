import { foldText, isBlankMark } from '../cell-text.ts';
import { readOfficeQuantity } from '../office-quantity.ts';
import { plainText } from '../plain-text.ts';
import type { UnitDirectory } from '../resolve-unit.ts';
import type { ProblemSink, ReadCell, RowReader } from '../row-reader.ts';
import { judgeUnit } from '../unit-carry.ts';
import { lintIndicator } from './lint-indicator.ts';
import type { IndicatorValues } from './target-book-values.ts';

export function judgeMarks(read: ReadCell, label: string, sink: ProblemSink): string | null {
  const found = readOfficeQuantity(read.cell);
  if (found.kind === 'blank') return null;
  if (found.kind === 'unreadable' || (found.unit !== null && found.unit !== '分')) {
    sink.error(read, 'marks-unreadable', `${label}“${read.text}”不是分数：请改填如 3 或 2.5`);
    return null;
  }
  if (found.value.startsWith('-')) {
    sink.error(read, 'marks-negative', `${label}“${read.text}”不能是负数`);
    return null;
  }
  return found.value;
}

function judgeTarget(
  read: ReadCell,
  sink: ProblemSink,
): { target: string | null; targetUnit: string | null } {
  const found = readOfficeQuantity(read.cell);
  if (found.kind === 'blank') return { target: null, targetUnit: null };
  if (found.kind === 'unreadable') {
    sink.error(read, 'target-unreadable', `目标数“${read.text}”不是一个数：请只填数，条件写进评分标准`);
    return { target: null, targetUnit: null };
  }
  if (found.multiplied) {
    sink.repair(read, 'target-written-out', `目标数“${read.text}”写成数字是 ${found.value}`, {
      from: read.text,
      to: found.value,
    });
  }
  return { target: found.value, targetUnit: found.unit };
}

function judgeOwner(read: ReadCell, resolve: UnitDirectory, sink: ProblemSink) {
  if (isBlankMark(read.text)) return { owner: null, ownerId: null, coOwners: [] };
  const whole = resolve(read.text);
  const written =
    whole.kind === 'unknown'
      ? read.text.split(/[、,\uff0c;\uff1b/\n]+/).filter((part) => part.trim() !== '')
      : [read.text];
  const units = written.map((part) => judgeUnit({ ...read, text: part }, resolve(part), sink));
  if (units.length > 1) {
    sink.warning(read, 'owner-several', `有 ${units.length} 个归口部门，以第一个为主，其余为协办`);
  }
  const [first, ...others] = units;
  return {
    owner: first?.unit ?? null,
    ownerId: first?.unitId ?? null,
    coOwners: others.map(({ unit }) => unit).filter((unit) => unit !== null),
  };
}

/** A rule is kept word for word (X7): only invisible ends are trimmed. */
const ruleText = (read: ReadCell) => (isBlankMark(read.text) ? null : read.text.trim());

export function judgeIndicator(
  reader: RowReader,
  item: string | null,
  resolve: UnitDirectory,
  sink: ProblemSink,
): IndicatorValues {
  const name = plainText(reader('name'), sink);
  const rule = ruleText(reader('rule'));
  const marks = judgeMarks(reader('marks'), '分值', sink);
  if (item === null) sink.error(reader('item'), 'item-missing', '没有写明属于哪个考核项目');
  if (name === null) sink.error(reader('name'), 'name-missing', '没有考核内容：请补上指标名称');
  if (rule === null) sink.warning(reader('rule'), 'rule-missing', '没有评分标准，规则须在编辑器中补写');
  const marksFault = sink.problems.some((problem) => problem.field === 'marks');
  if (marks === null && !marksFault) sink.error(reader('marks'), 'marks-missing', '没有分值：请补上');
  const owner = judgeOwner(reader('owner'), resolve, sink);
  if (reader('owner').column !== null && isBlankMark(reader('owner').text)) {
    sink.warning(reader('owner'), 'owner-missing', '没有归口部门，发布前须指定');
  }
  const flags = lintIndicator(name, rule);
  for (const flag of flags) sink.warning(reader('name'), 'indicator-risk', `${flag.reason}；${flag.mend}`);
  return {
    item,
    name,
    rule,
    marks,
    ...owner,
    ...judgeTarget(reader('target'), sink),
    remark: plainText(reader('remark'), sink),
    flags,
  };
}

export const sameName = (a: string, b: string): boolean => foldText(a) === foldText(b);
