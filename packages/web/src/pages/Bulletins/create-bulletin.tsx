import { bulletins, periods } from '@mingji/contract';
import { useNavigate } from '@tanstack/react-router';
import { Form, Select } from 'antd';
import { useEffect } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { FormModal } from '../../components/form-modal.tsx';
import type { Issuer } from './issuer-form.tsx';
import { choosePeriods, methodsOf, valuesAbout } from './period-choices.ts';
import { kindOptions } from './texts.ts';

interface Values {
  readonly unitId: string;
  readonly kind: bulletins.BulletinKind;
  readonly ruleSetId: string;
  readonly periodIds: string[];
}
interface CreateBulletinProps {
  readonly issuers: readonly Issuer[];
  /** The period that is to be told of, when one comes from its page. */
  readonly about: string | null;
  readonly onClose: () => void;
}
/** Seventeen years of months; older ones are told already. */
const MOST = 200;

/** Which occasion, which method, which periods: the rest is in the template. */
export function CreateBulletin({ issuers, about, onClose }: CreateBulletinProps) {
  const [form] = Form.useForm<Values>();
  const navigate = useNavigate();
  const create = useCommand(bulletins.createBulletin, {
    invalidates: [bulletins.listBulletins],
    refusals: 'inline',
    doneText: '草稿已生成，请修改后送审',
    onDone: ({ bulletinId }) => void navigate({ to: `/bulletins/${bulletinId}/edit` }),
  });
  const known = useEndpoint(periods.listPeriods, { query: { pageSize: MOST } });
  const all = known.data?.items ?? [];
  const methods = methodsOf(all);
  const kind = Form.useWatch('kind', form) ?? 'monthly';
  const ruleSetId = Form.useWatch('ruleSetId', form);
  const ready = issuers.filter(({ mark }) => mark !== null);
  const choices = all.filter((period) => period.ruleSet.id === ruleSetId && period.state !== 'draft');
  const wanted = all.find(({ id }) => id === about);
  useEffect(() => {
    if (wanted) form.setFieldsValue(valuesAbout(wanted));
  }, [wanted, form]);
  const suggest = (nextKind: bulletins.BulletinKind, method: string | undefined) =>
    form.setFieldsValue({ periodIds: choosePeriods(all, nextKind, method ?? '') });
  return (
    <FormModal<Values>
      open
      title="拟制通报"
      submitText="生成草稿"
      form={form}
      command={create}
      onClose={onClose}
      initialValues={{ ...(ready[0] ? { unitId: ready[0].unit.id } : {}), kind: 'monthly' }}
      onValuesChange={(changed, values) => {
        if (changed.kind || changed.ruleSetId) suggest(values.kind, values.ruleSetId);
      }}
      onSubmit={({ unitId, kind: chosen, periodIds }) =>
        create.run({ body: { unitId, kind: chosen, periodIds, corrects: null } })
      }
    >
      <Form.Item name="unitId" label="发文单位" rules={[{ required: true, message: '请选择发文单位' }]}>
        <Select options={ready.map(({ unit }) => ({ value: unit.id, label: unit.name }))} />
      </Form.Item>
      <Form.Item name="kind" label="类别">
        <Select options={kindOptions.filter(({ value }) => value !== 'correction')} />
      </Form.Item>
      <Form.Item name="ruleSetId" label="考核办法" rules={[{ required: true, message: '请选择考核办法' }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          loading={known.isPending}
          placeholder="选择考核办法"
          options={methods.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item
        name="periodIds"
        label="周期"
        extra={
          kind === 'weekly'
            ? '进行中的周期按此刻的进展通报，注明“截至…，未封存”。'
            : '可选几个周期，按办法写明的方式汇总。'
        }
        rules={[{ required: true, message: '请选择周期' }]}
      >
        <Select
          mode="multiple"
          maxCount={12}
          placeholder={ruleSetId ? '选择周期' : '先选择考核办法'}
          disabled={!ruleSetId}
          options={choices.map(({ id, label, state }) => ({
            value: id,
            label: state === 'sealed' ? label : `${label}（未封存）`,
          }))}
        />
      </Form.Item>
    </FormModal>
  );
}
