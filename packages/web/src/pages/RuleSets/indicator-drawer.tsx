import type { ruleSets } from '@mingji/contract';
import { FAMILY_NAMES, type FamilyName, type Indicator, type RuleSet, ruleWords } from '@mingji/engine';
import { AutoComplete, Button, Form, Input, Select } from 'antd';
import { DecimalInput } from '../../components/decimal-input.tsx';
import { FormDrawer } from '../../components/form-drawer.tsx';
import { freeCode, type Place, pruned, putClause, putIndicator, removeIndicator } from './edit-content.ts';
import { completeScoring } from './family-fields.ts';
import styles from './rule-sets.module.css';
import { ScoringFields } from './scoring-fields.tsx';
import { texts } from './texts.ts';
import type { DraftSaver } from './use-draft-saver.ts';

export interface Editing {
  readonly place: Place;
  /** Null: a new one at the end of the item. */
  readonly indicator: Indicator | null;
}
interface Values extends Omit<Indicator, 'clause'> {
  readonly clauseText: string;
}
interface IndicatorDrawerProps {
  readonly version: ruleSets.VersionView;
  readonly editing: Editing;
  readonly saver: DraftSaver;
  readonly onClose: () => void;
}

const familyOptions = Object.entries(FAMILY_NAMES).map(([value, label]) => ({ value, label }));

/** The guided editor (X7): the sentence of the paper rule above, the typed rule below, its words beside them. */
export function IndicatorDrawer({ version, editing, saver, onClose }: IndicatorDrawerProps) {
  const [form] = Form.useForm<Values>();
  const content = version.content as RuleSet;
  const old = editing.indicator;
  const code = old?.code ?? freeCode(content, editing.place.itemCode);
  const clauseId = old?.clause ?? freeCode(content, 'clause');
  const shared = content.modules
    .flatMap((module) => module.items.flatMap((item) => item.indicators))
    .filter((each) => each.clause === clauseId && each.code !== code);
  const initial = {
    ...(old ?? { scoring: { family: 'deductFromFull' as const, events: [] } }),
    code,
    clauseText: content.clauses.find((clause) => clause.id === clauseId)?.text ?? '',
  };
  const submit = () => {
    // Unregistered parts of the rule (role splits, multipliers) stay as they were: the whole store is read.
    const { clauseText, scoring, ...rest } = form.getFieldsValue(true) as Values;
    const indicator = pruned({
      ...rest,
      clause: clauseId,
      scoring: completeScoring(scoring as unknown as Record<string, unknown>),
    }) as Indicator;
    return saver.save(
      putIndicator(putClause(content, clauseId, clauseText), editing.place, indicator, old?.code ?? null),
    );
  };
  return (
    <FormDrawer<Values>
      open
      form={form}
      title={old ? `${texts.editIndicator}：${old.name}` : texts.addIndicator}
      width={760}
      onClose={onClose}
      command={saver.command}
      onSubmit={submit}
      submitText="保存"
      initialValues={initial as Partial<Values>}
      draftKey={`ruleSet.${version.id}.${old?.code ?? `new.${editing.place.itemCode}`}`}
    >
      <IndicatorFields
        owners={version.owners.map((each) => each.owner)}
        shared={shared.map((each) => each.name)}
      />
      {old && (
        <Button
          danger
          type="text"
          onClick={async () => {
            if (await saver.save(removeIndicator(content, editing.place, old.code))) onClose();
          }}
        >
          删除此指标
        </Button>
      )}
    </FormDrawer>
  );
}

interface IndicatorFieldsProps {
  readonly owners: readonly string[];
  readonly shared: readonly string[];
}

function IndicatorFields({ owners, shared }: IndicatorFieldsProps) {
  const form = Form.useFormInstance<Values>();
  const family = Form.useWatch(['scoring', 'family'], form) as FamilyName | undefined;
  return (
    <>
      <div className={styles.beside}>
        <Form.Item
          name="clauseText"
          label="条款原文"
          extra={shared.length > 0 ? `该条款同时用于：${shared.join('、')}` : undefined}
          rules={[{ required: true, whitespace: true, message: '请写条款原文' }]}
        >
          <Input.TextArea autoSize={{ minRows: 4, maxRows: 8 }} maxLength={4000} />
        </Form.Item>
        <RuleInWords />
      </div>
      <div className={styles.fields}>
        <Form.Item
          name="name"
          label="指标名称"
          rules={[{ required: true, whitespace: true, message: '请填写指标名称' }]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="owner" label="归口部门" rules={[{ required: true, message: '请填写归口部门' }]}>
          <AutoComplete options={owners.map((value) => ({ value }))} />
        </Form.Item>
        <Form.Item name="marks" label="分值">
          <DecimalInput min="0" measure="分" style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="cap" label="累计加减限额">
          <DecimalInput min="0" measure="分" style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <Form.Item name="evidence" label="须附的证明材料">
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name={['scoring', 'family']} label="计分方式" rules={[{ required: true }]}>
        <Select
          options={familyOptions}
          showSearch={{ optionFilterProp: 'label' }}
          // Parameters of one family mean nothing in another.
          onChange={(next: FamilyName) => form.setFieldValue('scoring', { family: next })}
        />
      </Form.Item>
      {family && <ScoringFields family={family} />}
    </>
  );
}

/** The rule as it would read, while it is typed. */
function RuleInWords() {
  const form = Form.useFormInstance<Values>();
  const values = Form.useWatch((all) => all, form) as Values | undefined;
  const scoring = pruned(values?.scoring) as Indicator['scoring'] | undefined;
  const lines = scoring ? wordsOf({ ...(pruned(values) as Indicator), scoring }) : [];
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
function wordsOf(indicator: Indicator): string[] {
  const lists = { events: [], sides: [], tiers: [], steps: [], groups: [] };
  const whole = {
    ...lists,
    effect: { kind: 'manualReview' },
    form: { kind: 'proportion' },
    ...indicator.scoring,
  };
  return ruleWords({ ...indicator, scoring: whole as unknown as Indicator['scoring'] });
}
