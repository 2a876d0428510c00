import type { imports } from '@mingji/contract';
import type { DataColumn } from '../../components/data-column.ts';
import { StatusTag } from '../../components/status-tag.tsx';
import { CellEditor } from './cell-editor.tsx';
import styles from './imports.module.css';
import type { RowActs } from './rows-step.tsx';
import { verdictStates } from './texts.ts';

const widths: Readonly<Record<string, number>> = {
  unit: 150,
  name: 120,
  birth: 110,
  joined: 110,
  rank: 130,
  insignia: 100,
  politics: 100,
  post: 120,
  remark: 140,
  sex: 60,
  serial: 64,
  policeNo: 100,
  idNo: 180,
  rule: 260,
  item: 120,
  position: 110,
  explanation: 180,
  indicator: 150,
};
const NARROW_FROM = 10;

/** Columns as the file's kind has them; the row's number, verdict and problems stay in sight at the left. */
export function rowColumns(
  sample: imports.ImportRow | undefined,
  acts: RowActs,
): DataColumn<imports.ImportRow>[] {
  const cells = sample?.cells ?? [];
  return [
    {
      key: 'row',
      title: '行',
      width: 64,
      fixed: 'left',
      shown: 'always',
      render: (row) => (
        <span className="mj-number">
          {row.row}
          {row.hidden && <span className="mj-quiet">隐</span>}
        </span>
      ),
    },
    {
      key: 'verdict',
      title: '核对结果',
      width: 130,
      fixed: 'left',
      shown: 'always',
      render: (row) =>
        row.skipped ? <span>已跳过</span> : <StatusTag map={verdictStates} state={row.verdict} />,
    },
    {
      key: 'problems',
      title: '问题与建议',
      width: 330,
      shown: 'always',
      render: (row) => <Problems row={row} acts={acts} />,
    },
    ...cells.map(({ field, label }) => ({
      key: field,
      title: label,
      width: widths[field] ?? (cells.length > NARROW_FROM ? 100 : 130),
      render: (row: imports.ImportRow) => <CellEditor row={row} field={field} acts={acts} />,
    })),
    {
      key: 'acts',
      title: '操作',
      width: 64,
      fixed: 'right',
      shown: 'always',
      render: (row) =>
        acts.open && row.verdict !== 'not-a-person' ? (
          <button type="button" className="mj-link" onClick={() => void acts.skip([row], !row.skipped)}>
            {row.skipped ? '恢复' : '跳过'}
          </button>
        ) : null,
    },
  ];
}

function Problems({ row, acts }: { readonly row: imports.ImportRow; readonly acts: RowActs }) {
  return (
    <ul className={styles.problems}>
      {row.problems.map((problem) => (
        <li key={problem.key}>
          <span className={problem.severity === 'error' ? styles.error : problem.accepted ? 'mj-quiet' : ''}>
            {problem.message}
          </span>
          {problem.severity === 'repair' && acts.open && !row.skipped && (
            <>
              {' '}
              <button
                type="button"
                className="mj-link"
                onClick={() => void acts.acceptOne(row, problem, !problem.accepted)}
              >
                {problem.accepted ? '撤回' : '接受'}
              </button>
            </>
          )}
          {problem.suggestions.length > 0 && acts.open && problem.field && (
            <span className={styles.suggestions}>
              <span className="mj-quiet">可能是</span>
              {problem.suggestions.map((suggestion) => (
                <button
                  type="button"
                  key={suggestion}
                  className="mj-link"
                  onClick={() => void acts.edit(row, problem.field ?? '', suggestion)}
                >
                  {suggestion}
                </button>
              ))}
            </span>
          )}
        </li>
      ))}
      {row.notes.map((note) => (
        <li key={note} className="mj-quiet">
          {note}
        </li>
      ))}
    </ul>
  );
}
