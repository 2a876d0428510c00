import { imports, organization, ruleSets } from '@mingji/contract';
import { Button, Form, Input, Select } from 'antd';
import { useCommand } from '../../api/use-command.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { DayInput } from '../../components/day-input.tsx';
import { holdEnter } from '../../components/hold-enter.ts';
import { RefusalAlert } from '../../components/refusal-alert.tsx';
import styles from './imports.module.css';
import { texts } from './texts.ts';

interface Values {
  readonly from?: string | null;
  readonly ruleSetId?: string | null;
  readonly code?: string;
  readonly name?: string;
  readonly sequenceCodes?: string[];
}

/** The few things only the office knows, and the one click that writes. */
export function ConfirmForm({ batch }: { readonly batch: imports.ImportBatch }) {
  const [form] = Form.useForm<Values>();
  const confirm = useCommand(imports.confirmImport, {
    invalidates: [
      imports.getImport,
      imports.listImports,
      organization.listUnits,
      organization.listOfficers,
      ruleSets.listRuleSets,
    ],
    refusals: 'inline',
  });
  const submit = (values: Values) =>
    confirm.run({
      params: { batchId: batch.id },
      body: {
        taken: batch.summary.taken,
        from: values.from ?? null,
        ruleSet:
          batch.kind === 'targetBook'
            ? {
                ruleSetId: values.ruleSetId ?? null,
                code: values.code ?? '',
                name: values.name ?? '',
                sequenceCodes: values.sequenceCodes ?? [],
              }
            : null,
      },
    });
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      onFinish={(values) => void submit(values)}
      onKeyDown={holdEnter}
      style={{ marginTop: 12 }}
    >
      {batch.kind === 'roster' && (
        <Form.Item
          name="from"
          label="任职起始日期"
          extra="花名册没有写明到任时间：从这一天算起；入警时间晚于这一天的，从入警之日算起。不填即今年 1 月 1 日。"
        >
          <DayInput />
        </Form.Item>
      )}
      {batch.kind === 'targetBook' && <RuleSetFields batch={batch} />}
      <RefusalAlert refusal={confirm.refusal} onClose={confirm.reset} />
      <p className="mj-quiet">{texts.confirmEffect}</p>
      <Button
        type="primary"
        size="large"
        htmlType="submit"
        loading={confirm.isPending}
        disabled={batch.summary.taken === 0 || batch.tableProblems.length > 0}
      >
        {texts.confirm} {batch.summary.taken} 行
      </Button>
    </Form>
  );
}

function RuleSetFields({ batch }: { readonly batch: imports.ImportBatch }) {
  const form = Form.useFormInstance<Values>();
  const ruleSetId = Form.useWatch('ruleSetId', form);
  const known = useEndpoint(ruleSets.listRuleSets, { query: { pageSize: 200 } });
  const year = new Date(batch.createdAt).getFullYear();
  const sequences = useEndpoint(organization.listSequences, { query: { year } });
  const choose = (id: string | undefined) => {
    const found = known.data?.items.find((one) => one.id === id);
    form.setFieldsValue(
      found ? { code: found.code, name: found.name, sequenceCodes: [...found.sequenceCodes] } : {},
    );
  };
  return (
    <div className={styles.options}>
      <Form.Item name="ruleSetId" label="写入哪个办法" extra="选已有的办法，成为它的新版本草稿。">
        <Select
          allowClear
          placeholder="新建一个办法"
          onChange={choose}
          options={(known.data?.items ?? [])
            .filter((one) => one.abilities.edit)
            .map((one) => ({ value: one.id, label: one.name }))}
        />
      </Form.Item>
      <Form.Item
        name="name"
        label="办法名称"
        initialValue={`${year}年${batch.unit.name}目标责任考核办法`}
        rules={[{ required: true, whitespace: true, message: '请填写办法名称' }]}
      >
        <Input maxLength={100} disabled={Boolean(ruleSetId)} />
      </Form.Item>
      <Form.Item
        name="code"
        label="办法代码"
        extra="小写字母、数字和 -，全局唯一。"
        initialValue={`targets-${year}`}
        rules={[
          { required: true, message: '请填写代码' },
          { pattern: /^[a-z0-9][a-z0-9-]{1,60}$/, message: '小写字母、数字和 -，2–61 位' },
        ]}
      >
        <Input maxLength={61} disabled={Boolean(ruleSetId)} />
      </Form.Item>
      <Form.Item name="sequenceCodes" label="考核对象（排名序列）" extra="不选即全部单位序列，之后可改。">
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={(sequences.data?.sequences ?? []).map((one) => ({ value: one.code, label: one.name }))}
        />
      </Form.Item>
    </div>
  );
}
