import { ExclamationCircleFilled } from '@ant-design/icons';
import { groupedQuantity } from '../../app/format-points.ts';
import styles from './targets.module.css';
import type { Target } from './texts.ts';

/** What is not yet handed down; an over-split with its reason, or with the demand for one. */
export function RestText({ figures }: { readonly figures: Target['figures'] }) {
  const rest = figures.notYetHandedDown;
  if (!rest.startsWith('-')) {
    return rest === '0' ? (
      <span className="mj-quiet">0</span>
    ) : (
      <span className={styles.waiting}>{groupedQuantity(rest)}</span>
    );
  }
  return (
    <span
      className={styles.over}
      title={figures.overSplitReason ?? '上级数量减少后形成，请重新分解或说明理由'}
    >
      <ExclamationCircleFilled aria-hidden /> 超额 {groupedQuantity(rest.slice(1))}
      <br />
      <small>{figures.overSplitReason ?? '未说明理由'}</small>
    </span>
  );
}
