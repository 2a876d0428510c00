import type { bulletins } from '@mingji/contract';
import type { FigureRow, FigureSequence, Figures } from '../figures/figures.ts';
import { movementText, placesWon, rowsOf, scoreText, sequencesFor } from './figure-rows.ts';
import { firstAndLastRows } from './first-and-last-rows.ts';
import { belowRedLine, withoutWork } from './named-lists.ts';
import { sourceNote } from './source-note.ts';

type TableBlock = Extract<bulletins.DocumentBlock, { type: 'table' }>;
type Column = TableBlock['columns'][number];
export interface BuiltTable extends Pick<TableBlock, 'columns' | 'rows' | 'emptyText' | 'note'> {}

const place: Column = { heading: '名次', width: 4, align: 'center' };
const who: Column = { heading: '单位', width: 13, align: 'left' };
const score: Column = { heading: '得分', width: 6, align: 'right' };
const before: Column = { heading: '上期名次', width: 6, align: 'center' };
const moved: Column = { heading: '升降', width: 4, align: 'center' };
const sequenceColumn: Column = { heading: '序列', width: 12, align: 'left' };

function rankText({ rank, suspended }: FigureRow): string {
  if (suspended) return '复议中';
  return rank === null ? '—' : String(rank);
}
const beforeText = ({ previousRank }: FigureRow) => (previousRank === null ? '—' : String(previousRank));

/** Rows of each sequence; a column tells the sequence where there are several. */
interface Listing {
  readonly columns: readonly Column[];
  readonly cells: (row: FigureRow) => readonly string[];
  readonly choose?: (rows: readonly FigureRow[]) => readonly FigureRow[];
}

function listed(
  figures: Figures,
  sequences: readonly FigureSequence[],
  listing: Listing,
): Omit<BuiltTable, 'note'> {
  const several = sequences.length > 1;
  const rows = sequences.flatMap((sequence) =>
    (listing.choose ?? ((all) => all))(rowsOf(figures, sequence)).map((row) => [
      ...(several ? [sequence.name] : []),
      ...listing.cells(row),
    ]),
  );
  return {
    columns: [...(several ? [sequenceColumn] : []), ...listing.columns],
    rows,
    emptyText: rows.length === 0 ? '没有可列的对象。' : null,
  };
}

/** The table a block asks for, out of the figures alone. Statuses of persons, sick leave or inquiries, are in none. */
export function buildTable(figures: Figures, data: bulletins.TableSource): BuiltTable {
  return { note: sourceNote(figures), ...byKind(figures, data) };
}

function byKind(figures: Figures, data: bulletins.TableSource): Omit<BuiltTable, 'note'> & { note?: string } {
  switch (data.source) {
    case 'ranking':
      return listed(figures, sequencesFor(figures, 'unit', data.sequenceCode), {
        columns: [place, who, score, before, moved],
        cells: (row) => [rankText(row), row.name, scoreText(row), beforeText(row), movementText(row)],
      });
    case 'moduleScores':
      return moduleScores(figures, data.sequenceCode);
    case 'extremes':
      return extremes(figures, data);
    case 'redLine':
      return redLine(figures, data.subjectKind);
    case 'zeroList':
      return zeroTable(figures, data.subjectKind);
    case 'supervision':
      return supervision(figures);
    case 'movement':
      return listed(figures, sequencesFor(figures, 'unit', data.sequenceCode), {
        columns: [who, place, before, moved, score],
        cells: (row) => [row.name, rankText(row), beforeText(row), movementText(row), scoreText(row)],
        choose: (rows) =>
          rows
            .filter((row) => (placesWon(row) ?? 0) !== 0)
            .sort((a, b) => (placesWon(b) ?? 0) - (placesWon(a) ?? 0)),
      });
    case 'byPeriod':
      return listed(figures, sequencesFor(figures, 'unit', data.sequenceCode), {
        columns: [
          place,
          who,
          ...figures.sources.map(({ label }): Column => ({ heading: label, width: 6, align: 'right' })),
          { ...score, heading: figures.sources.length > 1 ? '汇总' : '得分' },
        ],
        cells: (row) => [rankText(row), row.name, ...row.byPeriod.map((each) => each ?? '—'), scoreText(row)],
      });
  }
}

