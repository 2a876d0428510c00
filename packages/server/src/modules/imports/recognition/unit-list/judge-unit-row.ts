import { foldWidth, isBlankMark, tidyText, withoutSpaces } from '../cell-text.ts';
import { plainText } from '../plain-text.ts';
import type { ProblemSink, ReadCell, RowReader } from '../row-reader.ts';
import { unitKindOf } from './unit-kind.ts';
import type { UnitValues } from './unit-values.ts';

const CODE_LENGTH = 12;
/** Twelve digits fit into a spreadsheet number exactly; only leading zeros can be lost. */
function judgeCode(read: ReadCell, sink: ProblemSink): string | null {
  if (isBlankMark(read.text)) return null;
  const plain = withoutSpaces(foldWidth(read.text))
    .replace(/^['’‘`]/, '')
    .toUpperCase();
  if (/^[0-9A-Z]{12}$/.test(plain)) {
    if (plain !== read.text.trim()) {
      sink.repair(read, 'code-written', '机构代码改为半角、去掉空格和撇号', { from: read.text, to: plain });
    }
    return plain;
  }
  if (read.cell.kind === 'number' && /^\d{10,11}$/.test(plain)) {
    const code = plain.padStart(CODE_LENGTH, '0');
    sink.repair(read, 'code-leading-zeros', '机构代码丢了前面的 0，补足 12 位', { from: plain, to: code });
    return code;
  }
  sink.error(read, 'code-format', `机构代码“${read.text}”应为 12 位：请核对`);
  return null;
}

function judgeUnitName(read: ReadCell, sink: ProblemSink): string | null {
  if (isBlankMark(read.text)) {
    sink.error(read, 'name-missing', '单位名称没有填写：请补上');
    return null;
  }
  const name = withoutSpaces(foldWidth(read.text));
  if (name.length < 2 || name.length > 60) {
    sink.error(read, 'name-length', `单位名称“${read.text}”应为 2 至 60 字`);
    return null;
  }
  if (/\s/.test(read.text.trim())) {
    sink.repair(read, 'name-spaces', '单位名称中有空格，去掉', { from: read.text, to: name });
  }
  return name;
}

/** Everything of a unit's row except what other rows decide (upper unit, duplicates). */
export function judgeUnitRow(reader: RowReader, sink: ProblemSink): UnitValues {
  const name = judgeUnitName(reader('name'), sink);
  const written = plainText(reader('kind'), sink);
  const kind = name === null ? null : unitKindOf(written, name);
  if (name !== null && kind === null) {
    sink.error(reader('kind'), 'kind-unknown', `看不出“${name}”是什么类别：请填派出所、大队、机关部门等`);
  }
  const aliases = reader('aliases')
    .text.split(/[、,\uff0c;\uff1b/\n|]+/)
    .map(tidyText);
  return {
    name,
    kind,
    parent: plainText(reader('parent'), sink),
    parentId: null,
    code: judgeCode(reader('code'), sink),
    aliases: [...new Set(aliases.filter((alias) => !isBlankMark(alias) && alias !== name))],
    remark: plainText(reader('remark'), sink),
  };
}
