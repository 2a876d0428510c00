import type { Indicator, RuleSet } from '@mingji/engine';
import { ruleWords } from '@mingji/engine';
import { Form, Input, Select } from 'antd';
import { pruned } from './edit-content.ts';
import styles from './editor.module.css';
import type { IndicatorValues } from './indicator-values.ts';
import type { Locks } from './locks.ts';

interface ClauseSideProps {
  readonly content: RuleSet;
  /** The id a new clause gets. */
  readonly fresh: string;
  /** Code of the indicator that is edited. */
  readonly code: string;
  readonly locks: Locks;
}

/** The left half: the sentence of the paper rule, and how the typed rule reads beside it. */
export function ClauseSide({ content, fresh, code, locks }: ClauseSideProps) {
  const form = Form.useFormInstance<IndicatorValues>();
  const clauseId = Form.useWatch('clause', form);
  const lock = clauseId === undefined ? null : locks.clause(clauseId);
  const shared = content.modules
    .flatMap((module) => module.items.flatMap((item) => item.indicators))
    .filter((each) => each.clause === clauseId && each.code !== code);
  const take = (id: string) => {
    const clause = content.clauses.find((each) => each.id === id);
    form.setFieldsValue({ clauseText: clause?.text ?? '', clauseSource: clause?.source ?? null });
  };
  const options = content.clauses.map(({ id, text }) => ({ value: id, label: `${id}：${text}` }));
  return (
    <div>
      <Form.Item name="clause" label="条款" rules={[{ required: true }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            { value: fresh, label: '另写一条新条款' },
            ...options.filter((one) => one.value !== fresh),
          ]}
          onChange={take}
        />
      </Form.Item>
      <Form.Item
        name="clauseText"
        label="条款原文"
        extra={
          lock
            ? `条款属“${lock.by}”，不得修改；从严时请选“另写一条新条款”`
            : shared.length > 0
              ? `该条款同时用于：${shared.map((each) => each.name).join('、')}，改动对它们同样有效`
              : undefined
        }
        rules={[{ required: true, whitespace: true, message: '请写条款原文' }]}
      >
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={4000} disabled={lock !== null} />
      </Form.Item>
      <Form.Item name="clauseSource" label="出处">
        <Input maxLength={200} placeholder="文件名称、文号、第几条" disabled={lock !== null} />
      </Form.Item>
      <RuleInWords content={content} />
    </div>
  );
}

/** The rule as it would read, while it is typed. */
function RuleInWords({ content }: { readonly content: RuleSet }) {
  const form = Form.useFormInstance<IndicatorValues>();
  const values = Form.useWatch((all) => all, form) as IndicatorValues | undefined;
  const scoring = pruned(values?.scoring) as Indicator['scoring'] | undefined;
  const lines = scoring ? wordsOf(content, { ...(pruned(values) as Indicator), scoring }) : [];
  return (
    <div className={styles.words}>
      <div className="mj-quiet">规则（文字）</div>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

/** Half-typed parameters: what is missing yet is left out, the rest is said. */
function wordsOf(content: RuleSet, indicator: Indicator): string[] {
  const lists = { events: [], sides: [], tiers: [], steps: [], groups: [] };
  const whole = {
    ...lists,
    effect: { kind: 'manualReview' },
    form: { kind: 'proportion' },
    ...indicator.scoring,
  };
  return ruleWords({ ...indicator, scoring: whole as unknown as Indicator['scoring'] }, content);
}
