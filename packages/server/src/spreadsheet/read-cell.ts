import type { CellContent } from './workbook.ts';
import type { WorkbookLimits } from './workbook-limits.ts';
import { WorkbookRefusal } from './workbook-limits.ts';

const EMPTY: CellContent = { kind: 'empty' };
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The plain decimal expansion of a double: 9.900151989111337e+17 → 990015198911133700, 1e-7 → 0.0000001. */
export function plainDecimal(value: number): string {
  const written = String(value);
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(written);
  if (!match) return written;
  const [, sign = '', first = '', rest = '', exponentText = '0'] = match;
  const digits = first + rest;
  const point = 1 + Number(exponentText);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return `${sign}${digits.padEnd(point, '0')}`;
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

function textContent(text: string, address: string, limits: WorkbookLimits): CellContent {
  if (text.length > limits.cellCharacters) {
    throw new WorkbookRefusal(
      'workbook-cell-too-long',
      `${address} 的文字超过 ${limits.cellCharacters} 字：请拆开或删减后再上传`,
    );
  }
  return text.trim() === '' ? EMPTY : { kind: 'text', text };
}

function dateContent(value: Date, format: string): CellContent {
  if (Number.isNaN(value.getTime())) return { kind: 'error', text: '#VALUE!' };
  const shown = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').toLowerCase();
  const showsMonthOnly = shown.includes('y') && shown.includes('m') && !shown.includes('d');
  return {
    kind: 'date',
    iso: value.toISOString().slice(0, 10),
    precision: showsMonthOnly ? 'month' : 'day',
  };
}

/** Turns what the library found in a cell into our tagged union; a formula counts as its cached result. */
export function readCell(
  value: unknown,
  format: string,
  address: string,
  limits: WorkbookLimits,
): CellContent {
  if (value === null || value === undefined) return EMPTY;
  if (typeof value === 'string') return textContent(value, address, limits);
  if (typeof value === 'number') {
    const general = format === '' || format === 'General';
    return { kind: 'number', text: plainDecimal(value), ...(general ? {} : { format }) };
  }
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (value instanceof Date) return dateContent(value, format);
  if (!isObject(value)) return textContent(String(value), address, limits);
  if (Array.isArray(value.richText)) {
    const runs = value.richText.map((run: unknown) => (isObject(run) ? String(run.text ?? '') : ''));
    return textContent(runs.join(''), address, limits);
  }
  if ('formula' in value || 'sharedFormula' in value) {
    if (value.result === undefined || value.result === null) return { kind: 'error', text: '公式没有结果' };
    return readCell(value.result, format, address, limits);
  }
  if ('error' in value) return { kind: 'error', text: String(value.error) };
  if ('text' in value) return readCell(value.text, format, address, limits);
  return EMPTY;
}
