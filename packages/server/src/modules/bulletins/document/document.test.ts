import { bulletins } from '@mingji/contract';
import { expect, test } from 'vitest';
import { sampleFigures } from '../../../../test/support/sample-figures.ts';
import { defaultTemplate } from '../templates.ts';
import { buildChart } from './build-chart.ts';
import { buildTable } from './build-table.ts';
import { documentNumber } from './document-number.ts';
import { fillText } from './fill-text.ts';
import { findFindings } from './find-findings.ts';
import { headingOrdinal, makeHeadingCounter } from './heading-ordinal.ts';
import { resolveDocument } from './resolve-document.ts';
import { momentText, standingText } from './source-note.ts';

const fill = (text: string) => fillText(sampleFigures, text).text;
const kinds = Object.keys(bulletins.bulletinKinds) as bulletins.BulletinKind[];

test('P15 a number is 代字， the year in six-cornered brackets and the serial without zeros', () => {
  expect(documentNumber('江公考', 2026, 5)).toBe('江公考〔2026〕5号');
});

test('P15 headings count 一、（一）1. and begin anew below each heading above', () => {
  const { next } = makeHeadingCounter();
  expect([1, 2, 2, 3, 1, 2, 3].map((level) => next(level))).toEqual([
    '一、',
    '（一）',
    '（二）',
    '1.',
    '二、',
    '（一）',
    '1.',
  ]);
  expect([10, 11, 20, 21].map((value) => headingOrdinal(1, value))).toEqual([
    '十、',
    '十一、',
    '二十、',
    '二十一、',
  ]);
});

test('P15 placeholders are filled from the figures with printed scores', () => {
  expect(fill('{周期}考核{考核单位数}个单位，平均{平均分}分')).toBe('2026年9月考核6个单位，平均91.31分');
  expect(fill('{最高分}、{最低分}、{前三名}')).toBe('96.50、85.10、城东派出所、城西派出所、城南派出所');
  expect(fill('{平均分变化}')).toBe('比2026年8月下降0.69分');
  expect(fill('{起止}')).toBe('2026年9月1日至2026年9月30日');
});

test('P15 a placeholder may name its sequence, by full-width or plain colon', () => {
  expect(fill('{考核民警数：派出所民警序列}')).toBe('3');
  expect(fill('{平均分：派出所序列}')).toBe('91.31');
});

test('P15 what stands in braces and is no placeholder stays and is told', () => {
  expect(fillText(sampleFigures, '{平均}与{平均分：无此序列}')).toEqual({
    text: '{平均}与{平均分：无此序列}',
    unknown: ['{平均}', '{平均分：无此序列}'],
  });
});

test('P15 names that every object has are no placeholders', () => {
  expect(fillText(sampleFigures, '{constructor}{toString}').unknown).toHaveLength(2);
});

test('P15 each placeholder of the menu has a value', () => {
  const known = Object.keys(bulletins.bulletinPlaceholders).filter((name) => !name.startsWith('更正'));
  expect(known.flatMap((name) => fillText(sampleFigures, `{${name}}`).unknown)).toEqual([]);
});

test('§7 a ranking keeps equal ranks, tells the exempt by word and never as 0', () => {
  const { rows } = buildTable(sampleFigures, { source: 'ranking', sequenceCode: null });
  expect(rows.map(([rank, name, score]) => [rank, name, score])).toEqual([
    ['1', '城东派出所', '96.50'],
    ['2', '城西派出所', '93.00'],
    ['2', '城南派出所', '93.00'],
    ['4', '城北派出所', '90.25'],
    ['5', '河东派出所', '89.99'],
    ['6', '河西派出所', '85.10'],
    ['—', '新城派出所', '免予考核'],
  ]);
});

test('§12 first and last lists follow the size of the group', () => {
  const of = (subjectKind: 'unit' | 'officer') =>
    buildTable(sampleFigures, {
      source: 'extremes',
      subjectKind,
      sequenceCode: null,
      places: 3,
      which: 'both',
    }).rows.map((row) => row[2]);
  expect(of('unit')).toEqual([
    '城东派出所',
    '城西派出所',
    '城南派出所',
    '城北派出所',
    '河东派出所',
    '河西派出所',
  ]);
  expect(of('officer')).toEqual(['李某', '赵某']);
});

test('P16 the red line lists who is below it, and says so when the method has none for units', () => {
  const officers = buildTable(sampleFigures, { source: 'redLine', subjectKind: 'officer' });
  expect(officers.rows).toEqual([['赵某', '城东派出所', '59.99']]);
  const units = buildTable(sampleFigures, { source: 'redLine', subjectKind: 'unit' });
  expect([units.rows, units.emptyText]).toEqual([[], '办法没有为单位划定红线。']);
});

test('P16 officers whose presence nobody knows are counted in the zero list, never named', () => {
  const table = buildTable(sampleFigures, { source: 'zeroList', subjectKind: 'officer' });
  expect(table.rows).toEqual([]);
  expect(table.note).toContain('另有1名民警');
});

test('P15 P16 with the attendance of the month the zero list names who was there, not who was away', () => {
  const present = (days: string) => {
    const rows = sampleFigures.rows.map((row) =>
      row.kind === 'officer' ? { ...row, presentDays: days } : row,
    );
    return buildTable({ ...sampleFigures, rows }, { source: 'zeroList', subjectKind: 'officer' });
  };
  expect(present('10').rows).toEqual([['赵某', '城东派出所']]);
  expect(present('9.5').rows).toEqual([]);
  expect(present('9.5').note).not.toContain('待核实');
});

