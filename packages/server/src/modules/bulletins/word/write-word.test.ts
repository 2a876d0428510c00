import type { bulletins } from '@mingji/contract';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { sampleFigures } from '../../../../test/support/sample-figures.ts';
import { resolveDocument } from '../document/resolve-document.ts';
import { defaultTemplate } from '../templates.ts';
import { pageLayout } from './page-layout.ts';
import { signatureIndents } from './signature-indents.ts';
import { imprint } from './word-imprint.ts';
import { writeWord } from './write-word.ts';

let parts: Record<string, Uint8Array>;
let xml: string;
const finished = async () => ({
  ...resolveDocument(await defaultTemplate('monthly'), sampleFigures).document,
  copies: '甲市公安局目标考核办公室，县委办公室',
  number: '甲公考〔2026〕5号',
  datedOn: '2026-10-03',
});
beforeAll(async () => {
  parts = unzipSync(await writeWord(await finished(), '2026-10-08'));
  xml = part('word/document.xml');
});
const part = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
const texts = (of: string) =>
  [...of.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((match) => match[1] ?? '');
const paragraphs = (of: string) => [...of.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([each]) => each);
const withText = (text: string) => paragraphs(xml).find((each) => texts(each).join('') === text) ?? '';

test('P15 the page is A4 with 37 mm above, 28 mm at the left and a text area of 156 × 225 mm (GB/T 9704)', () => {
  expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"');
  const margins = /<w:pgMar ([^>]*)\/>/.exec(xml)?.[1] ?? '';
  const margin = (name: string) => Number(new RegExp(`w:${name}="(\\d+)"`).exec(margins)?.[1]);
  const millimetres = (twips: number) => Math.round((twips / 1440) * 25.4);
  expect([margin('top'), margin('left')].map(millimetres)).toEqual([37, 28]);
  expect(millimetres(11906 - margin('left') - margin('right'))).toBe(156);
  expect(millimetres(16838 - margin('top') - margin('bottom'))).toBe(225);
});

test('P15 the page holds 22 lines of 28 characters', () => {
  const pitch = Number(/<w:docGrid [^>]*w:linePitch="(\d+)"/.exec(xml)?.[1]);
  const height = pageLayout.height - pageLayout.top - pageLayout.bottom;
  expect(Math.floor(height / pitch)).toBe(22);
  const body = paragraphs(xml).find((each) => each.includes('w:firstLineChars="200"')) ?? '';
  expect(body).toContain(`w:line="${pitch}"`);
  expect(body).toContain('w:lineRule="exact"');
  const closer = Number(/<w:spacing w:val="(-?\d+)"\/>/.exec(body)?.[1]);
  expect(Math.floor(pageLayout.textWidth / (16 * 20 + closer))).toBe(28);
});

test('P15 title, text and headings have their faces and sizes, and none is embedded', () => {
  const face = (text: string) => {
    const found = withText(text);
    return [/w:eastAsia="([^"]+)"/.exec(found)?.[1], Number(/<w:sz w:val="(\d+)"/.exec(found)?.[1]) / 2];
  };
  expect(face('关于2026年9月考核情况的通报')).toEqual(['方正小标宋简体', 22]);
  expect(face('一、总体情况')).toEqual(['SimHei', 16]);
  expect(face('各单位：')).toEqual(['FangSong', 16]);
  expect(part('word/fontTable.xml')).toContain('<w:font w:name="FangSong"><w:altName w:val="仿宋,');
  expect(Object.keys(parts).filter((path) => path.includes('fonts/') && !path.endsWith('/'))).toEqual([]);
});

test('P15 the title is centred and the date ends four characters from the edge in Arabic digits', () => {
  expect(withText('关于2026年9月考核情况的通报')).toContain('<w:jc w:val="center"/>');
  const date = withText('2026年10月3日');
  expect(date).toContain('<w:jc w:val="right"/>');
  expect(date).toContain(`w:right="${pageLayout.character * 4}"`);
});

