import { reviewDuties } from '@mingji/contract';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { ConfirmAction } from '../../components/confirm-action.tsx';
import { FormModal } from '../../components/form-modal.tsx';
import { Panel } from '../../components/panel.tsx';
import styles from './review-duties.module.css';

const levels: Readonly<Record<number, string>> = {
  2: '县（市、区）局及以下',
  3: '所队及以下',
  4: '中队、组及以下',
  5: '第五级及以下',
  6: '第六级及以下',
};

/** By level another department than the method names: kept by the office of the method. */
export function OwnerRoutes() {
  const answer = useEndpoint(reviewDuties.listOwnerRoutes, {});
  const [adding, setAdding] = useState(false);
  const remove = useCommand(reviewDuties.removeOwnerRoute, {
    invalidates: [reviewDuties.listOwnerRoutes],
    refusals: 'inline',
    doneText: '已删除，新到的填报按办法的归口部门流转',
  });
  const routes = answer.data?.routes ?? [];
  const methods = answer.data?.ruleSets ?? [];
  if (routes.length === 0 && methods.length === 0) return null;
  return (
    <Panel
      title="按层级流转"
      extra={
        methods.length > 0 && (
          <Button size="small" onClick={() => setAdding(true)}>
            增加规则
          </Button>
        )
      }
    >
      <p className="mj-quiet" style={{ marginTop: 0 }}>
        默认由办法写明的归口部门审核；在这里可以改由当事单位同一条线上的对口部门审核，该线上没有此部门的仍按办法。
      </p>
      <dl className={styles.duties}>
        {routes.map((route) => (
          <div key={route.id}>
            <dt>{levels[route.fromLevel]}</dt>
            <dd>
              {route.ruleSet.name}：{route.indicatorName ?? '全部指标'}，由本线的
              <strong>{route.ownerName}</strong>审核{' '}
              {methods.some(({ id }) => id === route.ruleSet.id) && (
                <ConfirmAction
                  label="删除"
                  consequence="此后报送的填报按办法的归口部门流转，已报送的不变。"
                  command={remove}
                  onConfirm={() => remove.run({ params: { routeId: route.id }, body: {} })}
                  button={{ size: 'small', type: 'link' }}
                />
              )}
            </dd>
          </div>
        ))}
      </dl>
      {adding && <AddRoute methods={methods} onClose={() => setAdding(false)} />}
    </Panel>
  );
}

interface Values {
  readonly ruleSetId: string;
  readonly indicatorCode?: string;
  readonly fromLevel: number;
  readonly ownerName: string;
}
type Methods = readonly {
  readonly id: string;
  readonly name: string;
  readonly indicators: readonly { readonly code: string; readonly name: string; readonly owner: string }[];
}[];

function AddRoute({ methods, onClose }: { readonly methods: Methods; readonly onClose: () => void }) {
  const add = useCommand(reviewDuties.addOwnerRoute, {
    invalidates: [reviewDuties.listOwnerRoutes],
    refusals: 'inline',
    doneText: '已增加，对新到的填报生效',
  });
  return (
    <FormModal<Values>
      open
      title="增加按层级流转的规则"
      submitText="增加"
      onClose={onClose}
      command={add}
      initialValues={{ fromLevel: 3, ...(methods[0] ? { ruleSetId: methods[0].id } : {}) }}
      onSubmit={({ indicatorCode, ...body }) =>
        add.run({ body: { ...body, ...(indicatorCode ? { indicatorCode } : {}) } })
      }
    >
      <Form.Item name="ruleSetId" label="办法" rules={[{ required: true, message: '请选择办法' }]}>
        <Select options={methods.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <IndicatorField methods={methods} />
      <Form.Item name="fromLevel" label="适用于" rules={[{ required: true }]}>
        <Select options={Object.entries(levels).map(([value, label]) => ({ value: Number(value), label }))} />
      </Form.Item>
      <Form.Item
        name="ownerName"
        label="审核部门"
        extra="填写各地对口部门共同的名称或别名，如“治安管理大队”，系统按当事单位找到本地的一个。"
        rules={[{ required: true, whitespace: true, message: '请填写部门名称或别名' }]}
      >
        <Input maxLength={100} />
      </Form.Item>
    </FormModal>
  );
}

function IndicatorField({ methods }: { readonly methods: Methods }) {
  const ruleSetId = Form.useWatch<string>('ruleSetId');
  const indicators = methods.find(({ id }) => id === ruleSetId)?.indicators ?? [];
  return (
    <Form.Item name="indicatorCode" label="指标" extra="不选为全部指标。">
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="全部指标"
        options={indicators.map(({ code, name, owner }) => ({ value: code, label: `${name}（${owner}）` }))}
      />
    </Form.Item>
  );
}
