import { periods, ruleSets } from '@mingji/contract';
import { planPeriods } from '@mingji/engine';
import { Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd';
import { useCommand } from '../../api/use-command.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { formatDay } from '../../app/format-time.ts';
import { DayInput } from '../../components/day-input.tsx';
import { FormDrawer } from '../../components/form-drawer.tsx';
import styles from './periods.module.css';
import { type PlanValues, planDefaults, planOf } from './plan-values.ts';
import { kindNames, texts } from './texts.ts';

interface CreatePeriodsProps {
  readonly year: number;
  readonly onClose: () => void;
}

/** A year's periods from a template, shown before they are made. */
export function CreatePeriods({ year, onClose }: CreatePeriodsProps) {
  const create = useCommand(periods.createPeriods, {
    invalidates: [periods.listPeriods],
    refusals: 'inline',
    doneText: '周期已建立',
  });
  const submit = async (values: PlanValues) => {
    const plan = planOf(values);
    if (!plan || !values.ruleSetVersionId) return null;
    return create.run({
      body: {
        ruleSetVersionId: values.ruleSetVersionId,
        year: values.year,
        plan: plan as never,
        noticeDays: values.noticeDays ?? undefined,
        appealDays: values.appealDays ?? undefined,
        confirmed: values.confirmed ?? false,
        trial: values.trial ?? false,
      },
    });
  };
  return (
    <FormDrawer<PlanValues>
      open
      title={texts.create}
      width={720}
      onClose={onClose}
      command={create}
      onSubmit={submit}
      submitText="建立"
      initialValues={{ ...planDefaults, year }}
    >
      <PlanFields refused={create.refusal?.code === 'refused'} />
    </FormDrawer>
  );
}

const must = [{ required: true, message: '请填写' }];
const wide = { width: '100%' };

function PlanFields({ refused }: { readonly refused: boolean }) {
  const form = Form.useFormInstance<PlanValues>();
  const kind = Form.useWatch('form', form) ?? 'months';
  const list = useEndpoint(ruleSets.listRuleSets, { query: { pageSize: 200 } });
  const versions = (list.data?.items ?? []).flatMap((ruleSet) => {
    const version = ruleSet.versions.find((each) => each.state === 'published');
    return version
      ? [{ value: version.id, label: `${ruleSet.name} 第 ${version.version} 版 · ${ruleSet.unit.name}` }]
      : [];
  });
  return (
    <>
      <Form.Item name="ruleSetVersionId" label="办法（施行版本）" rules={must}>
        <Select options={versions} placeholder="只列出已发布的办法" loading={list.isPending} />
      </Form.Item>
      <Form.Item name="form" label="模板">
        <Radio.Group
          options={[
            { value: 'months', label: '十二个月' },
            { value: 'quarters', label: '按截止日分段（季、半年、年）' },
            { value: 'custom', label: '单个（含专项行动）' },
          ]}
        />
      </Form.Item>
      <div className={styles.fields}>
        <Form.Item name="year" label="年度（周期结束所在年）" rules={must}>
          <InputNumber min={2000} max={2100} precision={0} style={wide} />
        </Form.Item>
        {kind === 'months' && (
          <>
            <Form.Item name="startDay" label="每月起始日" extra="26 即上月 26 日至本月 25 日" rules={must}>
              <InputNumber min={1} max={28} precision={0} style={wide} />
            </Form.Item>
            <Form.Item name="submitDay" label="填报截止日（24:00）" rules={must}>
              <InputNumber min={1} max={31} precision={0} style={wide} />
            </Form.Item>
          </>
        )}
        {kind === 'quarters' && (
          <>
            <Form.Item name="ends" label="各段最后一天（月-日）" rules={must}>
              <Input placeholder="03-15 06-15 09-15 12-01" />
            </Form.Item>
            <Form.Item name="submitDays" label="段末后几日截止填报" rules={must}>
              <InputNumber min={0} max={120} precision={0} style={wide} />
            </Form.Item>
          </>
        )}
        {kind === 'custom' && <CustomFields />}
        <Form.Item name="reviewDays" label="审核用几日" rules={must}>
          <InputNumber min={0} max={120} precision={0} style={wide} />
        </Form.Item>
        <Form.Item name="noticeDays" label="公示（工作日）">
          <InputNumber min={0} max={60} precision={0} style={wide} placeholder="按办法，办法没写的 5 日" />
        </Form.Item>
        <Form.Item name="appealDays" label="复议（工作日）">
          <InputNumber min={0} max={60} precision={0} style={wide} placeholder="按办法，办法没写的 5 日" />
        </Form.Item>
      </div>
      <Form.Item
        name="trial"
        valuePropName="checked"
        extra="照常填报、审核和计算，名称加注“试运行”，成绩不计入任何汇总。"
      >
        <Checkbox>试运行</Checkbox>
      </Form.Item>
      <Preview />
      {refused && (
        <Form.Item name="confirmed" valuePropName="checked">
          <Checkbox>已核对，确需保留上述重叠或空档</Checkbox>
        </Form.Item>
      )}
    </>
  );
}

function CustomFields() {
  return (
    <>
      <Form.Item name="kind" label="类别" initialValue="special" rules={must}>
        <Select options={Object.entries(kindNames).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      <Form.Item name="label" label="名称" rules={must}>
        <Input maxLength={40} placeholder="夏季治安打击整治行动" />
      </Form.Item>
      <Form.Item name="from" label="开始日" rules={must}>
        <DayInput style={wide} />
      </Form.Item>
      <Form.Item name="to" label="结束日" rules={must}>
        <DayInput style={wide} />
      </Form.Item>
      <Form.Item name="submitOn" label="填报截止日（24:00）" rules={must}>
        <DayInput style={wide} />
      </Form.Item>
    </>
  );
}

/** What the template makes, by the same function the server uses. */
function Preview() {
  const form = Form.useFormInstance<PlanValues>();
  const values = Form.useWatch((all) => all, form) as PlanValues | undefined;
  const plan = values ? planOf({ ...planDefaults, ...values }) : null;
  if (!values || !plan || !Number.isInteger(values.year)) return null;
  return (
    <div className={styles.preview}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>周期</th>
            <th>数据窗口</th>
            <th>填报截止</th>
            <th>审核截止</th>
          </tr>
        </thead>
        <tbody>
          {planPeriods(plan, values.year).map((period) => (
            <tr key={period.label}>
              <td>{period.label}</td>
              <td>
                {formatDay(period.from)} 至 {formatDay(period.to)}
              </td>
              <td>{formatDay(period.submitOn)}</td>
              <td>{formatDay(period.reviewOn)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
