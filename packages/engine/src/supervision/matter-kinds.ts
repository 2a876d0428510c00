/** What supervision looks for (P10): work that is late or stuck, by what it waits for. */
export const MATTER_KINDS = [
  'targetUnopened',
  'targetNotHandedDown',
  'nothingSubmitted',
  'returnedNotCorrected',
  'unreviewed',
  'appealUnanswered',
  'writtenReviewOverdue',
] as const;
export type MatterKind = (typeof MATTER_KINDS)[number];
/** What somebody can be pressed about: these, and a place on a zero list, which has a page of its own (P16). */
export const PRESSED_KINDS = [...MATTER_KINDS, 'zeroList'] as const;
export type PressedKind = (typeof PRESSED_KINDS)[number];

export const MATTER_NAMES: Readonly<Record<PressedKind, string>> = {
  targetUnopened: '目标未查收',
  targetNotHandedDown: '目标未分解',
  nothingSubmitted: '临期未填报',
  returnedNotCorrected: '退回未补正',
  unreviewed: '逾期未审核',
  appealUnanswered: '复议未答复',
  writtenReviewOverdue: '书面检查未提交',
  zeroList: '清零名单',
};

/** To whom a matter goes that its holder left undone: each rule names one of these, nearest above the holder. */
export const ESCALATION_LEVELS = ['unitHead', 'supervisingLeader', 'upperOffice', 'cityOffice'] as const;
export type EscalationLevel = (typeof ESCALATION_LEVELS)[number];

export const ESCALATION_LEVEL_NAMES: Readonly<Record<EscalationLevel, string>> = {
  unitHead: '所在单位负责人',
  supervisingLeader: '分管领导',
  upperOffice: '上级考核办',
  cityOffice: '市局考核办',
};
