import { operations } from '@mingji/contract';
import { Link } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { serverNow } from '../../app/server-clock.ts';
import { useAbility, useSession } from '../../app/session.tsx';
import { useSearch } from '../../app/use-search.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Panel } from '../../components/panel.tsx';
import { StageBar } from '../../components/stage-bar.tsx';
import { CreateOperation } from './create-operation.tsx';
import { daysLeft, type Operation, stagesOf, texts } from './texts.ts';

/** Operations that run and those that are over, each with where it stands (P8). */
export function OperationsPage() {
  const [search, change] = useSearch();
  const mayManage = useAbility('period.manage');
  const [creating, setCreating] = useState(false);
  const phase = search.phase === 'ended' ? 'ended' : 'running';
  const list = useEndpoint(operations.listOperations, { query: { phase, pageSize: 100 } });
  const create = mayManage && (
    <Button type="primary" onClick={() => setCreating(true)}>
      {texts.create}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={texts.title}
        description={texts.description}
        more={
          <Segmented
            aria-label="阶段"
            value={phase}
            options={[
              { value: 'running', label: '进行中' },
              { value: 'ended', label: '已公示、封存' },
            ]}
            onChange={(next) => change({ phase: next === 'ended' ? 'ended' : null })}
          />
        }
        action={create}
      />
      {list.error && !list.data && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <LoadingState />}
      {list.data?.items.length === 0 && (
        <EmptyState
          title={phase === 'running' ? '没有进行中的专项行动' : '还没有结束的专项行动'}
          how={
            mayManage
              ? '写明名称、办法、起止和截止日，选好考核对象，一张表建立。'
              : '考核办建立专项行动、并把您或您的单位列为考核对象后，显示在这里。'
          }
          action={phase === 'running' && create}
        />
      )}
      {list.data?.items.map((operation) => (
        <OperationCard key={operation.id} operation={operation} />
      ))}
      {creating && <CreateOperation onClose={() => setCreating(false)} />}
    </>
  );
}

function OperationCard({ operation }: { readonly operation: Operation }) {
  const { bureau } = useSession();
  return (
    <Panel
      title={
        <Link to="/operations/$operationId" params={{ operationId: operation.id }}>
          {operation.name}
        </Link>
      }
      extra={<span className="mj-quiet">{daysLeft(operation, serverNow(), bureau.timeZone)}</span>}
    >
      <p className="mj-quiet" style={{ marginTop: 0 }}>
        {operation.unit.name} · {operation.ruleSet.name} · {subjectWords(operation)} · 已填报{' '}
        {operation.submitted} 件，采纳 {operation.accepted} 件
      </p>
      <StageBar label={`${operation.name}的阶段`} stages={stagesOf(operation, bureau.timeZone)} />
    </Panel>
  );
}

export function subjectWords({ units, officers }: Pick<Operation, 'units' | 'officers'>): string {
  return [units > 0 && `${units} 个单位`, officers > 0 && `${officers} 名民警`].filter(Boolean).join('、');
}
