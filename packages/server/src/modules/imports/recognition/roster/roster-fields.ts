import type { Cell } from '../../../../spreadsheet/workbook.ts';
import { foldText, writtenText } from '../cell-text.ts';
import type { FieldSpec } from '../field-spec.ts';
import { readOfficeDate } from '../office-date.ts';
import type { UnitDirectory } from '../resolve-unit.ts';

const matches = (pattern: RegExp) => (cell: Cell) => pattern.test(foldText(writtenText(cell)));
const names = (list: string) => list.split(' ');

const looksLikeDate = (cell: Cell) => ['date', 'ambiguous'].includes(readOfficeDate(cell, false).kind);
const looksLikeIdNo = (cell: Cell) =>
  cell.kind === 'number' ? cell.text.length === 18 : matches(/^['’‘`]?\d{17}[\dx]$|^\d(\.\d+)?e\+17$/)(cell);

const IDENTITY: FieldSpec[] = [
  {
    field: 'serial',
    label: '序号',
    synonyms: names('编号 顺序号 序列 项次 no №'),
    looksLike: matches(/^\d{1,5}$/),
  },
  {
    field: 'name',
    label: '姓名',
    synonyms: names('民警姓名 人员姓名 名字 警员姓名 干部姓名'),
    required: true,
    looksLike: matches(/^[\u3400-\u9fff·•]{2,8}$/),
  },
  { field: 'sex', label: '性别', synonyms: ['男女'], looksLike: matches(/^[男女]性?$/), distinctive: true },
  {
    field: 'policeNo',
    label: '警号',
    synonyms: names('警员编号 民警编号 警号编号 警员号 警官证号 人员编号 辅警编号 辅警号 警辅号 工号'),
    looksLike: matches(/^(fj)?\d{4,6}$/),
    distinctive: true,
  },
  {
    field: 'idNo',
    label: '公民身份号码',
    synonyms: names(
      '身份证号 身份证号码 身份号码 居民身份证号 公民身份证号 公民身份证号码 证件号码 证件号 身份证',
    ),
    looksLike: looksLikeIdNo,
    distinctive: true,
  },
  {
    field: 'birth',
    label: '出生年月',
    synonyms: names('出生日期 出生年月日 生日 出生时间 出生'),
    looksLike: looksLikeDate,
  },
  {
    field: 'politics',
    label: '政治面貌',
    synonyms: names('党派 政治面目 是否党员'),
    looksLike: matches(/党员|团员|群众|无党派|致公|九三|民盟|民建|民进|农工|台盟|民革/),
    distinctive: true,
  },
];

const SERVICE: FieldSpec[] = [
  {
    field: 'position',
    label: '职务',
    synonyms: names('现任职务 行政职务 领导职务 职务名称 担任职务 任职 现职务'),
    looksLike: matches(/(所长|队长|主任|教导员|指导员|政委|民警|辅警|科长|局长|干事|文职|科员|组长|书记)$/),
  },
  {
    field: 'rank',
    label: '职级',
    synonyms: names('警员职级 现职级 职务职级 警务职级 职级名称 非领导职务'),
    looksLike: matches(/警长|警员|专员|主管|主任科员|调研员|巡视员|科员|总监|技术员/),
  },
  {
    field: 'insignia',
    label: '警衔',
    synonyms: names('现警衔 警衔等级 衔级 衔称'),
    looksLike: matches(/^(专业技术)?(副?总警监|[一二三]级警(监|督|司|员))$/),
  },
  {
    field: 'post',
    label: '岗位',
    synonyms: names('工作岗位 岗位名称 现岗位 岗位类别 分管工作 从事工作 警种岗位'),
    looksLike: matches(/(岗|民警|勤)$/),
  },
  {
    field: 'joined',
    label: '入警时间',
    synonyms: names(
      '参加公安工作时间 从警时间 入警日期 参警时间 从警日期 入警年月 公安工作时间 进入公安机关时间 参加公安工作日期 入职时间 入职日期',
    ),
    looksLike: looksLikeDate,
  },
  {
    field: 'worked',
    label: '参加工作时间',
    synonyms: names('参加工作日期 工作时间 参工时间'),
    looksLike: looksLikeDate,
  },
  {
    field: 'status',
    label: '人员状态',
    synonyms: names('状态 在岗状态 在岗情况 人员现状 现状 在职状态 在岗'),
    looksLike: matches(/在岗|在职|借|调|挂职|培训|假|试用/),
  },
  {
    field: 'kind',
    label: '人员类别',
    synonyms: names('人员性质 身份类别 编制类型 编制性质 人员身份 人员类型 用工性质'),
    looksLike: matches(/^(人民)?(民警|辅警|文职|工勤|职工|警务辅助人员|.*编制?)$/),
  },
  { field: 'remark', label: '备注', synonyms: ['说明'] },
  {
    field: 'phone',
    label: '联系电话',
    synonyms: names('手机 手机号 手机号码 电话 联系方式 移动电话 短号'),
    looksLike: matches(/^1\d{10}$/),
    distinctive: true,
  },
];

const UNIT_NAMES = names(
  '所属单位 部门 所队 单位名称 工作单位 所在单位 部门名称 单位部门 所在部门 科所队 任职单位 所属部门 机构 机构名称 内设机构',
);

/** The fields of a roster: their usual names, and what their cells look like. */
export function rosterFields(resolveUnit: UnitDirectory): FieldSpec[] {
  const endsLikeUnit = matches(/(派出所|大队|支队|中队|看守所|拘留所|室|中心|科|处|局)$/);
  const looksLikeUnit = (cell: Cell) =>
    endsLikeUnit(cell) || resolveUnit(writtenText(cell)).kind !== 'unknown';
  const unit: FieldSpec = {
    field: 'unit',
    label: '单位',
    synonyms: UNIT_NAMES,
    required: true,
    looksLike: looksLikeUnit,
    distinctive: true,
  };
  return [unit, ...IDENTITY, ...SERVICE];
}
