import { PlusOutlined, WarningOutlined } from '@ant-design/icons';
import type { ruleSets } from '@mingji/contract';
import {
  FAMILY_NAMES,
  type Indicator,
  type Item,
  type Module,
  type RuleSet,
  ruleWords,
} from '@mingji/engine';
import { Button } from 'antd';
import { IndicatorMenu } from './indicator-menu.tsx';
import { LockMark } from './lock-mark.tsx';
import type { Locks } from './locks.ts';
import { PartMenu } from './part-menu.tsx';
import styles from './rule-sets.module.css';
import { texts } from './texts.ts';
import type { DraftSaver } from './use-draft-saver.ts';

interface ItemTableProps {
  readonly version: ruleSets.VersionView;
  readonly content: RuleSet;
  readonly saver: DraftSaver;
  readonly locks: Locks;
  readonly module: Module;
  readonly item: Item;
  readonly mayEdit: boolean;
  /** The first table of the page names the columns; the others stand under it. */
  readonly withHead: boolean;
  /** Null: a new indicator in this item. */
  readonly onEdit: (indicator: Indicator | null) => void;
}

/** One item: clause and typed rule side by side, a line an indicator (X7). */
export function ItemTable({ withHead, ...parts }: ItemTableProps) {
  const { version, content, saver, locks, module, item, mayEdit, onEdit } = parts;
  const lock = locks.item(item.code);
  const whole = module.items.find((each) => each.code === item.code) ?? item;
  const balance = version.balance.modules
    .find((each) => each.code === module.code)
    ?.items.find((each) => each.code === item.code);
  return (
    <div className={styles.item} id={`item-${item.code}`}>
      <div className={styles.itemHead}>
        <h4 className={styles.itemName}>{item.name}</h4>
        {item.marks !== undefined && <span className="mj-number">{item.marks} 分</span>}
        {balance?.difference && (
          <span className={styles.wrong}>
            <WarningOutlined aria-hidden /> 指标合计 {balance.sum} 分，相差 {balance.difference}
          </span>
        )}
        {lock && <LockMark lock={lock} />}
        <span className={styles.spread} />
        {mayEdit && locks.mayAdd(item.code) && (
          <Button size="small" icon={<PlusOutlined />} onClick={() => onEdit(null)}>
            {texts.addIndicator}
          </Button>
        )}
        {mayEdit && !lock && <PartMenu {...{ version, content, saver, module }} item={whole} />}
      </div>
      <table className={styles.table}>
        <thead className={withHead ? undefined : styles.noHead}>
          <tr>
            <th style={{ width: '16%' }}>指标</th>
            <th style={{ width: '28%' }}>条款原文</th>
            <th>规则</th>
            <th style={{ width: 40 }} className={styles.marks}>
              分值
            </th>
            <th style={{ width: 96 }}>归口部门</th>
            {mayEdit && <th style={{ width: 64 }} className={styles.acts} aria-label="操作" />}
          </tr>
        </thead>
        <tbody>
          {item.indicators.map((indicator) => (
            <IndicatorRow key={indicator.code} {...parts} indicator={indicator} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface IndicatorRowProps extends Omit<ItemTableProps, 'withHead'> {
  readonly indicator: Indicator;
}

function IndicatorRow({ indicator, ...parts }: IndicatorRowProps) {
  const { version, mayEdit, locks } = parts;
  const lock = locks.indicator(indicator.code);
  const clause = version.content.clauses.find((each) => each.id === indicator.clause);
  const owner = version.owners.find((each) => each.owner === indicator.owner);
  const flags = version.findings.filter((finding) => finding.indicatorCode === indicator.code);
  return (
    <tr id={`indicator-${indicator.code}`}>
      <td data-label="">
        <strong>{indicator.name}</strong>
        <div className="mj-quiet">{FAMILY_NAMES[indicator.scoring.family]}</div>
        {lock && <LockMark lock={lock} brief />}
        {flags.map((flag) => (
          <div key={flag.key} className={styles.flag} title={flag.message}>
            <WarningOutlined aria-hidden />{' '}
            {flag.signOff ? '已登记法制意见' : flag.needsSignOff ? '须法制审核' : '建议'}
          </div>
        ))}
      </td>
      <td data-label="条款" className={styles.clause}>
        {clause?.text ?? <span className={styles.wrong}>缺条款 {indicator.clause}</span>}
        {clause?.source && <div className="mj-quiet">{clause.source}</div>}
      </td>
      <td data-label="规则">
        <ul>
          {ruleWords(indicator, version.content).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </td>
      <td data-label="分值" className={styles.marks}>
        {indicator.marks ?? <span className="mj-quiet">—</span>}
      </td>
      <td data-label="归口">
        {indicator.owner}
        {version.state === 'draft' && owner?.unit === null && (
          <div className={styles.wrong}>
            <WarningOutlined aria-hidden /> 机构中无此单位
          </div>
        )}
        {owner?.unit && owner.unit.name !== indicator.owner && (
          <div className="mj-quiet">即 {owner.unit.name}</div>
        )}
      </td>
      {mayEdit && (
        <td data-label="" className={styles.acts}>
          <IndicatorMenu {...parts} {...{ indicator, lock }} />
        </td>
      )}
    </tr>
  );
}
