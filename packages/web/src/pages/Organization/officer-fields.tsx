import type { organization } from '@mingji/contract';
import { Form, Input, Select } from 'antd';
import { DayInput } from '../../components/day-input.tsx';
import styles from './organization.module.css';
import { categoryOptions, sexOptions, statusOptions } from './texts.ts';

export interface PersonalValues {
  readonly policeNo: string;
  readonly name: string;
  readonly sex?: organization.OfficerView['sex'];
  readonly birth?: string | null;
  readonly joined?: string | null;
  readonly category: organization.OfficerView['category'];
  readonly politics?: string | null;
  readonly jobRank?: string | null;
  readonly insignia?: string | null;
  readonly idNo?: string;
}
export interface ServiceValues {
  readonly position: string;
  readonly post?: string | null;
  readonly status: organization.MembershipView['status'];
  readonly statusNote?: string | null;
  readonly from: string;
}

const orNull = (text: string | null | undefined) => text?.trim() || null;
const required = (message: string) => [{ required: true, whitespace: true, message }];

/** The request's part of the form's values: what was left empty is nothing, not an empty text. */
export function personalBody(values: PersonalValues) {
  return {
    policeNo: values.policeNo.trim().toUpperCase(),
    name: values.name,
    sex: values.sex ?? null,
    birth: orNull(values.birth),
    joined: orNull(values.joined),
    category: values.category,
    politics: orNull(values.politics),
    jobRank: orNull(values.jobRank),
    insignia: orNull(values.insignia),
  };
}

export function serviceBody(values: ServiceValues) {
  return {
    position: values.position,
    post: orNull(values.post),
    status: values.status,
    statusNote: orNull(values.statusNote),
    from: values.from,
  };
}

export function PersonalFields({ idNoExtra }: { readonly idNoExtra: string }) {
  return (
    <div className={styles.pair}>
      <Form.Item name="name" label="姓名" rules={required('请填写姓名')}>
        <Input maxLength={40} autoFocus />
      </Form.Item>
      <Form.Item name="policeNo" label="警号" rules={required('请填写警号')}>
        <Input maxLength={12} />
      </Form.Item>
      <Form.Item name="category" label="人员类别" rules={[{ required: true, message: '请选择类别' }]}>
        <Select options={categoryOptions} />
      </Form.Item>
      <Form.Item name="sex" label="性别">
        <Select options={sexOptions} allowClear />
      </Form.Item>
      <Form.Item name="birth" label="出生年月" extra="如 1985-03 或 1985-03-01">
        <Input maxLength={10} />
      </Form.Item>
      <Form.Item name="joined" label="入警时间" extra="如 2008-07 或 2008-07-01">
        <Input maxLength={10} />
      </Form.Item>
      <Form.Item name="idNo" label="身份证号" extra={idNoExtra}>
        <Input maxLength={18} autoComplete="off" />
      </Form.Item>
      <Form.Item name="politics" label="政治面貌">
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="jobRank" label="职级">
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="insignia" label="警衔">
        <Input maxLength={40} />
      </Form.Item>
    </div>
  );
}

export function ServiceFields({ fromLabel }: { readonly fromLabel: string }) {
  return (
    <div className={styles.pair}>
      <Form.Item name="position" label="职务" rules={required('请填写职务')}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="post" label="岗位">
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="status" label="状态" rules={[{ required: true, message: '请选择状态' }]}>
        <Select options={statusOptions} />
      </Form.Item>
      <Form.Item name="statusNote" label="状态说明">
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="from" label={fromLabel} rules={[{ required: true, message: '请选择日期' }]}>
        <DayInput />
      </Form.Item>
    </div>
  );
}
