import { isBlankMark, tidyText } from './cell-text.ts';
import type { ProblemSink, ReadCell } from './row-reader.ts';

/** An ordinary text field: 无 and — mean nothing, an error value is told and left out. */
export function plainText(read: ReadCell, sink: ProblemSink): string | null {
  if (read.cell.kind === 'error') {
    sink.warning(read, 'cell-error', `单元格是错误值 ${read.text}，按空处理`);
    return null;
  }
  return isBlankMark(read.text) ? null : tidyText(read.text);
}
