import { workbench } from '@mingji/contract';
import { Link } from '@tanstack/react-router';
import { Badge, Button } from 'antd';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useAbility, useSession } from '../../app/session.tsx';
import { DeadlineText } from '../../components/deadline-text.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Panel } from '../../components/panel.tsx';
import { PeriodsInProgress } from './periods-in-progress.tsx';
import styles from './workbench-page.module.css';

/** What waits for me, by deadline; each line opens the place where it is done. */
export function WorkbenchPage() {
  const { account } = useSession();
  const reports = useAbility('submission.create');
  const answer = useEndpoint(workbench.getWorkbench, {}, { refetchEvery: 60_000 });
  if (answer.isError && !answer.data)
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <LoadingState />;
  const { periods, groups } = answer.data;
  return (
    <div className={styles.page}>
      <PageHeader
        title="工作台"
        description={`${account.displayName}，以下事项等您办理，按截止时间排列。`}
        action={
          reports && (
            <Link to="/report">
              <Button type="primary">填报工作</Button>
            </Link>
          )
        }
      />
      <PeriodsInProgress periods={periods} />
      {groups.length === 0 && (
        <EmptyState title="目前没有等您办理的事项" how="您的角色以查看和登记为主，请从左侧导航进入。" />
      )}
      <div className={styles.groups}>
        {groups.map((group) => (
          <div key={group.key}>
            <Panel title={group.title}>
              {group.items.length === 0 ? (
                <p className="mj-quiet">{group.emptyText}</p>
              ) : (
                <ul className={styles.items}>
                  {group.items.map((item) => (
                    <li key={item.key}>
                      <WorkLine item={item} />
                    </li>
                  ))}
                </ul>
              )}
            </Panel>
          </div>
        ))}
      </div>
    </div>
  );
}

function WorkLine({ item }: { readonly item: workbench.WorkbenchItem }) {
  const [to = '/', search = ''] = item.address.split('?');
  return (
    <Link
      to={to}
      search={Object.fromEntries(new URLSearchParams(search)) as never}
      className={styles.line ?? ''}
    >
      <span className={styles.words}>
        <span className={styles.title}>
          {item.title}
          {item.count !== null && (
            <Badge
              count={item.count}
              overflowCount={999}
              color="var(--mj-accent)"
              title={`${item.count} 件`}
            />
          )}
        </span>
        <span className="mj-quiet">{item.detail}</span>
      </span>
      {item.dueAt && <DeadlineText due={item.dueAt} />}
    </Link>
  );
}
