import { refuseTooManyRows } from './refuse-too-big.ts';
import type { WorkbookLimits } from './workbook-limits.ts';

type Files = Readonly<Record<string, Uint8Array>>;
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
const CELL = /<c(\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/c>)/g;
const SHARED = /<si(?:\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/si>)/g;

/**
 * Refuses a sheet with more rows than are taken from its text, before a cell of it is built: seconds for tens of thousands
 * of rows. It looks from the end, for the same last row that holds something as the reader does; what it does not understand
 * is left to the reader.
 */
export function refuseTallSheets(files: Files, limits: WorkbookLimits): void {
  let blank: ReadonlySet<number> | undefined;
  for (const [path, bytes] of Object.entries(files)) {
    if (!SHEET.test(path)) continue;
    const height = lastFilledRow(plain(bytes), limits.rows, () => {
      blank ??= blankStrings(files['xl/sharedStrings.xml']);
      return blank;
    });
    const name = height === 0 ? undefined : sheetName(files, path);
    if (name !== undefined) refuseTooManyRows(name, height, limits);
  }
}

/** One character a byte: marks are found fast, and only what is looked at is decoded. */
const plain = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('latin1');
const isBlank = (text: string) =>
  Buffer.from(text.replace(/<[^>]*>/g, ''), 'latin1')
    .toString('utf8')
    .trim() === '';

/** 0: none beyond the limit. */
function lastFilledRow(xml: string, limit: number, blank: () => ReadonlySet<number>): number {
  for (let end = xml.length; ; ) {
    const start = xml.lastIndexOf('<row ', end - 1);
    if (start < 0) return 0;
    const row = xml.slice(start, end);
    const number = Number(/^<row\s[^>]*?\br="(\d+)"/.exec(row)?.[1] ?? 0);
    if (number <= limit) return 0;
    if (holdsSomething(row, blank)) return number;
    end = start;
  }
}

function holdsSomething(row: string, blank: () => ReadonlySet<number>): boolean {
  return [...row.matchAll(CELL)].some(([, attributes = '', content = '']) => {
    const value = /<v(?:\s[^>]*)?>([^<]*)<\/v>/.exec(content)?.[1] ?? '';
    // A formula without a result is read as an error, not as nothing.
    if (value === '') return content.includes('<f') || (content.includes('<is') && !isBlank(content));
    return /\bt="s"/.test(attributes) ? !blank().has(Number(value)) : !isBlank(value);
  });
}

/** Which of the texts that cells share are empty. */
function blankStrings(bytes: Uint8Array | undefined): ReadonlySet<number> {
  const all = [...plain(bytes).matchAll(SHARED)];
  return new Set(all.flatMap(([, content = ''], at) => (isBlank(content) ? [at] : [])));
}

function sheetName(files: Files, path: string): string | undefined {
  const text = (file: string) => Buffer.from(files[file] ?? []).toString('utf8');
  const relations = text('xl/_rels/workbook.xml.rels').match(/<Relationship\s[^>]*>/g) ?? [];
  const relation = relations.find(
    (each) => `xl/${attribute(each, 'Target')?.replace(/^\/xl\//, '')}` === path,
  );
  const id = relation && attribute(relation, 'Id');
  const sheet = text('xl/workbook.xml')
    .match(/<sheet\s[^>]*>/g)
    ?.find((each) => id !== undefined && attribute(each, '\\w+:id') === id);
  return sheet && attribute(sheet, 'name');
}

const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value?.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d+)|#x([\da-f]+));/gi, (_all, sign, decimal, hex) =>
    sign ? (SIGNS[sign] ?? '') : String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
  );
}
