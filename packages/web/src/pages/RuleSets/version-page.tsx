import { ruleSets } from '@mingji/contract';
import type { Item, Module, RuleSet } from '@mingji/engine';
import { useParams } from '@tanstack/react-router';
import { Alert, Input } from 'antd';
import { useState } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { Panel } from '../../components/panel.tsx';
import { RefusalAlert } from '../../components/refusal-alert.tsx';
import { AddPart } from './add-part.tsx';
import { type Editing, IndicatorDrawer } from './indicator-drawer.tsx';
import { ItemTable } from './item-table.tsx';
import styles from './rule-sets.module.css';
import { useDraftSaver } from './use-draft-saver.ts';
import { VersionHeader } from './version-header.tsx';
import { VersionSide } from './version-side.tsx';

/** One version: the clauses of the paper rule beside the typed rules, the marks, the problems and the flags. */
export function VersionPage() {
  const { versionId } = useParams({ strict: false }) as { versionId: string };
  const query = useEndpoint(ruleSets.getVersion, { params: { versionId } });
  if (query.error && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <LoadingState />;
  return <LoadedVersion key={query.data.version.id} version={query.data.version} />;
}

function LoadedVersion({ version }: { readonly version: ruleSets.VersionView }) {
  const [text, setText] = useState('');
  const [editing, setEditing] = useState<Editing | null>(null);
  const saver = useDraftSaver(version);
  const content = version.content as RuleSet;
  const mayEdit = version.state === 'draft' && version.abilities.edit;
  const shown = text.trim() === '' ? content.modules : matching(content, text.trim());
  return (
    <>
      <VersionHeader version={version} mayEdit={mayEdit} saver={saver} />
      {editing === null && <RefusalAlert refusal={saver.command.refusal} onClose={saver.command.reset} />}
      <div className={styles.columns}>
        <Panel
          title={`${content.modules.length} 个模块 · ${version.indicatorCount} 个指标`}
          extra={
            <Input.Search
              allowClear
              placeholder="在本版中查找指标、条款、归口部门"
              style={{ width: 280 }}
              onChange={(event) => setText(event.target.value)}
            />
          }
        >
          <Outline modules={content.modules} />
          {shown.map((module) => (
            <section key={module.code}>
              <h3 className={styles.module}>{module.name}</h3>
              {module.items.map((item) => (
                <ItemTable
                  key={item.code}
                  {...{ version, module, item, mayEdit }}
                  withHead={item === shown[0]?.items[0]}
                  onEdit={(indicator) =>
                    setEditing({ place: { moduleCode: module.code, itemCode: item.code }, indicator })
                  }
                />
              ))}
              {mayEdit && <AddPart kind="item" {...{ content, saver }} moduleCode={module.code} />}
            </section>
          ))}
          {shown.length === 0 && (
            <EmptyState
              title={text ? '没有符合的指标' : '还没有指标'}
              how={
                text
                  ? '请换一个词，或清空查找。'
                  : '先添加模块和项目，再逐条写指标；也可在页面上方用 YAML 替换全文。'
              }
            />
          )}
          {mayEdit && <AddPart kind="module" {...{ content, saver }} />}
        </Panel>
        <div className={styles.side}>
          {version.state === 'draft' && version.problems.length === 0 && (
            <Alert type="success" showIcon title="没有须改正的问题" style={{ marginBottom: 12 }} />
          )}
          <VersionSide version={version} mayEdit={mayEdit} />
        </div>
      </div>
      {editing && <IndicatorDrawer {...{ version, editing, saver }} onClose={() => setEditing(null)} />}
    </>
  );
}

/** The items with their marks, to jump to. */
function Outline({ modules }: { readonly modules: readonly Module[] }) {
  const items = modules.flatMap((module) => module.items);
  if (items.length < 3) return null;
  return (
    <ul className={styles.outline} aria-label="项目">
      {items.map((item) => (
        <li key={item.code}>
          <button
            type="button"
            className="mj-link"
            onClick={() => document.getElementById(`item-${item.code}`)?.scrollIntoView()}
          >
            {item.name}
            {item.marks !== undefined && ` ${item.marks}`}
          </button>
        </li>
      ))}
    </ul>
  );
}

function matching(content: RuleSet, text: string): Module[] {
  const clauses = new Map(content.clauses.map((clause) => [clause.id, clause.text]));
  const hits = (item: Item) =>
    item.indicators.filter((indicator) =>
      [indicator.name, indicator.code, indicator.owner, clauses.get(indicator.clause) ?? ''].some((part) =>
        part.includes(text),
      ),
    );
  return content.modules
    .map((module) => ({
      ...module,
      items: module.items
        .map((item) => ({ ...item, indicators: hits(item) }))
        .filter((item) => item.indicators.length > 0),
    }))
    .filter((module) => module.items.length > 0);
}
