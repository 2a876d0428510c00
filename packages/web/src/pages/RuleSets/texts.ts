import type { ruleSets } from '@mingji/contract';
import type { z } from 'zod';
import type { StatusMap } from '../../components/status-tag.tsx';

export const versionStates: StatusMap<z.infer<typeof ruleSets.versionState>> = {
  draft: { label: '草稿', look: 'draft' },
  submitted: { label: '备案审核中', look: 'waiting' },
  filed: { label: '已备案', look: 'good' },
  published: { label: '已发布', look: 'good' },
};

export const filingStates: StatusMap<z.infer<typeof ruleSets.filingState>> = {
  pending: { label: '待办理', look: 'waiting' },
  accepted: { label: '同意备案', look: 'good' },
  returned: { label: '已退回', look: 'returned' },
  withdrawn: { label: '已撤回', look: 'ended' },
};

export const texts = {
  title: '指标与办法',
  description: '考核办法按版本管理：草稿可改，发布后不再变动；成绩始终按当时施行的版本计算。',
  create: '新建办法',
  library: '指标库',
  libraryDescription: '各办法历年各版本的全部指标，可按任意条件组合查询；查询结果的链接可发给同事。',
  publish: '发布',
  tryOut: '在往期数据上试算',
  newDraft: '起草新版本',
  download: '下载 YAML',
  upload: '以 YAML 替换',
  discard: '废弃草稿',
  settings: '办法参数',
  scope: '名称与序列',
  addModule: '添加模块',
  addItem: '添加项目',
  addIndicator: '添加指标',
  editIndicator: '修改指标',
  signOff: '登记法制意见',
  balance: '分值平衡',
  problems: '须改正的问题',
  findings: '合法性与合理性提示',
  owners: '归口部门',
  filing: '备案',
  submitFiling: '报送备案',
  decideFiling: '办理备案',
  withdrawFiling: '撤回备案',
  filings: '备案办理',
  filingsDescription: '下级单位报来备案的考核办法：核对是否符合上级框架，同意备案或退回修改。',
  longTable: '长表：请下载 YAML 修改后，用“以 YAML 替换”带回',
  tabs: {
    rules: '指标与规则',
    clauses: '条款',
    sections: '等次、程序与其他',
    dependants: '下级办法',
    compare: '版本对照',
  },
} as const;
