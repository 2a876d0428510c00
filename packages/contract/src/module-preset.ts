/** The modules a new method starts from (P3): data of the drafter's, who renames, removes or adds what he likes. */
export const MODULE_PRESET = [
  { code: 'team', name: '队伍建设' },
  { code: 'business', name: '业务工作' },
  { code: 'special', name: '专项工作' },
  { code: 'attendance', name: '考勤考核' },
  { code: 'bonus', name: '激励加减分' },
] as const;
