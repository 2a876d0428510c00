import type { Cell } from '../../../../spreadsheet/workbook.ts';
import { foldText, writtenText } from '../cell-text.ts';
import type { FieldSpec } from '../field-spec.ts';
import { readOfficeQuantity } from '../office-quantity.ts';
import type { UnitDirectory } from '../resolve-unit.ts';

const names = (list: string) => list.split(' ');
const looksLikeQuantity = (cell: Cell) => readOfficeQuantity(cell).kind === 'quantity';
const looksLikeMarks = (cell: Cell) => {
  const found = readOfficeQuantity(cell);
  return (
    found.kind === 'quantity' && (found.unit === null || found.unit === '分') && Number(found.value) <= 200
  );
};
const looksLikeRule = (cell: Cell) => /[扣加得计]\S*分|不得分|比例/.test(foldText(writtenText(cell)));

/** The fields of a target-responsibility book (目标责任细则). */
export function targetBookFields(resolveUnit: UnitDirectory): FieldSpec[] {
  return [
    {
      field: 'item',
      label: '考核项目',
      synonyms: names('项目 考核类别 类别 考核模块 模块 一级指标 考核大项 大项 指标类别 项目名称'),
      required: true,
    },
    {
      field: 'itemMarks',
      label: '项目分值',
      synonyms: names('项目分 项目总分 大项分值 项目标准分 类别分值 一级分值 总分值 模块分值'),
      looksLike: looksLikeMarks,
    },
    { field: 'serial', label: '序号', synonyms: names('编号 项次 no'), looksLike: looksLikeMarks },
    {
      field: 'name',
      label: '考核内容',
      synonyms: names(
        '指标 指标名称 考核指标 二级指标 三级指标 考核要点 考核事项 具体指标 工作内容 目标任务名称 工作任务 考核细目 内容',
      ),
      required: true,
    },
    {
      field: 'rule',
      label: '评分标准',
      synonyms: names(
        '评分办法 计分办法 考核标准 扣分标准 评分细则 考核办法 计分标准 评分规则 计分方法 评分方法 标准 打分标准 考评标准',
      ),
      required: true,
      looksLike: looksLikeRule,
      distinctive: true,
    },
    {
      field: 'marks',
      label: '分值',
      synonyms: names('标准分 满分 分数 指标分值 分 基础分 基准分 二级分值 分值权重 权重'),
      required: true,
      looksLike: looksLikeMarks,
    },
    {
      field: 'owner',
      label: '归口部门',
      synonyms: names(
        '责任部门 考核部门 牵头部门 主考部门 责任单位 考评部门 归口单位 考核单位 牵头单位 主管部门 考核责任部门 部门',
      ),
      looksLike: (cell) => resolveUnit(writtenText(cell)).kind !== 'unknown',
      distinctive: true,
    },
    {
      field: 'target',
      label: '年度目标数',
      synonyms: names(
        '目标值 目标数 任务数 年度目标 目标任务 全年任务数 指标数 年度任务 目标任务数 全年目标 年度目标值 年度任务数 任务指标',
      ),
      looksLike: looksLikeQuantity,
    },
    { field: 'remark', label: '备注', synonyms: ['说明'] },
  ];
}
