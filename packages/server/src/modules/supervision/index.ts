export { escalateMatters } from './escalate-matters.ts';
export { findMatters, type MatterRow, mattersTable } from './find-matters.ts';
export { openPresses } from './queries/open-presses.ts';
export { recordPresses } from './record-presses.ts';
export { type SupervisionView, supervisionView } from './supervision-view.ts';
