import { organization } from '@mingji/contract';
import { Link } from '@tanstack/react-router';
import { Button, Descriptions, Tag } from 'antd';
import { useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { DateText } from '../../components/date-text.tsx';
import { Panel } from '../../components/panel.tsx';
import styles from './organization.module.css';
import { AbolishForm, AliasesForm, UnitForm } from './unit-forms.tsx';

interface UnitPanelProps {
  readonly unit: organization.UnitView;
  readonly units: readonly organization.UnitView[];
}
type Dialog = 'create' | 'change' | 'aliases' | 'abolish' | null;

/** One unit: what it is, by which names files call it, and what its office may change. */
export function UnitPanel({ unit, units }: UnitPanelProps) {
  const [dialog, setDialog] = useState<Dialog>(null);
  const restore = useCommand(organization.restoreUnit, { invalidates: [organization.listUnits] });
  const above = units.find((one) => one.id === unit.parentId);
  const below = units.filter((one) => one.path.startsWith(unit.path));
  const people = below.reduce((sum, one) => sum + one.officers, 0);
  const others = below.reduce((sum, one) => sum + one.auxiliaries, 0);
  const close = () => setDialog(null);
  return (
    <Panel
      title={
        <Link to="/units/$unitId" params={{ unitId: unit.id }}>
          {unit.name}
        </Link>
      }
      extra={
        unit.abilities.manage && (
          <div className={styles.unitActs}>
            {unit.abolishedOn === null ? (
              <>
                <Button size="small" onClick={() => setDialog('change')}>
                  调整
                </Button>
                <Button size="small" onClick={() => setDialog('aliases')}>
                  别名
                </Button>
                {unit.parentId !== null && (
                  <Button size="small" onClick={() => setDialog('abolish')}>
                    撤销机构
                  </Button>
                )}
                {unit.level < 5 && (
                  <Button size="small" type="primary" onClick={() => setDialog('create')}>
                    新设下级
                  </Button>
                )}
              </>
            ) : (
              <Button
                size="small"
                loading={restore.isPending}
                onClick={() =>
                  void restore.run({ params: { unitId: unit.id }, body: { reason: '恢复建制' } })
                }
              >
                恢复
              </Button>
            )}
          </div>
        )
      }
    >
      <Descriptions
        size="small"
        column={{ xs: 1, sm: 2, xxl: 4 }}
        items={[
          { key: 'code', label: '机构代码', children: <span className="mj-number">{unit.code}</span> },
          {
            key: 'kind',
            label: '类别',
            children: `${organization.unitKindLabels[unit.kind]}（第 ${unit.level} 级）`,
          },
          { key: 'above', label: '上级', children: above?.name ?? '—' },
          { key: 'people', label: '在职（含下级）', children: `民警 ${people} 人，辅警及其他 ${others} 人` },
          ...(unit.abolishedOn
            ? [{ key: 'abolished', label: '撤销日期', children: <DateText value={unit.abolishedOn} /> }]
            : []),
          ...(unit.succeededBy ? [{ key: 'successor', label: '并入', children: unit.succeededBy.name }] : []),
        ]}
      />
      <div className={styles.aliases}>
        <span className="mj-quiet">别名（导入时识别）：</span>
        {unit.aliases.length === 0 && <span className="mj-quiet">无</span>}
        {unit.aliases.map((alias) => (
          <Tag key={alias}>{alias}</Tag>
        ))}
      </div>
      {dialog === 'create' && <UnitForm parent={unit} unit={null} onClose={close} />}
      {dialog === 'change' && <UnitForm parent={null} unit={unit} onClose={close} />}
      {dialog === 'aliases' && <AliasesForm unit={unit} onClose={close} />}
      {dialog === 'abolish' && <AbolishForm unit={unit} onClose={close} />}
    </Panel>
  );
}
