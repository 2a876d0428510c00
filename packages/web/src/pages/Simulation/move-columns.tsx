import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons';
import type { simulations } from '@mingji/contract';
import type { DataColumn } from '../../components/data-column.ts';
import { PointsText } from '../../components/points-text.tsx';
import { scoreWords } from '../../components/score-text.tsx';
import { CauseList, type Changes } from './cause-list.tsx';
import styles from './simulation.module.css';

type Row = simulations.SubjectMoveView;

/** Who, from what to what, and why. */
export function moveColumns(kind: Row['subjectKind'], graded: boolean, changes: Changes): DataColumn<Row>[] {
  return [
    {
      key: 'name',
      title: kind === 'unit' ? '单位' : '姓名',
      width: kind === 'unit' ? 190 : 96,
      fixed: 'left',
      shown: 'always',
      render: (row) => row.name,
    },
    {
      key: 'code',
      title: kind === 'unit' ? '机构代码' : '警号',
      width: 110,
      shown: 'hidden',
      render: (row) => <span className="mj-number">{row.code}</span>,
    },
    ...(kind === 'unit'
      ? []
      : [{ key: 'unit', title: '所在单位', width: 170, render: (row: Row) => row.unitName }]),
    { key: 'score', title: '得分', width: 140, align: 'right', render: (row) => <Scores row={row} /> },
    {
      key: 'difference',
      title: '变动',
      width: 84,
      align: 'right',
      shown: 'always',
      render: (row) => <Difference row={row} />,
    },
    { key: 'rank', title: '名次', width: 116, align: 'center', render: (row) => <Ranks row={row} /> },
    ...(graded
      ? [{ key: 'grade', title: '等次', width: 130, render: (row: Row) => <Grades row={row} /> }]
      : []),
    {
      key: 'causes',
      title: '变动原因',
      width: 380,
      render: (row) => <CauseList move={row} changes={changes} />,
    },
  ];
}

const Arrow = () => <span className={styles.arrow}>→</span>;

function Scores({ row }: { readonly row: Row }) {
  return (
    <span className="mj-number">
      <span className={styles.was}>{scoreWords(row.before)}</span>
      <Arrow />
      {scoreWords(row.after)}
    </span>
  );
}

function Difference({ row }: { readonly row: Row }) {
  if (row.difference === null) return <span className="mj-quiet">不可比</span>;
  return (
    <strong className="mj-number">
      <PointsText points={row.difference} />
    </strong>
  );
}

function Ranks({ row }: { readonly row: Row }) {
  const [was, is] = [row.before.rank, row.after.rank];
  if (was === is) return <span className="mj-quiet">{was === null ? '不排名' : `${was}（不变）`}</span>;
  return (
    <span className="mj-number">
      <span className={styles.was}>{was ?? '不排名'}</span>
      <Arrow />
      {is ?? '不排名'}{' '}
      {was !== null &&
        is !== null &&
        (is < was ? <CaretUpOutlined aria-label="上升" /> : <CaretDownOutlined aria-label="下降" />)}
    </span>
  );
}

function Grades({ row }: { readonly row: Row }) {
  const [was, is] = [row.before.grade ?? '无等次', row.after.grade ?? '无等次'];
  if (was === is) return <span className="mj-quiet">{is}</span>;
  return (
    <>
      <span className={styles.was}>{was}</span>
      <Arrow />
      <strong>{is}</strong>
    </>
  );
}

interface MoveCardProps {
  readonly row: Row;
  readonly graded: boolean;
  readonly changes: Changes;
}

/** One move for the thumb. */
export function MoveCard({ row, graded, changes }: MoveCardProps) {
  return (
    <div className={styles.moveCard}>
      <div className={styles.moveHead}>
        <span>
          <span className={styles.who}>{row.name}</span>{' '}
          {row.subjectKind === 'officer' && <small className="mj-quiet">{row.unitName}</small>}
        </span>
        <Difference row={row} />
      </div>
      <div>
        得分 <Scores row={row} />
        {'　'}名次 <Ranks row={row} />
      </div>
      {graded && (
        <div>
          等次 <Grades row={row} />
        </div>
      )}
      <CauseList move={row} changes={changes} />
    </div>
  );
}