function moduleScores(figures: Figures, sequenceCode: string | null): Omit<BuiltTable, 'note'> {
  const table = listed(figures, sequencesFor(figures, 'unit', sequenceCode), {
    columns: [
      place,
      who,
      ...figures.modules.map(({ name }): Column => ({ heading: name, width: 6, align: 'right' })),
      { ...score, heading: '合计' },
    ],
    cells: (row) => [
      rankText(row),
      row.name,
      ...figures.modules.map((_module, index) => row.modules[index] ?? '—'),
      scoreText(row),
    ],
  });
  if (figures.sources.length < 2) return table;
  return { ...table, rows: [], emptyText: '几个周期汇总的通报不列分模块得分，请改用“各期得分汇总”。' };
}

type Extremes = Extract<bulletins.TableSource, { source: 'extremes' }>;
function extremes(figures: Figures, data: Extremes): Omit<BuiltTable, 'note'> {
  const officer = data.subjectKind === 'officer';
  const listing = (heading: string, pick: 'first' | 'last') => ({
    columns: [
      { heading: '类别', width: 5, align: 'center' as const },
      place,
      ...(officer
        ? [
            { ...who, heading: '姓名', width: 6 },
            { ...who, heading: '所在单位' },
          ]
        : [who]),
      score,
    ],
    cells: (row: FigureRow) => [
      heading,
      rankText(row),
      row.name,
      ...(officer ? [row.unitName] : []),
      scoreText(row),
    ],
    choose: (rows: readonly FigureRow[]) => firstAndLastRows(rows, data.places)[pick],
  });
  const sequences = sequencesFor(figures, data.subjectKind, data.sequenceCode);
  const first = listed(figures, sequences, listing(`前${data.places}名`, 'first'));
  const last = listed(figures, sequences, listing(`后${data.places}名`, 'last'));
  const rows = [...(data.which === 'last' ? [] : first.rows), ...(data.which === 'first' ? [] : last.rows)];
  return { columns: first.columns, rows, emptyText: rows.length === 0 ? '没有可列的对象。' : null };
}

const subjectColumns = (kind: 'unit' | 'officer'): Column[] =>
  kind === 'unit'
    ? [who]
    : [
        { ...who, heading: '姓名', width: 6 },
        { ...who, heading: '所在单位' },
      ];
const subjectCells = (row: FigureRow) => (row.kind === 'unit' ? [row.name] : [row.name, row.unitName]);

function redLine(figures: Figures, kind: 'unit' | 'officer'): Omit<BuiltTable, 'note'> {
  const rows = belowRedLine(figures, kind).map((row) => [...subjectCells(row), scoreText(row)]);
  const none = figures.redLine?.kinds.includes(kind)
    ? `没有低于红线（${figures.redLine.below}分）的${kind === 'unit' ? '单位' : '民警'}。`
    : `办法没有为${kind === 'unit' ? '单位' : '民警'}划定红线。`;
  return { columns: [...subjectColumns(kind), score], rows, emptyText: rows.length === 0 ? none : null };
}

function zeroTable(figures: Figures, kind: 'unit' | 'officer'): Omit<BuiltTable, 'note'> & { note: string } {
  const { listed: found, unknown } = withoutWork(figures, kind);
  const rows = found.map(subjectCells);
  const note = sourceNote(figures);
  return {
    columns: subjectColumns(kind),
    rows,
    emptyText: rows.length === 0 ? `没有列入清零名单的${kind === 'unit' ? '单位' : '民警'}。` : null,
    note: unknown === 0 ? note : `${note}另有${unknown}名民警没有被采纳的工作、出勤天数待核实，未列名。`,
  };
}

function supervision(figures: Figures): Omit<BuiltTable, 'note'> {
  const count = (heading: string): Column => ({ heading, width: 5, align: 'right' });
  return {
    columns: [who, ...['下达目标', '已查收', '报送', '已采纳', '退回', '待审核'].map(count)],
    rows: figures.supervision.map((row) => [
      row.name,
      ...[row.issued, row.opened, row.reported, row.accepted, row.returned, row.waiting].map(String),
    ]),
    emptyText: figures.supervision.length === 0 ? '下级单位没有目标任务和报送。' : null,
  };
}
