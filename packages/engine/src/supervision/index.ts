export {
  type EscalationFacts,
  type EscalationRule,
  escalationsDue,
  USUAL_ESCALATION,
} from './escalation-due.ts';
export { type Lateness, type LatenessOf, lastStartBefore, latenessOf } from './lateness.ts';
export {
  ESCALATION_LEVEL_NAMES,
  ESCALATION_LEVELS,
  type EscalationLevel,
  MATTER_KINDS,
  MATTER_NAMES,
  type MatterKind,
  PRESSED_KINDS,
  type PressedKind,
} from './matter-kinds.ts';
