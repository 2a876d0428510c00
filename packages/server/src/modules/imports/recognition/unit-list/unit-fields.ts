import type { Cell } from '../../../../spreadsheet/workbook.ts';
import { foldText, writtenText } from '../cell-text.ts';
import type { FieldSpec } from '../field-spec.ts';

const names = (list: string) => list.split(' ');
const matches = (pattern: RegExp) => (cell: Cell) => pattern.test(foldText(writtenText(cell)));
const unitLike = matches(/(所|队|室|中心|科|处|局|办|委|部|站|股)$/);

/** The fields of a list of units. */
export const UNIT_FIELDS: FieldSpec[] = [
  { field: 'serial', label: '序号', synonyms: names('编号 项次 no'), looksLike: matches(/^\d{1,4}$/) },
  {
    field: 'name',
    label: '单位名称',
    synonyms: names('名称 单位 机构名称 部门名称 部门 机构 全称 单位全称 机构全称'),
    required: true,
    looksLike: unitLike,
  },
  {
    field: 'kind',
    label: '类别',
    synonyms: names('单位类别 机构类别 单位类型 类型 机构类型 单位性质 性质 序列'),
    looksLike: matches(/派出所|机关|实战|监管|大队|支队|中队|分局|县局|部门/),
  },
  {
    field: 'parent',
    label: '上级单位',
    synonyms: names('上级 上级机构 上级部门 隶属单位 隶属 主管单位 所属单位 上级单位名称 隶属关系'),
    looksLike: unitLike,
  },
  {
    field: 'code',
    label: '机构代码',
    synonyms: names('代码 单位代码 机构编码 单位编码 组织机构代码 公安机关机构代码 部门代码 编码'),
    looksLike: matches(/^[\da-z]{10,12}$/),
    distinctive: true,
  },
  {
    field: 'aliases',
    label: '简称',
    synonyms: names('别名 曾用名 又名 俗称 简称别名 别称 单位简称 机构简称'),
  },
  { field: 'remark', label: '备注', synonyms: ['说明'] },
];
