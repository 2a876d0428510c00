import type { ATTENDANCE_COLUMNS, ROLE_GOES_TO } from '@mingji/engine';
import { choice, clauseField, field, must } from './form-fields.ts';
import type { Section } from './section-fields.ts';

const goesTo: Readonly<Record<(typeof ROLE_GOES_TO)[number], string>> = {
  reporter: '填报人',
  named: '填报时列名的人',
  unit: '所在的考核单位',
  leader: '该单位主要负责人',
};
const attendanceColumns: Readonly<Record<(typeof ATTENDANCE_COLUMNS)[number], string>> = {
  due: '应出勤（天）',
  present: '实出勤（天）',
  late: '迟到（次）',
  early: '早退（次）',
  absent: '旷工（天）',
  full: '全勤',
  leave: '请假合计（天）',
  personalLeave: '事假（天）',
  sickLeave: '病假（天）',
  annualLeave: '年休假（天）',
  marriageLeave: '婚假（天）',
  maternityLeave: '产假（天）',
  bereavementLeave: '丧假（天）',
  injuryLeave: '工伤假（天）',
  officialLeave: '公假（天）',
  otherLeave: '其他假（天）',
};

/** Sections that are lists of their own: whose affair a fact is besides its subject's (P2), what attendance feeds (P3). */
export const SHARING_SECTIONS: readonly Section[] = [
  {
    key: 'roles',
    title: '一件事的角色',
    about:
      '一件事由几人办理，或牵连单位和领导时，审定一次，按角色分别记到各人、单位和领导名下。各角色记几分，在指标的“分角色计分”中写。',
    form: {
      fields: [],
      lists: [
        {
          name: ['rows'],
          label: '角色',
          add: '添加角色',
          codePrefix: 'role',
          columns: [
            field('name', '角色', 'text', { ...must, hint: '主办、协办、所在单位' }),
            choice('goesTo', '记给谁', goesTo, { hint: '不自动记，逐条记分时选' }),
          ],
          more: [
            choice(
              'sharing',
              '几人同一角色',
              { together: '合分该角色的分值', each: '各得各的' },
              { hint: '合分该角色的分值' },
            ),
            clauseField,
          ],
        },
      ],
    },
  },
  {
    key: 'attendance',
    title: '考勤结果记分',
    about: '每月考勤结果的各列记到哪个指标、记作哪种情形。不写则导入的考勤结果不计分。',
    form: {
      fields: [],
      lists: [
        {
          name: ['rows'],
          label: '考勤结果的列',
          add: '添加一列',
          columns: [
            choice('column', '考勤结果的列', attendanceColumns, must),
            field('indicator', '记到哪个指标', 'indicator', must),
            field('event', '记作哪种情形', 'event'),
          ],
          more: [
            field('per', '多少算一次', 'decimal', { hint: '1；旷工半日一次写 0.5' }),
            choice('of', '按比率计时以哪列为总数', attendanceColumns, { hint: '不按比率' }),
          ],
        },
      ],
    },
  },
];
