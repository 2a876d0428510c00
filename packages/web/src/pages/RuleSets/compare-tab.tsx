import { ruleSets } from '@mingji/contract';
import type { RuleChange, RuleSet } from '@mingji/engine';
import { Segmented, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useSearch } from '../../app/use-search.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { Panel } from '../../components/panel.tsx';
import { LookTag, type StatusLook } from '../../components/status-tag.tsx';
import { compareVersions } from './compare-versions.ts';
import styles from './rule-sets.module.css';
import { versionStates } from './texts.ts';

const KINDS: Readonly<Record<RuleChange['kind'], { label: string; look: StatusLook }>> = {
  added: { label: '新增', look: 'good' },
  removed: { label: '删除', look: 'ended' },
  changed: { label: '修改', look: 'draft' },
};

/** N8: this version beside any other of the rule set: what was added, removed, changed, from what to what. */
export function CompareTab({ version }: { readonly version: ruleSets.VersionView }) {
  const [search, change] = useSearch();
  const ruleSet = useEndpoint(ruleSets.getRuleSet, { params: { ruleSetId: version.ruleSet.id } });
  const others = (ruleSet.data?.ruleSet.versions ?? []).filter((each) => each.id !== version.id);
  const before = others.find((each) => each.version < version.version) ?? others[0];
  const chosen = others.find((each) => each.id === search.with) ?? before;
  const answer = useEndpoint(ruleSets.getVersion, chosen ? { params: { versionId: chosen.id } } : null);
  if (ruleSet.error) return <ErrorState error={ruleSet.error} onRetry={() => void ruleSet.refetch()} />;
  if (!ruleSet.data) return <LoadingState />;
  if (!chosen) {
    return (
      <EmptyState
        title="只有一个版本"
        how="发布后起草新版本，这里列出新旧两版的全部差别：增加、删除、修改了哪些条款和规则。"
      />
    );
  }
  return (
    <Panel
      title="版本对照"
      extra={
        <div className={styles.tools}>
          <span className="mj-quiet">第 {version.version} 版，对照</span>
          <Select
            aria-label="对照版本"
            value={chosen.id}
            style={{ minWidth: 160 }}
            options={others.map((each) => ({
              value: each.id,
              label: `第 ${each.version} 版${each.state === 'published' ? '' : `（${versionStates[each.state].label}）`}`,
            }))}
            onChange={(id: string) => change({ with: id })}
          />
        </div>
      }
    >
      {answer.error ? (
        <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
      ) : answer.data ? (
        <Changes version={version} other={answer.data.version} />
      ) : (
        <LoadingState />
      )}
    </Panel>
  );
}

interface ChangesProps {
  readonly version: ruleSets.VersionView;
  readonly other: ruleSets.VersionView;
}

/** Always from the earlier to the later one, whichever is open. */
function Changes({ version, other }: ChangesProps) {
  const [part, setPart] = useState('全部');
  const [old, next] = other.version < version.version ? [other, version] : [version, other];
  const changes = useMemo(
    () => compareVersions(old.content as RuleSet, next.content as RuleSet),
    [old, next],
  );
  if (changes.length === 0) {
    return <EmptyState title="两版内容相同" how="改动草稿后，这里逐条列出与旧版的差别。" />;
  }
  const parts = [...new Set(changes.map((each) => each.part))];
  const count = (kind: RuleChange['kind']) => changes.filter((each) => each.kind === kind).length;
  const shown = changes.filter((each) => part === '全部' || each.part === part);
  return (
    <>
      <p style={{ marginTop: 0 }}>
        由第 {old.version} 版到第 {next.version} 版：新增 {count('added')} 处，删除 {count('removed')}{' '}
        处，修改 {count('changed')} 处。
      </p>
      {parts.length > 1 && (
        <div className={styles.tools} style={{ marginBottom: 8 }}>
          <Segmented value={part} onChange={setPart} options={['全部', ...parts]} />
        </div>
      )}
      <table className={styles.table}>
        <thead>
          <tr>
            <th style={{ width: '26%' }}>改动</th>
            <th style={{ width: 110 }}>内容</th>
            <th>原为</th>
            <th>改为</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((each) => (
            <ChangeRows key={each.key} change={each} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function ChangeRows({ change }: { readonly change: RuleChange }) {
  const { label, look } = KINDS[change.kind];
  const lines = change.lines.length > 0 ? change.lines : [{ label: '—', old: '', new: '' }];
  return lines.map((line, place) => (
    <tr key={line.label}>
      {place === 0 && (
        <td rowSpan={lines.length} data-label="">
          <LookTag look={look} label={label} /> {change.part}“{change.name}”
          {change.clause && <div className="mj-quiet">依据：{change.clause}</div>}
        </td>
      )}
      <td data-label="内容">{line.label}</td>
      <td data-label="原为">{line.old}</td>
      <td data-label="改为">{line.new}</td>
    </tr>
  ));
}
