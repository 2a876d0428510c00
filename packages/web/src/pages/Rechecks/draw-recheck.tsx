import { rechecks } from '@mingji/contract';
import { useNavigate } from '@tanstack/react-router';
import { Form, Input, InputNumber, Radio, Select } from 'antd';
import { useCommand } from '../../api/use-command.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useSession } from '../../app/session.tsx';
import { DayInput } from '../../components/day-input.tsx';
import { FormDrawer } from '../../components/form-drawer.tsx';
import { recentDays } from '../ReviewLoad/recent-days.ts';

interface Values {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly periodId?: string;
  readonly ownerUnitId?: string;
  readonly indicatorCode?: string;
  readonly reviewerAccountId?: string;
  readonly wantedKind: 'count' | 'percent';
  readonly wanted: number;
  readonly seed?: string;
}

/** The office says what to draw from and how many; which ones is left to the lot. */
export function DrawRecheck({ onClose }: { readonly onClose: () => void }) {
  const { bureau } = useSession();
  const navigate = useNavigate();
  const draw = useCommand(rechecks.drawRecheck, {
    invalidates: [rechecks.listRecheckDraws, rechecks.countRecheckPopulation],
    refusals: 'inline',
    doneText: '已抽取，复核人会收到通知',
    onDone: (reply) => void navigate({ to: `/rechecks/${reply.draw.id}` }),
  });
  const submit = ({ seed, ...values }: Values) =>
    draw.run({ body: { ...chosen(values), ...(seed?.trim() ? { seed: seed.trim() } : {}) } });
  return (
    <FormDrawer<Values>
      open
      title="抽取复核"
      submitText="抽取"
      onClose={onClose}
      command={draw}
      draftKey="recheck.draw"
      initialValues={{ ...recentDays(bureau.timeZone), wantedKind: 'percent', wanted: 5 }}
      onSubmit={submit}
    >
      <DrawFields />
    </FormDrawer>
  );
}

/** What was left open narrows nothing. */
function chosen<V extends object>(values: V): V {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== null),
  ) as V;
}

function DrawFields() {
  const watched = Form.useWatch((all: Values) => JSON.stringify(filterOf(all))) as string | undefined;
  const filter = watched ? (JSON.parse(watched) as ReturnType<typeof filterOf>) : null;
  const population = useEndpoint(
    rechecks.countRecheckPopulation,
    filter?.from && filter.to ? { query: { ...filter, from: filter.from, to: filter.to } } : null,
    { keepPrevious: true },
  );
  const kind = Form.useWatch<Values['wantedKind']>('wantedKind');
  const found = population.data;
  const option = (each: { id: string; name: string; count: number }) => ({
    value: each.id,
    label: `${each.name}（${each.count}）`,
  });
  const choice = (name: keyof Values, label: string, options: { value: string; label: string }[]) => (
    <Form.Item name={name} label={label}>
      <Select allowClear placeholder="不限" options={options} showSearch={{ optionFilterProp: 'label' }} />
    </Form.Item>
  );
  return (
    <>
      <Form.Item
        name="title"
        label="名称"
        rules={[{ required: true, whitespace: true, message: '请填写名称，如“十一月抽查复核”' }]}
      >
        <Input maxLength={100} placeholder="如“十一月抽查复核”" />
      </Form.Item>
      <Form.Item name="from" label="采纳时间自" rules={[{ required: true, message: '请选择日期' }]}>
        <DayInput style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="to" label="至" rules={[{ required: true, message: '请选择日期' }]}>
        <DayInput style={{ width: '100%' }} />
      </Form.Item>
      {choice('ownerUnitId', '归口部门', (found?.owners ?? []).map(option))}
      {choice('reviewerAccountId', '审核人', (found?.reviewers ?? []).map(option))}
      {choice(
        'indicatorCode',
        '指标',
        (found?.indicators ?? []).map((each) => ({
          value: each.code,
          label: `${each.name}（${each.count}）`,
        })),
      )}
      {choice(
        'periodId',
        '周期',
        (found?.periods ?? []).map((each) => ({ value: each.id, label: `${each.label}（${each.count}）` })),
      )}
      <Form.Item name="wantedKind" label="抽取方式">
        <Radio.Group
          options={[
            { value: 'percent', label: '按比例' },
            { value: 'count', label: '按件数' },
          ]}
        />
      </Form.Item>
      <Form.Item
        name="wanted"
        label={kind === 'count' ? '件数' : '比例'}
        extra={found ? `范围内有 ${found.count} 件可以抽查，一次最多抽 500 件。` : undefined}
        rules={[{ required: true, message: '请填写抽取多少' }]}
      >
        <InputNumber
          min={1}
          max={kind === 'count' ? 500 : 100}
          precision={0}
          suffix={kind === 'count' ? '件' : '%'}
        />
      </Form.Item>
      <Form.Item
        name="seed"
        label="种子"
        extra="可以填写当众摇出的号码；不填由系统随机产生。种子留存，任何人可以据此重新抽取核对。"
      >
        <Input maxLength={100} />
      </Form.Item>
    </>
  );
}

function filterOf(values: Partial<Values> | undefined) {
  const { from, to, periodId, ownerUnitId, indicatorCode, reviewerAccountId } = values ?? {};
  return {
    from,
    to,
    ...(periodId ? { periodId } : {}),
    ...(ownerUnitId ? { ownerUnitId } : {}),
    ...(indicatorCode ? { indicatorCode } : {}),
    ...(reviewerAccountId ? { reviewerAccountId } : {}),
  };
}
