import type { bulletins } from '@mingji/contract';
import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import { columnWidths, fitsWell } from './column-widths.ts';
import { OFF_GRID } from './finish-parts.ts';
import { pageLayout } from './page-layout.ts';
import { faces } from './word-fonts.ts';
import { centred, run, sourceLine } from './word-text.ts';

type TableBlock = Extract<bulletins.DocumentBlock, { type: 'table' }>;
/** 小四: the text of tables; wide ones get 五号. */
const POINTS = 12;
const SMALL_POINTS = 10.5;
const SMALLEST_POINTS = 9;
const WIDE = 8;
const RULE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

/** The largest letters with which numbers and usual names keep to one line; null: there are none. */
export function pointsFor({ columns, rows }: TableBlock, available: number): number | null {
  const sizes = [POINTS, SMALL_POINTS, SMALLEST_POINTS].slice(columns.length > WIDE ? 1 : 0);
  return sizes.find((points) => fitsWell({ columns, rows, points, available })) ?? null;
}

/** A ruled table whose head is repeated on every page, and the line that says where its numbers come from. */
export function tableBlock(
  block: TableBlock,
  last: IParagraphOptions = {},
  available: number = pageLayout.textWidth,
): (Paragraph | Table)[] {
  const { caption, columns, rows, emptyText, note } = block;
  const points = pointsFor(block, available) ?? SMALLEST_POINTS;
  const widths = columnWidths({ columns, rows, points, available });
  const cell = (text: string, index: number, head: boolean) =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: { left: 60, right: 60, top: 30, bottom: 30 },
      children: [
        new Paragraph({
          alignment: head ? AlignmentType.CENTER : ALIGN[columns[index]?.align ?? 'left'],
          spacing: { line: points * 26, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
          style: OFF_GRID,
          children: [run(text, { font: head ? faces.first : faces.body, points })],
        }),
      ],
    });
  const row = (cells: readonly string[], head: boolean) =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: cells.map((text, index) => cell(text, index, head)),
    });
  const headings = columns.map(({ heading }) => heading);
  const table = new Table({
    width: { size: available, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: {
      ...{ top: RULE, bottom: RULE, left: RULE, right: RULE },
      ...{ insideHorizontal: RULE, insideVertical: RULE },
    },
    rows: [row(headings, true), ...rows.map((cells) => row(cells, false))],
  });
  return [
    ...(caption === '' ? [] : [centred(caption, { font: faces.first, points: 14 }, { keepNext: true })]),
    ...(emptyText === null ? [table] : [centred(emptyText, { points: POINTS })]),
    sourceLine(note, last),
  ];
}
