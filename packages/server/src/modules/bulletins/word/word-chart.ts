import type { bulletins } from '@mingji/contract';
import { AlignmentType, type IParagraphOptions, Paragraph } from 'docx';
import { ChartRun } from 'docx/charts';
import { faces } from './word-fonts.ts';
import { centred, sourceLine } from './word-text.ts';

type ChartBlock = Extract<bulletins.DocumentBlock, { type: 'chart' }>;
/** 156 mm of text area at 96 pixels an inch. */
const WIDTH = 585;
const BLUE = '1F4E8C';
const LABEL = { size: 9, name: faces.body };

/** A native chart of the office suite, drawn from the same numbers as the screen's. */
export function chartBlock(block: ChartBlock, last: IParagraphOptions = {}): Paragraph[] {
  const { caption, emptyText, note } = block;
  return [
    ...(caption === '' ? [] : [centred(caption, { font: faces.first, points: 14 }, { keepNext: true })]),
    emptyText === null
      ? new Paragraph({
          alignment: AlignmentType.CENTER,
          spacing: { before: 60, after: 0 },
          children: [block.form === 'bars' ? bars(block) : lines(block)],
        })
      : centred(emptyText, { points: 12 }),
    sourceLine(note, last),
  ];
}

const plotted = (values: readonly (string | null)[]) =>
  values.map((value) => (value === null ? null : Number(value)));
const altText = ({ caption, note }: ChartBlock) => ({
  name: caption || '图',
  description: `${caption}。${note}`,
});

/** As many places as the printed scores have: 93.00 is not 93. */
function formatOf({ series }: ChartBlock): string {
  const places = Math.max(0, ...(series[0]?.values ?? []).map((value) => value?.split('.')[1]?.length ?? 0));
  return places === 0 ? '0' : `0.${'0'.repeat(places)}`;
}

/** One bar a subject, the first on top. */
function bars(block: ChartBlock): ChartRun {
  const values = plotted(block.series[0]?.values ?? []);
  return new ChartRun({
    type: 'bar',
    transformation: { width: WIDTH, height: 60 + 22 * block.categories.length },
    altText: altText(block),
    legend: false,
    font: { name: faces.body },
    gapWidth: 60,
    categories: block.categories,
    series: [{ name: block.series[0]?.name ?? '得分', values, color: BLUE }],
    categoryAxis: { reverseOrder: true, font: LABEL },
    valueAxis: { visible: false, gridlines: false, minimum: Math.min(0, ...values.map((each) => each ?? 0)) },
    dataLabels: { value: true, position: 'outsideEnd', font: LABEL, numberFormat: formatOf(block) },
  });
}

/** One line a subject over the periods, the first place on top. */
function lines(block: ChartBlock): ChartRun {
  const all = block.series.flatMap(({ values }) => plotted(values).filter((each) => each !== null));
  return new ChartRun({
    type: 'line',
    markers: true,
    transformation: { width: WIDTH, height: 300 },
    altText: altText(block),
    legend: { position: 'bottom', font: LABEL },
    font: { name: faces.body },
    categories: block.categories,
    series: block.series.map(({ name, values }) => ({ name, values: plotted(values) })),
    // Upside down the first place is on top; the periods stay below.
    categoryAxis: { font: LABEL, crossesAt: 'maximum' },
    valueAxis: {
      ...{ reverseOrder: true, minimum: 1, maximum: Math.max(2, ...all), font: LABEL, title: '名次' },
      ...(Math.max(2, ...all) <= 12 ? { interval: 1 } : {}),
    },
  });
}
