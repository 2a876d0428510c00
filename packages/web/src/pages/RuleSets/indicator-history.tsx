import { ruleSets } from '@mingji/contract';
import { Link } from '@tanstack/react-router';
import { Drawer } from 'antd';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useIsPhone } from '../../app/use-is-phone.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { PointsText } from '../../components/points-text.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import styles from './indicator-history.module.css';
import { clausePath, spanWords } from './indicator-place.ts';
import { standings } from './indicator-search.ts';

type History = ReturnType<typeof ruleSets.getIndicatorHistory.response.parse>;

interface IndicatorHistoryProps {
  /** Null: closed. */
  readonly at: { readonly ruleSetId: string; readonly code: string } | null;
  readonly onClose: () => void;
}

/** One indicator over the years: what it said, what changed when, and what was booked on it (P12). */
export function IndicatorHistory({ at, onClose }: IndicatorHistoryProps) {
  const phone = useIsPhone();
  const query = useEndpoint(ruleSets.getIndicatorHistory, at && { params: at });
  const history = query.data;
  const name = history?.versions.find(({ indicator }) => indicator)?.indicator?.name;
  return (
    <Drawer
      open={at !== null}
      onClose={onClose}
      size={phone ? '100%' : 760}
      title={name ? `${name} · 沿革与使用` : '指标沿革与使用'}
    >
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : history ? (
        <>
          <p className="mj-quiet" style={{ marginTop: 0 }}>
            {history.ruleSetName}
          </p>
          <h3 className={styles.heading}>历次版本</h3>
          {history.versions.map((version) => (
            <Version key={version.versionId} version={version} />
          ))}
          <h3 className={styles.heading}>使用情况</h3>
          <Uses uses={history.uses} />
        </>
      ) : (
        <LoadingState />
      )}
    </Drawer>
  );
}

function Version({ version }: { readonly version: History['versions'][number] }) {
  const { indicator, changes, targets } = version;
  return (
    <section className={styles.version}>
      <header className={styles.head}>
        <Link to={`/rule-sets/${version.versionId}`}>第 {version.version} 版</Link>
        <StatusTag map={standings} state={version.standing} />
        <span className="mj-quiet">{spanWords(version)}</span>
      </header>
      {changes.length > 0 && (
        <ul className={styles.changes}>
          {changes.map((change) => (
            <li key={change.label}>
              {change.label}：<del>{change.old}</del> → <ins>{change.new}</ins>
            </li>
          ))}
        </ul>
      )}
      {indicator === null ? (
        <p className="mj-quiet">本版没有此项指标。</p>
      ) : (
        <>
          <p className={styles.clause}>
            <Link to={clausePath({ versionId: version.versionId, clauseId: indicator.clauseId })}>
              {indicator.clauseText}
            </Link>
          </p>
          <p className={styles.facts}>
            {indicator.place}，{indicator.familyName}，{indicator.marks ? `${indicator.marks} 分，` : ''}归口
            {indicator.owner}
            {indicator.evidence && `，证明材料：${indicator.evidence}`}
          </p>
          <p className={styles.facts}>{indicator.rule.join('；')}</p>
        </>
      )}
      {targets.length > 0 && (
        <p className={styles.facts}>
          下达目标：{targets.map(({ year, quantity }) => `${year} 年 ${quantity}`).join('，')}
        </p>
      )}
    </section>
  );
}

function Uses({ uses }: Pick<History, 'uses'>) {
  if (uses === null) return <p className="mj-quiet">您没有查看记分台账的权限。</p>;
  if (uses.length === 0) {
    return <EmptyState title="还没有记分" how="在您可查看的范围内，有人因此项指标记分后列在这里。" />;
  }
  return (
    <table className={styles.uses}>
      <thead>
        <tr>
          <th scope="col">周期</th>
          <th scope="col">版本</th>
          <th scope="col">记分条数</th>
          <th scope="col">涉及对象</th>
          <th scope="col">累计记分</th>
        </tr>
      </thead>
      <tbody>
        {uses.map((use) => (
          <tr key={use.periodId}>
            <th scope="row">{use.periodLabel}</th>
            <td>第 {use.version} 版</td>
            <td>{use.entries}</td>
            <td>{use.subjects}</td>
            <td>{use.points === null ? '只记数量' : <PointsText points={use.points} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