test('P15 the number stands above the red line, the addressee ends with a full-width colon', () => {
  const number = withText('甲公考〔2026〕5号');
  expect(number).toContain('<w:bottom w:val="single" w:color="FF0000"');
  expect(withText('甲县公安局文件')).toContain('<w:color w:val="FF0000"/>');
});

test('P15 the list of attachments stands before the signature, each attachment on a page of its own', () => {
  const all = paragraphs(xml).map((each) => texts(each).join(''));
  const place = (text: string) => all.indexOf(text);
  expect(place('附件：1. 2026年9月各单位考核排名')).toBeGreaterThan(0);
  expect(place('2. 2026年9月各单位分模块得分')).toBe(place('附件：1. 2026年9月各单位考核排名') + 1);
  expect(place('甲县公安局')).toBeGreaterThan(place('2. 2026年9月各单位分模块得分'));
  expect(place('附件1')).toBeGreaterThan(place('2026年10月3日'));
  expect(withText('附件2')).toContain('<w:pageBreakBefore/>');
});

test('P15 page numbers are — 1 — in 宋体 14 pt, at the outer edge of odd and even pages', () => {
  const footers = Object.keys(parts).filter((path) => /word\/footer\d+\.xml/.test(path));
  expect(footers).toHaveLength(2);
  const sides = footers.map((path) => /<w:jc w:val="(\w+)"/.exec(part(path))?.[1]).sort();
  expect(sides).toEqual(['left', 'right']);
  for (const path of footers) {
    expect(part(path)).toContain('— ');
    expect(part(path)).toContain('PAGE');
    expect(part(path)).toContain('<w:sz w:val="28"/>');
  }
  expect(part('word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
});

test('P15 tables repeat their head and hold the very cells of the screen', async () => {
  const { blocks } = await finished();
  const shown = blocks.filter((block) => block.type === 'table');
  const tables = [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([each]) => each);
  expect(tables).toHaveLength(shown.length);
  for (const [index, table] of tables.entries()) {
    expect(table).toContain('<w:tblHeader/>');
    const cells = [...table.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => texts(cell).join(''));
    const wanted = shown[index];
    expect(cells).toEqual([
      ...(wanted?.columns.map(({ heading }) => heading) ?? []),
      ...(wanted?.rows.flat() ?? []),
    ]);
  }
});

test('P15 a chart is a native one with the very numbers of the screen', async () => {
  const chart = (await finished()).blocks.find((block) => block.type === 'chart');
  const path = Object.keys(parts).find((each) => /word\/charts\/chart\d+\.xml$/.test(each)) ?? '';
  const values = [...part(path).matchAll(/<c:val>.*?<\/c:val>/gs)].flatMap(([each]) =>
    [...each.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map((match) => Number(match[1])),
  );
  expect(values).toEqual(chart?.series[0]?.values.map(Number));
  expect(part(path)).toContain('城东派出所');
});

test('P15 pasted control characters do not break the document', async () => {
  const document = await finished();
  const [first] = document.blocks;
  const broken = {
    ...document,
    blocks: [{ ...first, type: 'paragraph' as const, key: 'a', text: '甲\u0001乙\u000b丙<&>' }],
  };
  const written = strFromU8(
    unzipSync(await writeWord(broken, null))['word/document.xml'] ?? new Uint8Array(),
  );
  expect(written).toContain('甲乙丙&lt;&amp;&gt;');
});

test('P15 the name is centred over the date; a long name keeps two characters from the edge', () => {
  expect(signatureIndents('甲县公安局', '2026年10月3日')).toEqual({ issuer: 4.75, date: 4 });
  const long = signatureIndents('江临市公安局目标责任制考核领导小组办公室', '2026年10月3日');
  expect(long.issuer).toBe(2);
  expect(long.date).toBeGreaterThan(4);
});

test('P15 an annex with a table too wide for the sheet is laid across, and those beside it are not', async () => {
  const document = await finished();
  const months = Array.from({ length: 12 }, (_month, at) => `2026年${at + 1}月`);
  const wide: bulletins.DocumentBlock = {
    type: 'table',
    key: 'wide',
    caption: '',
    columns: [
      { heading: '单位', width: 13, align: 'left' },
      ...months.map((heading) => ({ heading, width: 6, align: 'right' as const })),
    ],
    rows: [['安平县公安局', ...months.map(() => '24.40')]],
    emptyText: null,
    note: '数据来源',
  };
  const annex = (title: string): bulletins.DocumentBlock => ({
    type: 'annex',
    key: title,
    ordinal: 1,
    title,
  });
  const text = document.blocks.filter(({ type }) => type === 'paragraph');
  const narrow = { ...wide, columns: wide.columns.slice(0, 3), rows: [['安平县公安局', '24.40', '24.40']] };
  const blocks = [...text, annex('a'), narrow, annex('b'), wide, annex('c'), narrow];
  const written = strFromU8(
    unzipSync(await writeWord({ ...document, blocks }, null))['word/document.xml'] ?? new Uint8Array(),
  );
  const pages = [...written.matchAll(/<w:pgSz w:w="(\d+)" w:h="(\d+)"/g)].map(([, width, height]) => [
    width,
    height,
  ]);
  expect(pages).toEqual([
    ['11906', '16838'],
    ['16838', '11906'],
    ['11906', '16838'],
  ]);
  expect(
    [...written.matchAll(/<w:tblW w:type="dxa" w:w="(\d+)"/g)].map(([, width]) => Number(width)),
  ).toEqual([pageLayout.textWidth, pageLayout.acrossWidth, pageLayout.textWidth]);
});

/** The paragraphs of the frame at the bottom of the last page. */
const framed = (of: string) => paragraphs(of).filter((each) => each.includes('<w:framePr'));

test('P15 the imprint stands at the bottom of the last page: copies and 印发, in 四号, between ruled lines', () => {
  const lines = framed(xml);
  expect(lines.map((each) => texts(each).join('')).filter(Boolean)).toEqual([
    '抄送：甲市公安局目标考核办公室，县委办公室。',
    '甲县公安局2026年10月8日印发',
  ]);
  for (const line of lines) {
    expect(line).toContain('w:vAnchor="margin"');
    expect(line).toContain('w:yAlign="bottom"');
    expect(line).toContain(`w:w="${pageLayout.textWidth}"`);
  }
  const rules = lines.filter((each) => each.includes('w:fill="000000"'));
  const heights = rules.map((each) => Number(/w:line="(\d+)" w:lineRule="exact"/.exec(each)?.[1]) / 20);
  expect(heights.map((points) => ((points / 72) * 25.4).toFixed(2))).toEqual(['0.35', '0.25', '0.35']);
  for (const text of lines.filter((each) => texts(each).join('') !== '')) {
    expect(text).toContain('<w:sz w:val="28"/>');
    expect(text).toContain('w:eastAsia="FangSong"');
  }
  // Whatever the frame is anchored to is the last of the document.
  const all = paragraphs(xml);
  expect(all.slice(-lines.length - 1, -1)).toEqual(lines);
});

test('P15 without copies the imprint has one line, and before the publication its date is open', async () => {
  const written = await writeWord({ ...(await finished()), copies: '', blocks: [], annexes: [] }, null);
  const lines = framed(strFromU8(unzipSync(written)['word/document.xml'] ?? new Uint8Array()));
  expect(lines.map((each) => texts(each).join('')).filter(Boolean)).toEqual(['甲县公安局　　年　月　日印发']);
  expect(lines).toHaveLength(3);
});

test('P15 the imprint is as wide as the sheet it ends: on one laid across, its whole width', () => {
  const wide = imprint({ issuer: '甲县公安局', copies: '' }, null, pageLayout.acrossWidth);
  expect(wide).toHaveLength(4);
  expect(JSON.stringify(wide)).toContain(String(pageLayout.acrossWidth));
});
