import { type conservation, toText } from '@mingji/engine';
import { classNames } from '../../components/class-names.ts';
import bar from './balance-bar.module.css';
import { shareOf } from './split-plan.ts';
import styles from './targets.module.css';

interface BalanceBarProps {
  readonly sums: ReturnType<typeof conservation>;
  readonly measure: string;
}

/** X5: the balance while it is typed. The striped rest is what nobody has yet. */
export function BalanceBar({ sums, measure }: BalanceBarProps) {
  const text = { issued: toText(sums.issued), handed: toText(sums.handedDown), kept: toText(sums.kept) };
  const over = sums.state === 'overSplit';
  return (
    <div className={bar.balance} role="status">
      <div className={bar.figures}>
        <span>
          下达 <strong>{text.issued}</strong>
          {measure}
        </span>
        <span>
          分解 <strong>{text.handed}</strong>
        </span>
        <span>
          自留 <strong>{text.kept}</strong>
        </span>
        <span className={over ? styles.over : sums.state === 'balanced' ? undefined : styles.waiting}>
          <strong>{sums.message}</strong>
        </span>
      </div>
      <div className={bar.balanceBar} aria-hidden>
        <div
          className={classNames(over ? bar.overBar : bar.handed)}
          style={{ width: `${shareOf(text.handed, text.issued)}%` }}
        />
        <div className={bar.kept} style={{ width: `${shareOf(text.kept, text.issued)}%` }} />
      </div>
    </div>
  );
}
