import { imports } from '@mingji/contract';
import { FAMILY_NAMES, type FamilyName } from '@mingji/engine';
import { Button, Form, Select } from 'antd';
import { useCommand } from '../../api/use-command.ts';
import { DecimalInput } from '../../components/decimal-input.tsx';
import { FormDrawer } from '../../components/form-drawer.tsx';
import { completeScoring } from '../RuleSets/family-fields.ts';
import { ScoringFields } from '../RuleSets/scoring-fields.tsx';
import styles from './imports.module.css';

type Scoring = NonNullable<imports.ImportRuleView['rule']['scoring']>;
interface Values {
  readonly scoring: Scoring;
  readonly cap?: string | null;
}
interface RuleDrawerProps {
  readonly batchId: string;
  readonly rule: imports.ImportRuleView;
  readonly onClose: () => void;
}
const families = Object.entries(FAMILY_NAMES).map(([value, label]) => ({ value, label }));

/** Decides the typed rule of one indicator by hand, with its sentence in sight. */
export function RuleDrawer({ batchId, rule, onClose }: RuleDrawerProps) {
  const [form] = Form.useForm<Values>();
  const family = Form.useWatch(['scoring', 'family'], form) as FamilyName | undefined;
  const save = useCommand(imports.correctImportRule, {
    invalidates: [imports.listImportRules],
    refusals: 'inline',
  });
  const params = { batchId, row: rule.row };
  const submit = ({ scoring, cap }: Values) =>
    save.run({
      params,
      body: {
        rule: {
          scoring: withoutBlanks(completeScoring({ ...scoring })) as Scoring,
          additions: rule.rule.additions,
          cap: cap || null,
        },
      },
    });
  const initial = rule.rule.scoring;
  return (
    <FormDrawer<Values>
      open
      form={form}
      width={640}
      title={`核定计分方式：${rule.name ?? ''}`}
      submitText="按此计分"
      command={save}
      onClose={onClose}
      onSubmit={submit}
      initialValues={{
        ...(initial ? { scoring: initial } : {}),
        ...(rule.rule.cap ? { cap: rule.rule.cap } : {}),
      }}
    >
      <p className={styles.clause}>{rule.text ?? '没有评分标准'}</p>
      <Form.Item
        name={['scoring', 'family']}
        label="计分方式"
        style={{ marginTop: 12 }}
        rules={[{ required: true, message: '请选择计分方式' }]}
      >
        <Select options={families} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      {family && <ScoringFields family={family} />}
      <Form.Item name="cap" label="最多加（扣）" extra="不写即不另设上限。">
        <DecimalInput />
      </Form.Item>
      {rule.confidence === null && (
        <Button
          onClick={() =>
            void save.run({ params, body: { rule: null } }).then((done) => {
              if (done) onClose();
            })
          }
        >
          恢复为自动识别的结果
        </Button>
      )}
    </FormDrawer>
  );
}

/** Fields left empty on the form are not parameters. */
function withoutBlanks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutBlanks);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined && part !== null && part !== '')
      .map(([key, part]) => [key, withoutBlanks(part)]),
  );
}
