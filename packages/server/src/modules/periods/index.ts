export { endOfDay } from './day-end.ts';
export { deadlineText } from './deadline-text.ts';
export { effectiveState } from './effective-state.ts';
