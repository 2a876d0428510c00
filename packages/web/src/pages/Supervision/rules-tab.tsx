import { supervision } from '@mingji/contract';
import { Alert, Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { Panel } from '../../components/panel.tsx';
import { RefusalAlert } from '../../components/refusal-alert.tsx';
import { type Rule, RuleTable } from './rule-table.tsx';
import styles from './supervision.module.css';
import { type Reply, useRules } from './use-rules.ts';

const settingNames = {
  openDays: ['目标下达后查收期限', '个工作日'],
  splitDays: ['目标下达后分解期限', '个工作日'],
  correctDays: ['退回后补正期限', '个工作日'],
  warningDays: ['提前几个工作日列为临期', '个工作日'],
  pressAgainHours: ['同一事项多久内不重复催办', '小时'],
  replyDays: ['催办后说明期限', '个工作日'],
} as const;
type Setting = keyof typeof settingNames;

/** The days a bureau gives and when a matter goes up: data of the office. */
export function RulesTab() {
  const rules = useRules();
  if (rules.error && !rules.data)
    return <ErrorState error={rules.error} onRetry={() => void rules.refetch()} />;
  if (!rules.data) return <LoadingState />;
  return (
    <>
      <BureauRules key={JSON.stringify(rules.data)} data={rules.data} />
      {rules.data.ruleSets.length > 0 && (
        <MethodRules key={`methods ${JSON.stringify(rules.data.ruleSets)}`} data={rules.data} />
      )}
    </>
  );
}

function BureauRules({ data }: { readonly data: Reply }) {
  const [settings, setSettings] = useState(data.settings);
  const [rules, setRules] = useState<readonly Rule[]>(data.rules);
  const save = useCommand(supervision.saveSupervisionRules, {
    invalidates: [supervision.getSupervisionRules, supervision.listMatters],
    refusals: 'inline',
    doneText: '督办规则已保存',
  });
  return (
    <Panel
      title="全局的期限与上报规则"
      extra={
        data.canEdit && (
          <Button
            type="primary"
            loading={save.isPending}
            onClick={() => void save.run({ body: { settings, rules: [...rules] } })}
          >
            保存
          </Button>
        )
      }
    >
      <RefusalAlert refusal={save.refusal} onClose={save.reset} />
      {data.usual && (
        <Alert
          type="info"
          showIcon
          title="尚未设定，现按通常的期限和规则执行。"
          style={{ marginBottom: 12 }}
        />
      )}
      <div className={styles.settings}>
        {(Object.keys(settingNames) as Setting[]).map((key) => (
          <label key={key} htmlFor={`supervision-${key}`} style={{ marginBottom: 8 }}>
            {settingNames[key][0]}
            <InputNumber
              id={`supervision-${key}`}
              readOnly={!data.canEdit}
              controls={data.canEdit}
              min={key === 'replyDays' ? 1 : 0}
              max={key === 'pressAgainHours' ? 720 : 30}
              precision={0}
              value={settings[key]}
              suffix={settingNames[key][1]}
              style={{ width: '100%' }}
              onChange={(value) => setSettings({ ...settings, [key]: value ?? data.settings[key] })}
            />
          </label>
        ))}
      </div>
      <p className="mj-quiet">审核时限由归口部门在“审核分工”中设定，这里与审核页面按同一时限计算。</p>
      <RuleTable rules={rules} editable={data.canEdit} onChange={setRules} />
    </Panel>
  );
}

/** A county's own method may go up by rules of its own; without any the bureau's count. */
function MethodRules({ data }: { readonly data: Reply }) {
  const [id, setId] = useState(data.ruleSets[0]?.id ?? '');
  const chosen = data.ruleSets.find((each) => each.id === id);
  const [typed, setTyped] = useState<Readonly<Record<string, readonly Rule[]>>>({});
  const save = useCommand(supervision.saveRuleSetEscalation, {
    invalidates: [supervision.getSupervisionRules],
    refusals: 'inline',
    doneText: '该办法的上报规则已保存',
  });
  if (!chosen) return null;
  const rules = typed[id] ?? chosen.rules;
  return (
    <Panel
      title="单个办法的上报规则"
      extra={
        chosen.canEdit && (
          <Button
            loading={save.isPending}
            onClick={() => void save.run({ params: { ruleSetId: id }, body: { rules: [...rules] } })}
          >
            保存
          </Button>
        )
      }
    >
      <RefusalAlert refusal={save.refusal} onClose={save.reset} />
      <Select
        aria-label="考核办法"
        value={id}
        popupMatchSelectWidth={false}
        style={{ minWidth: 280, marginBottom: 8 }}
        options={data.ruleSets.map((each) => ({
          value: each.id,
          label: `${each.name}（${each.unit.name}）${each.own ? ' · 自定' : ''}`,
        }))}
        onChange={setId}
      />
      <p className="mj-quiet">{chosen.own ? '该办法按自定规则上报。' : '没有自定规则，按全局规则上报。'}</p>
      <RuleTable
        rules={rules}
        editable={chosen.canEdit}
        onChange={(next) => setTyped({ ...typed, [id]: next })}
      />
    </Panel>
  );
}
