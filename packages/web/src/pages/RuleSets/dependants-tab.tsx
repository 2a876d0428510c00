import { CheckCircleOutlined, CloseCircleOutlined } from '@ant-design/icons';
import { ruleSets } from '@mingji/contract';
import { Link } from '@tanstack/react-router';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { Panel } from '../../components/panel.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import styles from './rule-sets.module.css';
import { versionStates } from './texts.ts';

/** §16: the methods under this one, and what does not fit in each of them under this version. */
export function DependantsTab({ version }: { readonly version: ruleSets.VersionView }) {
  const answer = useEndpoint(ruleSets.listDependants, { params: { versionId: version.id } });
  if (answer.error && !answer.data)
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <LoadingState />;
  const { items } = answer.data;
  const broken = items.filter((item) => item.problems.length > 0).length;
  if (items.length === 0) {
    return (
      <EmptyState
        title="没有依据本办法制定的下级办法"
        how="下级单位以本办法为上级办法制定的办法列在这里；本办法出新版时，逐个说明哪些规定不再相符。"
      />
    );
  }
  return (
    <Panel title={`${items.length} 个下级办法，换用本版后 ${broken} 个有不符之处`}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th style={{ width: '30%' }}>下级办法</th>
            <th style={{ width: '16%' }}>制定单位</th>
            <th style={{ width: 110 }}>现依据</th>
            <th>换用第 {version.version} 版后</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <DependantRow key={item.versionId} item={item} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function DependantRow({ item }: { readonly item: ruleSets.Dependant }) {
  return (
    <tr>
      <td data-label="">
        <Link to={`/rule-sets/${item.versionId}`}>
          {item.ruleSetName} 第 {item.version} 版
        </Link>{' '}
        {item.state !== 'published' && <StatusTag map={versionStates} state={item.state} />}
      </td>
      <td data-label="制定单位">{item.unit.name}</td>
      <td data-label="现依据">第 {item.upperVersion} 版</td>
      <td data-label="">
        {item.problems.length === 0 ? (
          <>
            <CheckCircleOutlined aria-hidden /> 相符
          </>
        ) : (
          <ul>
            {item.problems.map((problem) => (
              <li key={`${problem.path} ${problem.message}`}>
                <CloseCircleOutlined className={styles.wrong ?? ''} aria-hidden /> {problem.message}
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  );
}
