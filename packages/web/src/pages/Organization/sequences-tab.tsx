import { organization } from '@mingji/contract';
import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useAbility, useSession } from '../../app/session.tsx';
import { useSearch } from '../../app/use-search.ts';
import { ConfirmAction } from '../../components/confirm-action.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { Panel } from '../../components/panel.tsx';
import styles from './organization.module.css';
import { SequenceForm } from './sequence-form.tsx';

const stale = { invalidates: [organization.listSequences], refusals: 'inline' } as const;

/** Who is ranked against whom, per year (§7). */
export function SequencesTab() {
  const { serverTime } = useSession();
  const [search, change] = useSearch();
  const year = Number(search.year ?? serverTime.slice(0, 4));
  const read = useEndpoint(organization.listSequences, { query: { year } }, { keepPrevious: true });
  const mayManage = useAbility('sequence.manage');
  const [editing, setEditing] = useState<organization.SequenceView | 'new' | null>(null);
  const copy = useCommand(organization.copySequences, stale);
  const remove = useCommand(organization.deleteSequence, stale);
  if (read.error && !read.data) return <ErrorState error={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <LoadingState />;
  const { sequences } = read.data;
  return (
    <>
      <div className={styles.unitActs} style={{ marginBottom: 12, alignItems: 'center' }}>
        <label htmlFor="sequence-year">年度</label>
        <InputNumber
          id="sequence-year"
          min={2000}
          max={2100}
          precision={0}
          value={year}
          onChange={(next) => next && change({ year: String(next) })}
        />
        {mayManage && (
          <>
            <Button type="primary" onClick={() => setEditing('new')}>
              新建序列
            </Button>
            <ConfirmAction
              label="从上年复制"
              consequence={`把 ${year - 1} 年的序列和成员复制到 ${year} 年；已撤销的机构、已有的同代码序列不复制。`}
              command={copy}
              onConfirm={() => copy.run({ body: { fromYear: year - 1, toYear: year } })}
            />
          </>
        )}
      </div>
      {sequences.length === 0 && (
        <EmptyState
          title={`${year} 年还没有排名序列`}
          how="排名在序列之内进行，例如派出所序列、机关序列；可以新建，或从上年复制。"
        />
      )}
      {sequences.map((sequence) => (
        <Panel
          key={sequence.id}
          title={
            <>
              {sequence.name} <span className="mj-quiet">{sequence.code}</span>
            </>
          }
          extra={
            sequence.abilities.manage && mayManage ? (
              <div className={styles.unitActs}>
                <Button size="small" onClick={() => setEditing(sequence)}>
                  调整
                </Button>
                <ConfirmAction
                  label="删除"
                  consequence={`删除 ${year} 年的“${sequence.name}”。已计算和封存的排名不受影响。`}
                  command={remove}
                  onConfirm={() => remove.run({ params: { sequenceId: sequence.id }, body: {} })}
                  button={{ size: 'small' }}
                />
              </div>
            ) : null
          }
        >
          <p style={{ marginTop: 0 }}>
            {sequence.subjectKind === 'unit' ? '单位排名' : '人员排名（取这些单位及其下级的人员）'}，共{' '}
            {sequence.members.length} 个机构
          </p>
          <ul className={styles.members}>
            {sequence.members.map((member) => (
              <li key={member.unit.id}>
                {member.unit.name}
                {member.groupCode && <span className="mj-quiet">（{member.groupCode}）</span>}
                {member.exempt && <span className="mj-quiet">（免予考核）</span>}
              </li>
            ))}
          </ul>
        </Panel>
      ))}
      {editing && (
        <SequenceForm
          year={year}
          sequence={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}
