export { correctionDue } from './due-day.ts';
export { escalateMatters } from './escalate-matters.ts';
export { findMatters, type MatterRow, mattersTable, type PressedMatter } from './find-matters.ts';
export { nothingSubmitted, onePeriod } from './nothing-submitted.ts';
export { takesWork } from './period-times.ts';
export { lastPresses, lockPresses, pressedLately, usualReplyBy } from './press-again.ts';
export { openPresses } from './queries/open-presses.ts';
export { recordPresses } from './record-presses.ts';
export { type SupervisionView, supervisionView } from './supervision-view.ts';
