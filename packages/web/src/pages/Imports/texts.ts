import type { imports } from '@mingji/contract';
import type { StatusMap } from '../../components/status-tag.tsx';

export const batchStates: StatusMap<imports.ImportBatchLine['state']> = {
  judged: { label: '待核对', look: 'waiting' },
  confirmed: { label: '已导入', look: 'good' },
  undone: { label: '已撤销', look: 'ended' },
  abandoned: { label: '已放弃', look: 'ended' },
};
export const verdictStates: StatusMap<imports.Verdict> = {
  ok: { label: '可导入', look: 'good' },
  repair: { label: '待接受修正', look: 'waiting' },
  warning: { label: '有提示', look: 'running' },
  error: { label: '须更正', look: 'refused' },
  'not-a-person': { label: '非数据行', look: 'ended' },
};
export const severityWords = { error: '须更正', repair: '可修正', warning: '提示' } as const;

export const steps = [
  { key: 'upload', title: '上传' },
  { key: 'columns', title: '核对列' },
  { key: 'rows', title: '逐行核对' },
  { key: 'confirm', title: '确认' },
] as const;
export type StepKey = (typeof steps)[number]['key'];

export const texts = {
  title: '数据导入',
  description:
    '用单位自己的 Excel 表建立机构、人员和目标责任细则，登记每月考勤结果。确认之前不写入任何数据；确认之后成一个批次，可整批撤销。',
  drop: '把 Excel 文件拖到这里，或点击选择（可一次选多个）',
  dropHow:
    '机构清单、人员花名册（警力通讯录）、目标责任细则、月度考勤结果均可，列的顺序和叫法不限；.xlsx，每个不超过 20 MB。',
  confirm: '确认导入',
  confirmEffect: '以上内容一次写入，成为一个可撤销的批次。',
} as const;
