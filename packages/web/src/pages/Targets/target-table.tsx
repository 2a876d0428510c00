import { Button } from 'antd';
import { groupedQuantity } from '../../app/format-points.ts';
import { useIsPhone } from '../../app/use-is-phone.ts';
import { DateText } from '../../components/date-text.tsx';
import { ProgressBar } from './progress-bar.tsx';
import { RestText } from './rest-text.tsx';
import { RootActions } from './root-actions.tsx';
import { TargetCards } from './target-cards.tsx';
import styles from './targets.module.css';
import { type Target, texts } from './texts.ts';

interface TargetTableProps {
  readonly targets: readonly Target[];
  /** Left out where nothing is handed down any further. */
  readonly onDecompose?: (targetId: string) => void;
}

/** Targets with the balance of each: issued, handed down, kept, not yet handed down, done. */
export function TargetTable({ targets, onDecompose }: TargetTableProps) {
  const phone = useIsPhone();
  if (phone) return <TargetCards targets={targets} {...(onDecompose ? { onDecompose } : {})} />;
  const split = onDecompose !== undefined;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>指标</th>
            <th>计量</th>
            <th>下达</th>
            {split && (
              <>
                <th>已分解</th>
                <th>自留</th>
                <th>未分解</th>
              </>
            )}
            <th>完成</th>
            {split && <th>操作</th>}
          </tr>
        </thead>
        <tbody>
          {targets.map((target) => (
            <tr key={target.id}>
              <td title={target.indicator.clauseText} className={styles.name}>
                <strong>{target.indicator.name}</strong>
                <div className="mj-quiet">{target.indicator.itemName}</div>
              </td>
              <td>{target.indicator.measureUnit ?? '—'}</td>
              <td className={styles.number}>
                {groupedQuantity(target.figures.issued)}
                {target.revision > 1 && <div className="mj-quiet">第 {target.revision} 次下达</div>}
                {target.parentId !== null && <Opened at={target.openedAt} />}
              </td>
              {split && (
                <>
                  <td className={styles.number}>{groupedQuantity(target.figures.handedDown)}</td>
                  <td className={styles.number}>{groupedQuantity(target.figures.kept)}</td>
                  <td className={styles.rest}>
                    <RestText figures={target.figures} />
                  </td>
                </>
              )}
              <td>
                <ProgressBar {...target.figures} />
              </td>
              {split && (
                <td className={styles.actions}>
                  <Button
                    size="small"
                    type={target.canDecompose ? 'primary' : 'default'}
                    ghost={target.canDecompose}
                    onClick={() => onDecompose(target.id)}
                  >
                    {target.canDecompose ? texts.decompose : '查看分解'}
                  </Button>
                  {target.canChange && <RootActions target={target} />}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** P10: whether the holder has read it. What the root holds was issued by its own office. */
function Opened({ at }: { readonly at: string | null }) {
  return at === null ? (
    <div className={styles.waiting}>未查收</div>
  ) : (
    <div className="mj-quiet">
      <DateText value={at} dayOnly /> 查收
    </div>
  );
}
