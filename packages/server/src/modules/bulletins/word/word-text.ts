import { AlignmentType, type IParagraphOptions, LineRuleType, Paragraph, TextRun } from 'docx';
import { OFF_GRID } from './finish-parts.ts';
import { BODY_POINTS, pageLayout } from './page-layout.ts';
import { faces } from './word-fonts.ts';

/** Characters that XML forbids never reach a document, wherever they were pasted from. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the forbidden ones.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

export interface Face {
  readonly font?: string;
  readonly points?: number;
  readonly color?: string;
}

export function run(text: string, { font = faces.body, points = BODY_POINTS, color }: Face = {}): TextRun {
  return new TextRun({
    text: text.replace(FORBIDDEN, ''),
    font: { ascii: font, hAnsi: font, eastAsia: font, cs: font, hint: 'eastAsia' },
    size: points * 2,
    ...(points === BODY_POINTS ? { characterSpacing: pageLayout.closer } : {}),
    ...(color === undefined ? {} : { color }),
  });
}

/** Every line of the text area is one of 22, whatever stands in it. */
const line = { line: pageLayout.linePitch, lineRule: LineRuleType.EXACT, before: 0, after: 0 };

export function paragraph(text: string, face: Face = {}, more: IParagraphOptions = {}): Paragraph {
  return new Paragraph({
    spacing: line,
    widowControl: false,
    ...more,
    children: [run(text, face)],
  });
}

/** The text: two characters in, both edges even. Typed line breaks begin a new paragraph. */
export function bodyParagraphs(text: string, face: Face = {}, more: IParagraphOptions = {}): Paragraph[] {
  return text.split(/\r?\n/).map((part) =>
    paragraph(part, face, {
      ...more,
      alignment: AlignmentType.BOTH,
      indent: { firstLine: pageLayout.character * 2, firstLineChars: 200 },
    }),
  );
}

export function emptyLines(count: number, more: IParagraphOptions = {}): Paragraph[] {
  return Array.from({ length: count }, () => paragraph('', {}, more));
}

export function centred(text: string, face: Face, more: IParagraphOptions = {}): Paragraph {
  return paragraph(text, face, { alignment: AlignmentType.CENTER, ...more });
}

/** Where the numbers of a table or a chart come from, below it. */
export function sourceLine(note: string, more: IParagraphOptions): Paragraph {
  const points = 10.5;
  return paragraph(
    note,
    { points },
    {
      // Closer than the grid of the text: the line belongs to the table.
      style: OFF_GRID,
      spacing: { line: points * 26, lineRule: LineRuleType.EXACT, before: 60, after: 160 },
      ...more,
    },
  );
}
