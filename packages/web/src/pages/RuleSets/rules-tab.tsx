import type { ruleSets } from '@mingji/contract';
import type { Item, Module, RuleSet } from '@mingji/engine';
import { Alert, Input } from 'antd';
import { useState } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { Panel } from '../../components/panel.tsx';
import { AddPart } from './add-part.tsx';
import { FilingPanel } from './filing-panel.tsx';
import { type Editing, IndicatorDrawer } from './indicator-drawer.tsx';
import { ItemTable } from './item-table.tsx';
import { LockMark } from './lock-mark.tsx';
import type { Locks } from './locks.ts';
import { PartMenu } from './part-menu.tsx';
import styles from './rule-sets.module.css';
import type { DraftSaver } from './use-draft-saver.ts';
import type { Upper } from './use-upper.ts';
import { VersionSide } from './version-side.tsx';

interface RulesTabProps {
  readonly version: ruleSets.VersionView;
  readonly saver: DraftSaver;
  readonly mayEdit: boolean;
  readonly upper: Upper;
  readonly locks: Locks;
}

/** The rules, an item a table; beside them what stands between the draft and its publication. */
export function RulesTab({ version, saver, mayEdit, locks, upper }: RulesTabProps) {
  const [text, setText] = useState('');
  const [editing, setEditing] = useState<Editing | null>(null);
  const content = version.content as RuleSet;
  const shown = text.trim() === '' ? content.modules : matching(content, text.trim());
  const parts = { version, saver, mayEdit, locks, content };
  return (
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
          <ModuleSection
            key={module.code}
            {...parts}
            module={module}
            first={module === shown[0]}
            onEdit={setEditing}
          />
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
        {mayEdit && (
          <div className={styles.addModule}>
            <AddPart kind="module" {...{ content, saver }} />
          </div>
        )}
      </Panel>
      <div className={styles.side}>
        {version.state === 'draft' && version.problems.length === 0 && (
          <Alert type="success" showIcon title="没有须改正的问题" style={{ marginBottom: 12 }} />
        )}
        <FilingPanel version={version} />
        <VersionSide version={version} mayEdit={mayEdit} />
      </div>
      {editing && <IndicatorDrawer {...{ version, editing, upper }} onClose={() => setEditing(null)} />}
    </div>
  );
}

interface ModuleSectionProps extends Omit<RulesTabProps, 'upper'> {
  readonly content: RuleSet;
  readonly module: Module;
  readonly first: boolean;
  readonly onEdit: (editing: Editing) => void;
}

function ModuleSection({ module, first, onEdit, ...parts }: ModuleSectionProps) {
  const { content, saver, mayEdit, locks, version } = parts;
  const lock = locks.module(module.code);
  // A search shows only some of a module's items: what is moved or removed is the whole one.
  const whole = content.modules.find((each) => each.code === module.code) ?? module;
  return (
    <section>
      <div className={styles.moduleHead}>
        <h3 className={styles.module}>{module.name}</h3>
        {module.weight !== undefined && <span className="mj-quiet">权重 {module.weight}</span>}
        {lock ? (
          <LockMark lock={lock} />
        ) : (
          mayEdit && <PartMenu {...{ version, content, saver }} module={whole} />
        )}
      </div>
      {module.items.map((item) => (
        <ItemTable
          key={item.code}
          {...{ ...parts, item }}
          module={whole}
          withHead={first && item === module.items[0]}
          onEdit={(indicator) =>
            onEdit({ place: { moduleCode: module.code, itemCode: item.code }, indicator })
          }
        />
      ))}
      {mayEdit && <AddPart kind="item" {...{ content, saver }} moduleCode={module.code} />}
    </section>
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
