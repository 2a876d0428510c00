import { AlignmentType, type IParagraphOptions, LineRuleType, Paragraph, TextRun } from 'docx';
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
    // No gaps between figures and characters: 2026年9月.
    autoSpaceEastAsianText: false,
    ...more,
    children: [run(text, face)],
  });
}

/** The text: two characters in, both edges even. Typed line breaks begin a new paragraph. */
export function bodyParagraphs(text: string, face: Face = {}): Paragraph[] {
  return text.split(/\r?\n/).map((part) =>
    paragraph(part, face, {
      alignment: AlignmentType.BOTH,
      indent: { firstLine: pageLayout.character * 2, firstLineChars: 200 },
    }),
  );
}

export function emptyLines(count: number): Paragraph[] {
  return Array.from({ length: count }, () => paragraph(''));
}

export function centred(text: string, face: Face, more: IParagraphOptions = {}): Paragraph {
  return paragraph(text, face, { alignment: AlignmentType.CENTER, ...more });
}
