import type { results } from '@mingji/contract';
import { Link } from '@tanstack/react-router';
import type { DataColumn } from '../../components/data-column.ts';
import { GradeText } from '../../components/grade-text.tsx';
import { ScoreText } from '../../components/score-text.tsx';
import { LookTag } from '../../components/status-tag.tsx';
import { RankMove } from './rank-move.tsx';
import { AheadOf, RankingPlace } from './ranking-place.tsx';

type Row = results.RankingRow;

interface ColumnsWish {
  readonly kind: Row['subjectKind'];
  readonly items: readonly results.PartColumn[];
  readonly modules: readonly results.PartColumn[];
  /** The part ranked by: its place and points come first. */
  readonly part: results.PartColumn | null;
  readonly previousLabel: string | null;
  /** The reader may see the detail of somebody on this page; else the item columns are not shown at first (§17). */
  readonly withItems: boolean;
  readonly graded: boolean;
  readonly onWhy: (row: Row) => void;
}

/** Rank, who, score, and a column for each item of the rule set; beyond eight items the rest is chosen. */
export function rankingColumns({
  kind,
  items,
  modules,
  part,
  previousLabel,
  withItems,
  graded,
  onWhy,
}: ColumnsWish): DataColumn<Row>[] {
  return [
    {
      key: 'rank',
      title: part ? '单项名次' : '名次',
      fixed: 'left',
      width: 92,
      align: 'center',
      sortable: true,
      shown: 'always',
      render: (row) => <RankingPlace place={row.part ?? row} />,
    },
    {
      key: 'name',
      title: kind === 'unit' ? '单位' : '姓名',
      width: kind === 'unit' ? 190 : 120,
      fixed: 'left',
      sortable: true,
      shown: 'always',
      render: (row) => <Subject row={row} />,
    },
    {
      key: 'move',
      title: '较上期',
      width: 80,
      align: 'center',
      render: (row) => <RankMove row={row} previousLabel={previousLabel} />,
    },
    {
      key: 'ahead',
      title: '领先其余',
      width: 92,
      align: 'right',
      shown: 'hidden',
      render: (row) => <AheadOf place={row} />,
    },
    {
      key: 'code',
      title: kind === 'unit' ? '机构代码' : '警号',
      width: 120,
      shown: 'hidden',
      render: codeText,
    },
    ...(kind === 'unit'
      ? []
      : [{ key: 'unit', title: '所在单位', width: 180, sortable: true, render: (row: Row) => row.unitName }]),
    { key: 'sequence', title: '序列', width: 160, render: sequenceText },
    ...(part ? partColumns(part) : []),
    {
      key: part ? 'total' : 'score',
      title: part ? '总得分' : '得分',
      width: 100,
      align: 'right',
      sortable: part === null,
      shown: 'always',
      render: (row) => <ScoreText score={row.score} {...(row.mayOpen ? { onWhy: () => onWhy(row) } : {})} />,
    },
    ...(graded
      ? [{ key: 'grade', title: '等次', width: 140, render: (row: Row) => <GradeText grade={row.grade} /> }]
      : []),
    // One module is the whole: its column would repeat the score.
    ...(modules.length > 1 ? modules : []).map((module, index) =>
      pointsColumn(`module.${module.code}`, module, withItems, (row) => row.modules[index]),
    ),
    ...items.map((item, index) =>
      pointsColumn(
        `item.${item.code}`,
        item,
        withItems && modules.length < 2 && index < 8,
        (row) => row.items[index],
      ),
    ),
  ];
}

/** The place in the whole stands beside the place by the part: one alone could be taken for the other. */
function partColumns(part: results.PartColumn): DataColumn<Row>[] {
  return [
    {
      key: 'score',
      title: titleOf(part),
      width: 120,
      align: 'right',
      sortable: true,
      shown: 'always',
      render: (row) => (row.part ? <ScoreText score={row.part.score} /> : null),
    },
    {
      key: 'totalRank',
      title: '总分名次',
      width: 92,
      align: 'center',
      shown: 'always',
      render: (row) => <RankingPlace place={row} />,
    },
  ];
}

function pointsColumn(
  key: string,
  part: results.PartColumn,
  shown: boolean,
  scoreOf: (row: Row) => results.ScoreView | null | undefined,
): DataColumn<Row> {
  return {
    key,
    title: titleOf(part),
    width: 104,
    align: 'right',
    ...(shown ? {} : { shown: 'hidden' }),
    render: (row) => pointsText(scoreOf(row)),
  };
}

function titleOf({ name, marks }: results.PartColumn): string {
  return marks === null ? name : `${name}（${marks}）`;
}

function codeText(row: Row) {
  return <span className="mj-number">{row.code}</span>;
}

function sequenceText(row: Row) {
  if (!row.sequenceName) return <span className="mj-quiet">未编入序列</span>;
  return row.groupCode ? `${row.sequenceName} ${row.groupCode} 组` : row.sequenceName;
}

/** What the reader may not see has no cell value; it is not a score of any kind. */
function pointsText(score: results.ScoreView | null | undefined) {
  return score ? <ScoreText score={score} /> : <span className="mj-quiet">—</span>;
}

export function Subject({ row }: { readonly row: Row }) {
  return (
    <>
      {row.subjectKind === 'unit' ? (
        <Link to="/units/$unitId" params={{ unitId: row.subjectId }}>
          {row.name}
        </Link>
      ) : (
        row.name
      )}
      {row.mine && (
        <>
          {' '}
          <LookTag look="running" label={row.subjectKind === 'unit' ? '本单位' : '本人'} />
        </>
      )}
    </>
  );
}
