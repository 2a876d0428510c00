import type { supervision } from '@mingji/contract';
import { ESCALATION_LEVEL_NAMES, ESCALATION_LEVELS, MATTER_NAMES } from '@mingji/engine';
import { Button, InputNumber, Select } from 'antd';
import type { z } from 'zod';
import styles from './supervision.module.css';
import { kindOptions } from './texts.ts';

export type Rule = z.infer<typeof supervision.escalationRule>;

interface RuleTableProps {
  readonly rules: readonly Rule[];
  readonly editable: boolean;
  readonly onChange: (rules: readonly Rule[]) => void;
}

const afters = [
  { value: 'deadline', label: '逾期起' },
  { value: 'press', label: '催办未说明起' },
] as const;
const levels = ESCALATION_LEVELS.map((value) => ({ value, label: ESCALATION_LEVEL_NAMES[value] }));

/** When a late matter goes to whom, one rule a line. */
export function RuleTable({ rules, editable, onChange }: RuleTableProps) {
  if (!editable) return <RuleList rules={rules} />;
  const put = (index: number, change: Partial<Rule>) =>
    onChange(rules.map((rule, at) => (at === index ? { ...rule, ...change } : rule)));
  return (
    <div className={styles.scroll}>
      <table className={styles.rules}>
        <thead>
          <tr>
            <th>事项</th>
            <th>起算</th>
            <th>满几个工作日</th>
            <th>上报给</th>
            <th>操作</th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no name of its own, its place is what it is.
            <tr key={index}>
              <td>
                <Select
                  aria-label="事项"
                  value={rule.kind}
                  options={kindOptions}
                  style={{ width: 150 }}
                  onChange={(kind) => put(index, { kind })}
                />
              </td>
              <td>
                <Select
                  aria-label="起算"
                  value={rule.after}
                  options={[...afters]}
                  style={{ width: 150 }}
                  onChange={(after) => put(index, { after })}
                />
              </td>
              <td>
                <InputNumber
                  aria-label="工作日数"
                  min={0}
                  max={60}
                  precision={0}
                  value={rule.workingDays}
                  onChange={(value) => put(index, { workingDays: value ?? 0 })}
                />
              </td>
              <td>
                <Select
                  aria-label="上报给"
                  value={rule.to}
                  options={levels}
                  style={{ width: 160 }}
                  onChange={(to) => put(index, { to })}
                />
              </td>
              <td>
                <Button size="small" onClick={() => onChange(rules.filter((_, at) => at !== index))}>
                  删除
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button
        style={{ marginTop: 8 }}
        disabled={rules.length >= 50}
        onClick={() =>
          onChange([
            ...rules,
            { kind: 'nothingSubmitted', after: 'deadline', workingDays: 3, to: 'upperOffice' },
          ])
        }
      >
        增加一条
      </Button>
    </div>
  );
}

/** The same for reading. */
function RuleList({ rules }: { readonly rules: readonly Rule[] }) {
  if (rules.length === 0) return <p className="mj-quiet">没有上报规则。</p>;
  return (
    <ul className={styles.ruleList}>
      {rules.map((rule) => (
        <li key={`${rule.kind} ${rule.after} ${rule.to}`}>
          <strong>{MATTER_NAMES[rule.kind]}</strong>：
          {afters.find(({ value }) => value === rule.after)?.label}满 {rule.workingDays} 个工作日，上报
          {ESCALATION_LEVEL_NAMES[rule.to]}
        </li>
      ))}
    </ul>
  );
}
