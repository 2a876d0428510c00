import { imports } from '@mingji/contract';
import { FAMILY_NAMES } from '@mingji/engine';
import { Button } from 'antd';
import { useState } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { Panel } from '../../components/panel.tsx';
import { LookTag } from '../../components/status-tag.tsx';
import styles from './imports.module.css';
import { RuleDrawer } from './rule-drawer.tsx';

/** X7: the sentence of the paper at the left, the typed rule read from it at the right. */
export function RulesList({ batch }: { readonly batch: imports.ImportBatch }) {
  const read = useEndpoint(imports.listImportRules, { params: { batchId: batch.id } });
  const [editing, setEditing] = useState<imports.ImportRuleView | null>(null);
  const [doubtful, setDoubtful] = useState(false);
  if (read.error) return <ErrorState error={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <LoadingState />;
  const open = batch.state === 'judged';
  const inDoubt = read.data.rules.filter(needsLook);
  const shown = doubtful ? inDoubt : read.data.rules;
  return (
    <Panel
      title={`${read.data.rules.length} 个指标的计分方式`}
      extra={
        <Button
          size="small"
          onClick={() => setDoubtful(!doubtful)}
          disabled={inDoubt.length === 0 && !doubtful}
        >
          {doubtful ? '看全部' : `只看需要核定的 ${inDoubt.length} 个`}
        </Button>
      }
    >
      {shown.map((rule) => (
        <article key={rule.row} className={styles.rule}>
          <div className={styles.ruleHead}>
            <strong>{rule.name}</strong>{' '}
            <span className="mj-quiet">
              {rule.item} · {rule.marks ?? '—'} 分 · 归口 {rule.owner ?? '未写明'}
              {rule.target && ` · 年度目标 ${rule.target}`} · 第 {rule.row} 行
            </span>
          </div>
          <p className={styles.clause}>{rule.text ?? '没有评分标准'}</p>
          <RuleWords rule={rule} />
          <div>
            {open && (
              <Button size="small" onClick={() => setEditing(rule)}>
                {rule.rule.scoring || rule.rule.additions ? '更正' : '核定计分方式'}
              </Button>
            )}
          </div>
        </article>
      ))}
      {editing && <RuleDrawer batchId={batch.id} rule={editing} onClose={() => setEditing(null)} />}
    </Panel>
  );
}

function needsLook(rule: imports.ImportRuleView): boolean {
  return rule.confidence !== null && rule.confidence < 1;
}

function RuleWords({ rule }: { readonly rule: imports.ImportRuleView }) {
  const { scoring, additions, cap } = rule.rule;
  return (
    <div>
      <p style={{ margin: 0 }}>
        {scoring && <strong>{FAMILY_NAMES[scoring.family]}</strong>}
        {additions && <strong> 另列加分：{FAMILY_NAMES[additions.family]}</strong>}
        {cap && ` 最多 ${cap} 分`}{' '}
        {rule.confidence === null ? (
          <LookTag look="draft" label="人工核定" />
        ) : rule.confidence === 1 ? (
          <LookTag look="good" label="全部读懂" />
        ) : (
          <LookTag look="waiting" label={scoring || additions ? '请核对' : '没有读懂，须核定'} />
        )}
      </p>
      {rule.confidence !== null && (
        <ul className={styles.understood}>
          {rule.understood.map((part) => (
            <li key={part.text}>{part.as}</li>
          ))}
          {rule.notUnderstood.map((part) => (
            <li key={part}>
              <span className={styles.error}>没有读懂：</span>
              {part}
            </li>
          ))}
        </ul>
      )}
      {rule.flags.map((flag) => (
        <p key={flag} style={{ margin: '4px 0 0' }}>
          <LookTag look="redLine" label="法制审核" /> {flag}
        </p>
      ))}
    </div>
  );
}
