import type { bulletins } from '@mingji/contract';
import { chineseDate } from '@mingji/engine';
import {
  FrameAnchorType,
  FrameWrap,
  HorizontalPositionAlign,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  ShadingType,
  Tab,
  TabStopType,
  TextRun,
  VerticalPositionAlign,
} from 'docx';
import { OFF_GRID } from './finish-parts.ts';
import { run } from './word-text.ts';

/** 四号 */
const POINTS = 14;
const CHARACTER = POINTS * 20;
/** 0.35 mm and 0.25 mm. */
const THICK = 20;
const THIN = 14;
const spaced = (line: number) => ({ line, lineRule: LineRuleType.EXACT, before: 0, after: 0 });

/** 版记: who gets a copy, who printed it and when, ruled, at the bottom of the page that it is anchored to (GB/T 9704). */
export function imprint(
  { issuer, copies }: Pick<bulletins.BulletinDocument, 'issuer' | 'copies'>,
  /** The day of publication; null: it is not published yet. */
  printedOn: string | null,
  width: number,
): Paragraph[] {
  const framed: IParagraphOptions = {
    style: OFF_GRID,
    frame: {
      type: 'alignment',
      width,
      wrap: FrameWrap.NOT_BESIDE,
      anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.MARGIN },
      alignment: { x: HorizontalPositionAlign.LEFT, y: VerticalPositionAlign.BOTTOM },
    },
  };
  // A black line of that height: not every office suite keeps a frame whose paragraphs have borders where it belongs.
  const rule = (height: number) =>
    new Paragraph({
      ...framed,
      spacing: spaced(height),
      shading: { type: ShadingType.CLEAR, color: 'auto', fill: '000000' },
      children: [run('', { points: 1 })],
    });
  const text = (children: TextRun[], more: IParagraphOptions) =>
    new Paragraph({ ...framed, spacing: spaced(POINTS * 26), ...more, children });
  const label = '抄送：';
  const day = printedOn === null ? '　　年　月　日' : chineseDate(printedOn);
  return [
    rule(THICK),
    ...(copies === ''
      ? []
      : [
          text([run(`${label}${copies}。`, { points: POINTS })], {
            // Further lines begin below the first name.
            indent: {
              left: CHARACTER * (1 + label.length),
              hanging: CHARACTER * label.length,
              right: CHARACTER,
            },
          }),
          rule(THIN),
        ]),
    text(
      [
        run(issuer, { points: POINTS }),
        new TextRun({ children: [new Tab()] }),
        run(`${day}印发`, { points: POINTS }),
      ],
      {
        indent: { left: CHARACTER, right: CHARACTER },
        tabStops: [{ type: TabStopType.RIGHT, position: width - CHARACTER }],
      },
    ),
    rule(THICK),
    // What the frame is anchored to: the very end of the document, as low as a line can be.
    new Paragraph({ style: OFF_GRID, spacing: spaced(20), children: [run('', { points: 1 })] }),
  ];
}