test('P7 a rank suspended by an open appeal is in no table, list or chart; the others keep theirs', () => {
  const before = buildTable(sampleFigures, { source: 'ranking', sequenceCode: 'station' }).rows;
  const name = before[0]?.[1];
  const rows = sampleFigures.rows.map((row) => (row.name === name ? { ...row, suspended: true } : row));
  const figures = { ...sampleFigures, rows };
  const after = buildTable(figures, { source: 'ranking', sequenceCode: 'station' }).rows;
  expect(after.filter((row) => row[1] !== name)).toEqual(before.slice(1));
  const own = after.slice(-2).find((row) => row[1] === name);
  expect([own?.[0], own?.[1], own?.at(-1)]).toEqual(['复议中', name, '—']);
  const extremes = { source: 'extremes', subjectKind: 'unit', which: 'both', places: 3, sequenceCode: null };
  expect(JSON.stringify(buildTable(figures, extremes as never).rows)).not.toContain(name);
  const chart = buildChart(figures, { source: 'rankingBars', sequenceCode: 'station' } as never);
  expect(JSON.stringify(chart)).not.toContain(name);
});

test('P15 a table says where its numbers come from, sealed or as of when', () => {
  expect(buildTable(sampleFigures, { source: 'supervision' }).note).toBe(
    '数据来源：派出所目标考核办法，2026年9月，已封存（封存第12号）。',
  );
  const [source] = sampleFigures.sources;
  if (!source) throw new Error('the sample has a source');
  const open = { ...sampleFigures, sources: [{ ...source, sealNo: null }] };
  expect(standingText(open)).toBe('截至2026年10月3日10时05分，未封存');
  expect(momentText('2026-12-31T16:00:00Z', 'Asia/Shanghai')).toBe('2027年1月1日0时00分');
});

test('P15 charts hold the very scores and ranks of the tables', () => {
  const bars = buildChart(sampleFigures, { source: 'rankingBars', sequenceCode: null });
  expect(bars.series[0]?.values).toEqual(['96.50', '93.00', '93.00', '90.25', '89.99', '85.10']);
  const lines = buildChart(sampleFigures, { source: 'movementLines', sequenceCode: null, places: 2 });
  expect(lines.series.map(({ name, values }) => [name, values])).toEqual([
    ['城东派出所', ['2', '1']],
    ['城西派出所', ['1', '2']],
  ]);
});

test.each(kinds)('P15 the template of %s is complete: it fills without an unknown place', async (kind) => {
  const content = await defaultTemplate(kind);
  const figures = { ...sampleFigures, corrected: { number: '甲公考〔2026〕4号', title: '某通报' } };
  const resolved = resolveDocument(content, figures);
  expect(resolved.unknown).toEqual([]);
  expect(bulletins.bulletinDocument.parse(resolved.document).title).not.toContain('{');
  const refused = findFindings(content, resolved, figures, []).filter(({ weight }) => weight === 'refuse');
  // What was wrong and why is for the office to write.
  expect(refused.map(({ code }) => code)).toEqual(kind === 'correction' ? ['empty'] : []);
});

test('P15 annexes are numbered only when there are several, and listed as they are titled', async () => {
  const { document } = resolveDocument(await defaultTemplate('monthly'), sampleFigures);
  expect(document.annexes).toEqual(['2026年9月各单位考核排名', '2026年9月各单位分模块得分']);
  const one = resolveDocument(await defaultTemplate('quarterly'), sampleFigures).document;
  expect(one.blocks.find(({ type }) => type === 'annex')).toMatchObject({ ordinal: null });
});

const examine = (blocks: bulletins.BulletinBlock[], stale: string[] = []) => {
  const content = { title: '题', addressee: '各单位', copies: '', blocks };
  return findFindings(content, resolveDocument(content, sampleFigures), sampleFigures, stale).map(
    ({ code, weight }) => [code, weight],
  );
};

test('§17 discipline, health and family beside an officer’s name are refused, alone they are not', () => {
  const words = ['受到警告处分', '因病假', '正在住院', '因离婚', '被立案'];
  for (const text of words) {
    expect(examine([{ type: 'paragraph', key: 'a', text: `李某${text}` }])).toContainEqual([
      'privacy',
      'refuse',
    ]);
    expect(examine([{ type: 'paragraph', key: 'a', text: `三个单位${text}` }])).toEqual([]);
  }
});

test('§17 a name among the last wants a reason, one among the first does not', () => {
  expect(examine([{ type: 'paragraph', key: 'a', text: '请向李某学习' }])).toEqual([]);
  expect(examine([{ type: 'paragraph', key: 'a', text: '赵某名次靠后' }])).toEqual([['naming', 'confirm']]);
});

test('P15 figures that have changed since stop the submission', () => {
  expect(examine([{ type: 'paragraph', key: 'a', text: '正文' }], ['“2026年9月”重新计算过。'])).toEqual([
    ['stale', 'refuse'],
  ]);
});

test('P15 copies are filled in and kept without the label and the full stop that the imprint sets', async () => {
  const template = await defaultTemplate('monthly');
  const copiesOf = (copies: string) =>
    resolveDocument({ ...template, copies }, sampleFigures).document.copies;
  expect(template.copies).toBe('');
  expect(copiesOf('抄送：市局考核办，县委办公室。')).toBe('市局考核办，县委办公室');
  expect(copiesOf(' {单位}各科室\n县委办公室 ')).toBe('甲县公安局各科室，县委办公室');
});
