import { organization } from '@mingji/contract';

export const texts = {
  title: '机构人员',
  description: '五级机构、在册人员及任职、排名序列和工作日历。各级只能管理本级及下级。',
  tabs: { people: '机构与人员', sequences: '排名序列', calendar: '工作日历' },
} as const;

const options = <K extends string>(labels: Readonly<Record<K, string>>) =>
  (Object.entries(labels) as [K, string][]).map(([value, label]) => ({ value, label }));

export const kindOptions = options(organization.unitKindLabels).filter(({ value }) => value !== 'bureau');
export const categoryOptions = options(organization.memberCategoryLabels);
export const statusOptions = options(organization.serviceStatusLabels);
export const sexOptions = options({ male: '男', female: '女' });
