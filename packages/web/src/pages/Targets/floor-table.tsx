import { ExclamationCircleFilled } from '@ant-design/icons';
import type { targets } from '@mingji/contract';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { groupedQuantity } from '../../app/format-points.ts';
import { useAbility } from '../../app/session.tsx';
import { useIsPhone } from '../../app/use-is-phone.ts';
import { CountBar } from './count-bar.tsx';
import { type FloorState, shownRows } from './floor-state.ts';
import { ProgressBar } from './progress-bar.tsx';
import styles from './targets.module.css';

type Row = targets.FloorRow;
interface FloorTableProps {
  readonly progress: z.infer<typeof targets.floorProgress>;
  readonly state: FloorState | null;
  /** One indicator is looked at: its quantities are shown, lateness is told for all together only. */
  readonly oneIndicator: boolean;
  readonly ruleSetId?: string | undefined;
  readonly onUnit: (unitId: string) => void;
  readonly onOfficer: (officerId: string) => void;
}

/** Everybody directly below, and the whole that is their sum (P10). */
export function FloorTable(props: FloorTableProps) {
  const { progress, state, oneIndicator } = props;
  const phone = useIsPhone();
  const rows = shownRows(progress.rows, state);
  const all = shownRows(progress.rows, null).length;
  if (phone) {
    return (
      <ul className={styles.cards}>
        {[progress.total, ...rows].map((row, index) => (
          <li key={row.id ?? `${row.kind} ${index}`} className={styles.card}>
            <div className={styles.cardHead}>
              <Name row={row} whole={index === 0} {...props} />
              <span className="mj-number">{groupedQuantity(row.points)} 分</span>
            </div>
            <div className={styles.cardNumbers}>
              <span>查收 {`${row.opened}/${row.issued}`}</span>
              <span>填报 {row.submitted}</span>
              <span>采纳 {row.accepted}</span>
              <span>退回 {row.returned}</span>
              <Silent row={row} handingIn={progress.handingIn} />
              <Late row={row} />
            </div>
            {oneIndicator && row.quantity !== null && (
              <ProgressBar actual={row.actual ?? '0'} issued={row.quantity} percent={row.percent} />
            )}
          </li>
        ))}
      </ul>
    );
  }
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>单位或民警</th>
            {oneIndicator && <th>数量 · 完成</th>}
            <th>目标查收 / 下达</th>
            <th>采纳 / 填报</th>
            <th>待审</th>
            <th>退回</th>
            {!oneIndicator && <th>逾期</th>}
            <th>已入账得分</th>
          </tr>
        </thead>
        <tbody>
          <Line row={progress.total} whole {...props} />
          {rows.map((row, index) => (
            <Line key={row.id ?? `${row.kind} ${index}`} row={row} whole={false} {...props} />
          ))}
        </tbody>
      </table>
      {state !== null && (
        <p className="mj-quiet">
          筛选出 {rows.length} 行，共 {all} 行；合计为全部下级之和。
        </p>
      )}
    </div>
  );
}

type LineProps = FloorTableProps & { readonly row: Row; readonly whole: boolean };

function Line(props: LineProps) {
  const { row, whole, oneIndicator } = props;
  return (
    <tr className={whole ? styles.total : undefined}>
      <td className={styles.name}>
        <Name {...props} />
      </td>
      {oneIndicator && (
        <td>
          {row.quantity === null ? (
            <span className="mj-quiet">未下达 · 完成 {groupedQuantity(row.actual ?? '0')}</span>
          ) : (
            <>
              <span className="mj-number">{groupedQuantity(row.quantity)}</span>
              <ProgressBar actual={row.actual ?? '0'} issued={row.quantity} percent={row.percent} />
            </>
          )}
        </td>
      )}
      <td>
        <CountBar part={row.opened} whole={row.issued} label="已查收" />
        {row.stuck > 0 && <div className={styles.waiting}>{row.stuck} 项未分解完</div>}
      </td>
      <td>
        <CountBar part={row.accepted} whole={row.submitted} label="已采纳" />
        <Silent row={row} handingIn={props.progress.handingIn} />
      </td>
      <td className={styles.number}>{row.waiting}</td>
      <td className={styles.number}>{row.returned}</td>
      {!oneIndicator && (
        <td className={styles.number}>
          <Late row={row} ruleSetId={props.ruleSetId} />
        </td>
      )}
      <td className={styles.number}>{groupedQuantity(row.points)}</td>
    </tr>
  );
}

function Name({ row, whole, onUnit, onOfficer }: LineProps) {
  const { id } = row;
  if (whole || id === null || row.kind === 'own') {
    return (
      <strong>
        {row.name}
        {whole && row.headCount > 0 && <span className="mj-quiet"> {row.headCount} 人</span>}
      </strong>
    );
  }
  return (
    <>
      <button
        type="button"
        className="mj-link"
        onClick={() => (row.kind === 'unit' ? onUnit(id) : onOfficer(id))}
      >
        {row.name}
      </button>{' '}
      <span className="mj-quiet">{row.kind === 'unit' ? `${row.headCount} 人` : row.position}</span>
    </>
  );
}

/** Who handed in nothing: there is time yet, or it has been missed and stays so. */
function Silent({ row, handingIn }: { readonly row: Row; readonly handingIn: boolean | null }) {
  if (!row.silent) return null;
  const unit = row.kind === 'officer' ? '' : ` ${row.silent}`;
  return handingIn ? (
    <div className={styles.waiting}>尚未填报{unit}</div>
  ) : (
    <div className={styles.over}>逾期未报{unit}</div>
  );
}

/** What is late opens the list it is pressed from. */
function Late({ row, ruleSetId }: { readonly row: Row; readonly ruleSetId?: string | undefined }) {
  const supervises = useAbility('supervision.read');
  if (row.late === null) return null;
  if (row.late === 0) return <span className="mj-quiet">0</span>;
  const text = (
    <span className={styles.over}>
      <ExclamationCircleFilled aria-hidden /> {row.late}
    </span>
  );
  if (!supervises || row.id === null) return text;
  const where = row.kind === 'officer' ? { officerId: row.id } : { unitId: row.id };
  return (
    <Link
      to="/supervision"
      search={{ state: 'late', ...where, ...(ruleSetId ? { ruleSetId } : {}) } as never}
    >
      {text}
    </Link>
  );
}
