import {
  AlignmentType,
  DocumentGridType,
  Footer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import { pageLayout } from './page-layout.ts';
import { faces } from './word-fonts.ts';

/** Page, grid and page number of a section; across: the sheet turned, with the same text area. */
export function sectionOf(across: boolean) {
  const { width, height, top, bottom, left, right, footer } = pageLayout;
  const margin = across
    ? { top: left, bottom: right, left: bottom, right: top, footer: 720 }
    : { top, bottom, left, right, footer };
  return {
    properties: {
      page: {
        size: {
          width,
          height,
          orientation: across ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: { ...margin, header: 851, gutter: 0 },
      },
      // Lines only: office suites disagree about a grid of characters, so these are set closer themselves.
      grid: { type: DocumentGridType.LINES, linePitch: pageLayout.linePitch },
    },
    footers: footers(),
  };
}

/** — 1 —, at the outer edge, one character in. */
function footers() {
  const footer = (alignment: 'left' | 'right') =>
    new Footer({
      children: [
        new Paragraph({
          alignment: alignment === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
          indent: { [alignment]: pageLayout.character },
          children: [
            new TextRun({
              children: ['— ', PageNumber.CURRENT, ' —'],
              font: { ascii: faces.page, hAnsi: faces.page, eastAsia: faces.page },
              size: 28,
            }),
          ],
        }),
      ],
    });
  return { default: footer('right'), even: footer('left') };
}
