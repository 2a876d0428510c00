import type { bulletins } from '@mingji/contract';
import { chineseDate } from '@mingji/engine';
import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  Footer,
  type IParagraphOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import { finishParts } from './finish-parts.ts';
import { BODY_POINTS, pageLayout } from './page-layout.ts';
import { signatureIndents } from './signature-indents.ts';
import { chartBlock } from './word-chart.ts';
import { faces } from './word-fonts.ts';
import { tableBlock } from './word-table.ts';
import { bodyParagraphs, centred, emptyLines, paragraph, run } from './word-text.ts';

type Content = Paragraph | Table;
const RED = 'FF0000';
/** The signature never stands alone on a page: from the last of the text on each keeps the next with it. */
const WITH_NEXT = { keepNext: true } as const;
const TITLE = { font: faces.title, points: 22 } as const;

/** The bulletin as an official document (GB/T 9704) that Word, WPS and LibreOffice open alike. */
export async function writeWord(document: bulletins.BulletinDocument): Promise<Uint8Array> {
  const body = document.blocks.findIndex(({ type }) => type === 'annex');
  const text = body === -1 ? document.blocks : document.blocks.slice(0, body);
  const annexes = body === -1 ? [] : document.blocks.slice(body);
  const children: Content[] = [
    ...head(document),
    ...text.flatMap((block, at) => blockContent(block, at === text.length - 1 ? WITH_NEXT : {})),
    ...annexList(document.annexes),
    ...signature(document),
    ...annexes.flatMap((block) => blockContent(block)),
  ];
  const file = new Document({
    title: document.title,
    creator: document.issuer,
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: {
            font: { ascii: faces.body, hAnsi: faces.body, eastAsia: faces.body },
            size: BODY_POINTS * 2,
          },
        },
      },
    },
    sections: [{ properties: { page: page(), grid: grid() }, footers: footers(), children }],
  });
  return finishParts(await Packer.toBuffer(file));
}

function page() {
  const { width, height, top, bottom, left, right, footer } = pageLayout;
  return { size: { width, height }, margin: { top, bottom, left, right, footer, header: 851, gutter: 0 } };
}

/** Lines only: office suites disagree about a grid of characters, so these are set closer themselves. */
function grid() {
  return { type: DocumentGridType.LINES, linePitch: pageLayout.linePitch };
}

/** The name of the issuer in red, the number, the red line, the title and whom it is for. */
function head({ issuer, number, title, addressee }: bulletins.BulletinDocument): Content[] {
  const name = `${issuer}文件`;
  const points = Math.min(40, Math.floor(pageLayout.textWidth / 20 / name.length));
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: pageLayout.issuerBelow, line: points * 26, lineRule: LineRuleType.EXACT },
      children: [run(name, { font: faces.title, points, color: RED })],
    }),
    ...emptyLines(2),
    centred(
      number ?? '（编号待审批时给出）',
      {},
      {
        border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: RED, space: 11 } },
      },
    ),
    ...emptyLines(2),
    ...title.split(/\r?\n/).map((line) => centred(line, TITLE)),
    ...emptyLines(1),
    ...(addressee === '' ? [] : [paragraph(`${addressee.replace(/[：:]\s*$/, '')}：`)]),
  ];
}

const headingFaces = [{ font: faces.first }, { font: faces.second }, {}] as const;

function blockContent(block: bulletins.DocumentBlock, last: IParagraphOptions = {}): Content[] {
  switch (block.type) {
    case 'heading':
      return bodyParagraphs(`${block.ordinal}${block.text}`, headingFaces[block.level - 1] ?? {}, {
        ...WITH_NEXT,
        outlineLevel: block.level - 1,
      });
    case 'paragraph':
      return bodyParagraphs(block.text, {}, last);
    case 'table':
      return tableBlock(block, last);
    case 'chart':
      return chartBlock(block, last);
    case 'annex':
      return [
        paragraph(`附件${block.ordinal ?? ''}`, { font: faces.first }, { pageBreakBefore: true }),
        ...emptyLines(1),
        ...block.title.split(/\r?\n/).map((line) => centred(line, TITLE)),
        ...emptyLines(1),
      ];
  }
}

/** One empty line below the text: 附件：1. …, the names under each other. */
function annexList(annexes: readonly string[]): Content[] {
  if (annexes.length === 0) return [];
  const { character } = pageLayout;
  const one = annexes.length === 1;
  return [
    ...emptyLines(1, WITH_NEXT),
    ...annexes.map((title, index) => {
      const ordinal = one ? '' : `${index + 1}. `;
      const label = index === 0 ? '附件：' : '';
      return paragraph(
        `${label}${ordinal}${title}`,
        {},
        {
          ...WITH_NEXT,
          indent: { left: character * (one ? 5 : 6), hanging: character * (index === 0 ? (one ? 3 : 4) : 1) },
        },
      );
    }),
  ];
}

/** Issuer and date at the right, the name centred over the date. */
function signature({ issuer, datedOn }: bulletins.BulletinDocument): Content[] {
  const date = datedOn === null ? '　　年　月　日' : chineseDate(datedOn);
  const indents = signatureIndents(issuer, date);
  const right = (text: string, characters: number, more: IParagraphOptions = {}) =>
    paragraph(
      text,
      {},
      {
        alignment: AlignmentType.RIGHT,
        indent: { right: Math.round(pageLayout.character * characters) },
        keepLines: true,
        ...more,
      },
    );
  return [...emptyLines(2, WITH_NEXT), right(issuer, indents.issuer, WITH_NEXT), right(date, indents.date)];
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
