import type { organization } from '@mingji/contract';
import { Checkbox, Input, Tree } from 'antd';
import { useMemo, useState } from 'react';
import styles from './organization.module.css';

interface UnitTreeProps {
  readonly units: readonly organization.UnitView[];
  readonly chosen: string | null;
  readonly onChoose: (unitId: string) => void;
  readonly withAbolished: boolean;
  readonly onAbolished: (show: boolean) => void;
}
interface TreeNode {
  readonly key: string;
  readonly title: string;
  readonly unit: organization.UnitView;
  readonly children: TreeNode[];
}

/** All five levels; typing shows the units whose name, alias or code fits, with the ones above them. */
export function UnitTree({ units, chosen, onChoose, withAbolished, onAbolished }: UnitTreeProps) {
  const [text, setText] = useState('');
  const [opened, setOpened] = useState<readonly string[] | null>(null);
  const shown = useMemo(() => matching(units, text.trim()), [units, text]);
  const nodes = useMemo(() => treeOf(shown), [shown]);
  const expanded = text.trim() !== '' ? shown.map((unit) => unit.id) : (opened ?? firstOpened(units, chosen));
  return (
    <nav className={styles.tree} aria-label="机构树">
      <Input.Search
        allowClear
        placeholder="查找机构、别名或代码"
        aria-label="查找机构"
        maxLength={50}
        onChange={(event) => setText(event.target.value)}
      />
      <Checkbox
        style={{ margin: '8px 0' }}
        checked={withAbolished}
        onChange={(event) => onAbolished(event.target.checked)}
      >
        显示已撤销的机构
      </Checkbox>
      <Tree<TreeNode>
        blockNode
        treeData={nodes}
        height={520}
        selectedKeys={chosen ? [chosen] : []}
        expandedKeys={[...expanded]}
        onExpand={(keys) => setOpened(keys.map(String))}
        onSelect={(keys) => keys[0] && onChoose(String(keys[0]))}
        titleRender={({ unit }) => (
          <span>
            {unit.name} <span className="mj-quiet">{unit.officers + unit.auxiliaries || ''}</span>
            {unit.abolishedOn && <span className="mj-quiet">（已撤销）</span>}
          </span>
        )}
      />
    </nav>
  );
}

function matching(units: readonly organization.UnitView[], text: string): organization.UnitView[] {
  if (text === '') return [...units];
  const found = units.filter((unit) =>
    [unit.name, unit.code, ...unit.aliases].some((word) => word.includes(text)),
  );
  return units.filter((unit) => found.some((other) => other.path.startsWith(unit.path)));
}

function treeOf(units: readonly organization.UnitView[]): TreeNode[] {
  const nodes = new Map<string, TreeNode>(
    units.map((unit) => [unit.id, { key: unit.id, title: unit.name, unit, children: [] }]),
  );
  const roots: TreeNode[] = [];
  const ordered = [...units].sort(
    (a, b) => a.level - b.level || a.sortOrder - b.sortOrder || (a.code < b.code ? -1 : 1),
  );
  for (const unit of ordered) {
    const node = nodes.get(unit.id);
    if (!node) continue;
    const parent = unit.parentId === null ? undefined : nodes.get(unit.parentId);
    (parent?.children ?? roots).push(node);
  }
  return roots;
}

/** The bureau's own children, and the way down to the chosen unit. */
function firstOpened(units: readonly organization.UnitView[], chosen: string | null): string[] {
  const path = units.find((unit) => unit.id === chosen)?.path ?? '';
  return units.filter((unit) => unit.parentId === null || path.startsWith(unit.path)).map((unit) => unit.id);
}
