import type { results } from '@mingji/contract';
import type { DataColumn } from '../../components/data-column.ts';
import { GradeText } from '../../components/grade-text.tsx';
import { ScoreText } from '../../components/score-text.tsx';
import { LookTag } from '../../components/status-tag.tsx';
import { RankMove } from './rank-move.tsx';

type Row = results.RankingRow;

interface ColumnsWish {
  readonly kind: Row['subjectKind'];
  readonly items: readonly { readonly code: string; readonly name: string; readonly marks: string | null }[];
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
  previousLabel,
  withItems,
  graded,
  onWhy,
}: ColumnsWish): DataColumn<Row>[] {
  return [
    {
      key: 'rank',
      title: '名次',
      fixed: 'left',
      width: 92,
      align: 'center',
      sortable: true,
      shown: 'always',
      render: rankText,
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
    {
      key: 'score',
      title: '得分',
      width: 100,
      align: 'right',
      sortable: true,
      shown: 'always',
      render: (row) => <ScoreText score={row.score} {...(row.mayOpen ? { onWhy: () => onWhy(row) } : {})} />,
    },
    ...(graded
      ? [{ key: 'grade', title: '等次', width: 140, render: (row: Row) => <GradeText grade={row.grade} /> }]
      : []),
    ...items.map(
      (item, index): DataColumn<Row> => ({
        key: `item.${item.code}`,
        title: item.marks === null ? item.name : `${item.name}（${item.marks}）`,
        width: 104,
        align: 'right',
        ...(index >= 8 || !withItems ? { shown: 'hidden' } : {}),
        render: (row) => itemText(row, index),
      }),
    ),
  ];
}

function rankText(row: Row) {
  if (row.rank === null) return <span className="mj-quiet">不排名</span>;
  return (
    <span className="mj-number">
      <strong>{row.rank}</strong>
      <span className="mj-quiet"> / {row.rankOf}</span>
    </span>
  );
}

function codeText(row: Row) {
  return <span className="mj-number">{row.code}</span>;
}

function sequenceText(row: Row) {
  if (!row.sequenceName) return <span className="mj-quiet">未编入序列</span>;
  return row.groupCode ? `${row.sequenceName} ${row.groupCode} 组` : row.sequenceName;
}

/** What the reader may not see has no cell value; it is not a score of any kind. */
function itemText(row: Row, index: number) {
  const score = row.items[index];
  return score ? <ScoreText score={score} /> : <span className="mj-quiet">—</span>;
}

export function Subject({ row }: { readonly row: Row }) {
  return (
    <>
      {row.name}
      {row.mine && (
        <>
          {' '}
          <LookTag look="running" label={row.subjectKind === 'unit' ? '本单位' : '本人'} />
        </>
      )}
    </>
  );
}
