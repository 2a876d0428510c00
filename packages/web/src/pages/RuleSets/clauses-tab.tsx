import { PlusOutlined, WarningOutlined } from '@ant-design/icons';
import type { ruleSets } from '@mingji/contract';
import type { Clause, RuleSet } from '@mingji/engine';
import { Button, Dropdown, Input, Segmented } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useSearch } from '../../app/use-search.ts';
import { ConfirmAction } from '../../components/confirm-action.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Panel } from '../../components/panel.tsx';
import { type ClauseUse, coverageOf } from './clause-coverage.ts';
import { ClauseForm } from './clause-form.tsx';
import { type Place, removeClause } from './edit-content.ts';
import { type Editing, IndicatorDrawer } from './indicator-drawer.tsx';
import { LockMark } from './lock-mark.tsx';
import type { Locks } from './locks.ts';
import styles from './rule-sets.module.css';
import sought from './sought-clause.module.css';
import type { DraftSaver } from './use-draft-saver.ts';
import type { Upper } from './use-upper.ts';

interface ClausesTabProps {
  readonly version: ruleSets.VersionView;
  readonly saver: DraftSaver;
  readonly mayEdit: boolean;
  readonly upper: Upper;
  readonly locks: Locks;
}

/** The paper rule sentence by sentence: its text left, the rules made from it right (X7). */
export function ClausesTab({ version, saver, mayEdit, locks, upper }: ClausesTabProps) {
  const [shown, setShown] = useState<'all' | 'bare'>('all');
  const [text, setText] = useState('');
  const [editing, setEditing] = useState<Clause | 'new' | null>(null);
  const [writing, setWriting] = useState<Editing | null>(null);
  const content = version.content as RuleSet;
  const { clauses, without } = coverageOf(content);
  const bare = clauses.filter(isBare);
  const listed = (shown === 'all' ? clauses : bare).filter(({ clause }) =>
    [clause.id, clause.text, clause.source ?? ''].some((part) => part.includes(text.trim())),
  );
  return (
    <Panel
      title={`${clauses.length} 条条款，${bare.length} 条还没有规则`}
      extra={<Tools {...{ shown, setShown, setText }} onAdd={mayEdit ? () => setEditing('new') : null} />}
    >
      {without.map((indicator) => (
        <p key={indicator.code} className={styles.wrong}>
          <WarningOutlined aria-hidden /> 指标“{indicator.name}”依据的条款 {indicator.clause}{' '}
          不在本办法中，请补写条款，或改正指标的条款。
        </p>
      ))}
      {listed.length === 0 ? (
        <NoClauses none={clauses.length === 0} />
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th style={{ width: 110 }}>条款</th>
              <th>原文</th>
              <th style={{ width: '32%' }}>由它形成的规则</th>
              {mayEdit && <th style={{ width: 180 }} aria-label="操作" />}
            </tr>
          </thead>
          <tbody>
            {listed.map((use) => (
              <ClauseRow
                key={use.clause.id}
                {...{ use, mayEdit, locks, saver, content }}
                onEdit={() => setEditing(use.clause)}
                onWrite={(place) => setWriting({ place, indicator: null, clause: use.clause.id })}
              />
            ))}
          </tbody>
        </table>
      )}
      {editing && (
        <ClauseForm
          version={version}
          clause={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
      {writing && (
        <IndicatorDrawer {...{ version, upper }} editing={writing} onClose={() => setWriting(null)} />
      )}
    </Panel>
  );
}

interface ToolsProps {
  readonly shown: 'all' | 'bare';
  readonly setShown: (shown: 'all' | 'bare') => void;
  readonly setText: (text: string) => void;
  /** Null: not to be edited. */
  readonly onAdd: (() => void) | null;
}

function Tools({ shown, setShown, setText, onAdd }: ToolsProps) {
  return (
    <div className={styles.tools}>
      <Segmented
        value={shown}
        onChange={setShown}
        options={[
          { value: 'all', label: '全部' },
          { value: 'bare', label: '没有规则的' },
        ]}
      />
      <Input.Search
        allowClear
        placeholder="在条款中查找"
        style={{ width: 220 }}
        onChange={(event) => setText(event.target.value)}
      />
      {onAdd && (
        <Button icon={<PlusOutlined />} onClick={onAdd}>
          添加条款
        </Button>
      )}
    </div>
  );
}

function NoClauses({ none }: { readonly none: boolean }) {
  return none ? (
    <EmptyState
      title="还没有条款"
      how="先把纸面办法的条款逐句录入，再为每一条写规则；写指标时也可以随手写条款。"
    />
  ) : (
    <EmptyState title="没有符合的条款" how="请换一个词，或改看全部。" />
  );
}

const isBare = (use: ClauseUse) => use.indicators.length === 0 && use.otherUses === 0;

interface ClauseRowProps extends Omit<ClausesTabProps, 'version' | 'upper'> {
  readonly use: ClauseUse;
  readonly content: RuleSet;
  readonly onEdit: () => void;
  readonly onWrite: (place: Place) => void;
}

function ClauseRow({ use, content, saver, mayEdit, locks, onEdit, onWrite }: ClauseRowProps) {
  const { clause } = use;
  const lock = locks.clause(clause.id);
  const [search] = useSearch();
  const row = useRef<HTMLTableRowElement>(null);
  const found = search.clause === clause.id;
  useEffect(() => {
    if (found) row.current?.scrollIntoView({ block: 'center' });
  }, [found]);
  return (
    <tr ref={row} aria-current={found || undefined} className={found ? sought.sought : undefined}>
      <td data-label="条款">{clause.id}</td>
      <td data-label="" className={styles.clause}>
        {clause.text}
        {clause.source && <div className="mj-quiet">{clause.source}</div>}
      </td>
      <td data-label="规则">
        {use.indicators.map(({ name }) => name).join('、')}
        {use.otherUses > 0 && (
          <div className="mj-quiet">
            {use.indicators.length > 0 ? '另有' : '有'} {use.otherUses} 处引用（情形、系数、等次、程序）
          </div>
        )}
        {isBare(use) && (
          <span className={styles.flag}>
            <WarningOutlined aria-hidden /> 还没有规则
          </span>
        )}
      </td>
      {mayEdit && (
        <td data-label="">
          {lock ? (
            <LockMark lock={lock} />
          ) : (
            <>
              {isBare(use) && <WriteRule {...{ content, locks }} onPick={onWrite} />}
              <Button type="text" size="small" aria-label={`修改条款 ${clause.id}`} onClick={onEdit}>
                修改
              </Button>
              {isBare(use) && (
                <ConfirmAction
                  label="删除"
                  consequence={`将从草稿中删除条款 ${clause.id}：${clause.text}`}
                  command={saver.command}
                  button={{
                    type: 'text',
                    size: 'small',
                    danger: true,
                    'aria-label': `删除条款 ${clause.id}`,
                  }}
                  onConfirm={() => saver.save(removeClause(content, clause.id))}
                />
              )}
            </>
          )}
        </td>
      )}
    </tr>
  );
}

interface WriteRuleProps {
  readonly content: RuleSet;
  readonly locks: Locks;
  readonly onPick: (place: Place) => void;
}

/** From the sentence to its rule: first the item it belongs to. */
function WriteRule({ content, locks, onPick }: WriteRuleProps) {
  const places = content.modules.flatMap((module) =>
    module.items
      .filter((item) => locks.mayAdd(item.code))
      .map((item) => ({ key: item.code, label: `${module.name} / ${item.name}`, moduleCode: module.code })),
  );
  return (
    <Dropdown
      trigger={['click']}
      disabled={places.length === 0}
      menu={{
        items: places.map(({ key, label }) => ({ key, label })),
        onClick: ({ key }) => {
          const place = places.find((each) => each.key === key);
          if (place) onPick({ moduleCode: place.moduleCode, itemCode: key });
        },
        style: { maxHeight: 320, overflowY: 'auto' },
      }}
    >
      <Button type="link" size="small">
        写规则
      </Button>
    </Dropdown>
  );
}
