import type { bulletins } from '@mingji/contract';
import { chineseDate } from '@mingji/engine';
import {
  AlignmentType,
  BorderStyle,
  Document,
  type IParagraphOptions,
  LineRuleType,
  Packer,
  Paragraph,
  type Table,
} from 'docx';
import { finishParts } from './finish-parts.ts';
import { BODY_POINTS, pageLayout } from './page-layout.ts';
import { signatureIndents } from './signature-indents.ts';
import { chartBlock } from './word-chart.ts';
import { faces } from './word-fonts.ts';
import { imprint } from './word-imprint.ts';
import { sectionOf } from './word-page.ts';
import { pointsFor, tableBlock } from './word-table.ts';
import { bodyParagraphs, centred, emptyLines, paragraph, run } from './word-text.ts';

type Content = Paragraph | Table;
const RED = 'FF0000';
/** The signature never stands alone on a page: from the last of the text on each keeps the next with it. */
const WITH_NEXT = { keepNext: true } as const;
const TITLE = { font: faces.title, points: 22 } as const;

/** The bulletin as an official document (GB/T 9704) that Word, WPS and LibreOffice open alike. */
export async function writeWord(
  document: bulletins.BulletinDocument,
  /** The day of publication, which is the one it is printed on; null: not yet. */
  printedOn: string | null,
): Promise<Uint8Array> {
  const body = document.blocks.findIndex(({ type }) => type === 'annex');
  const text = body === -1 ? document.blocks : document.blocks.slice(0, body);
  const annexes = body === -1 ? [] : document.blocks.slice(body);
  const opening: Content[] = [
    ...head(document),
    ...text.flatMap((block, at) => blockContent(block, at === text.length - 1 ? WITH_NEXT : {})),
    ...annexList(document.annexes),
    ...signature(document),
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
    sections: sectionsOf(opening, annexes, (width) => imprint(document, printedOn, width)),
  });
  return finishParts(await Packer.toBuffer(file));
}

/** Annexes follow on upright sheets; one with a table too wide for them gets sheets laid across, a section of its own. */
function sectionsOf(
  opening: readonly Content[],
  blocks: readonly bulletins.DocumentBlock[],
  ending: (width: number) => readonly Content[],
) {
  const sections = [{ across: false, children: [...opening] }];
  for (const annex of annexesOf(blocks)) {
    const across = annex.some(
      (block) => block.type === 'table' && pointsFor(block, pageLayout.textWidth) === null,
    );
    const current = sections.at(-1);
    const same = current?.across === across;
    const children = annex.flatMap((block) => blockContent(block, {}, { across, opensSection: !same }));
    if (same) current.children.push(...children);
    else sections.push({ across, children });
  }
  const last = sections.at(-1);
  last?.children.push(...ending(last.across ? pageLayout.acrossWidth : pageLayout.textWidth));
  return sections.map(({ across, children }) => ({ ...sectionOf(across), children }));
}

/** Each with what belongs to it. */
function annexesOf(blocks: readonly bulletins.DocumentBlock[]): bulletins.DocumentBlock[][] {
  const annexes: bulletins.DocumentBlock[][] = [];
  for (const block of blocks) {
    if (block.type === 'annex' || annexes.length === 0) annexes.push([block]);
    else annexes.at(-1)?.push(block);
  }
  return annexes;
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

interface Sheet {
  readonly across: boolean;
  readonly opensSection: boolean;
}
const UPRIGHT: Sheet = { across: false, opensSection: false };

function blockContent(
  block: bulletins.DocumentBlock,
  last: IParagraphOptions = {},
  sheet: Sheet = UPRIGHT,
): Content[] {
  switch (block.type) {
    case 'heading':
      return bodyParagraphs(`${block.ordinal}${block.text}`, headingFaces[block.level - 1] ?? {}, {
        ...WITH_NEXT,
        outlineLevel: block.level - 1,
      });
    case 'paragraph':
      return bodyParagraphs(block.text, {}, last);
    case 'table':
      return tableBlock(block, last, sheet.across ? pageLayout.acrossWidth : pageLayout.textWidth);
    case 'chart':
      return chartBlock(block, last);
    case 'annex':
      return [
        paragraph(
          `附件${block.ordinal ?? ''}`,
          { font: faces.first },
          { pageBreakBefore: !sheet.opensSection },
        ),
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
