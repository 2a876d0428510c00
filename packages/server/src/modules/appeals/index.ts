export { toAnswer } from './answering.ts';
export { appealTables, appealViews } from './queries/appeal-rows.ts';
export { remindOverdueAppeals } from './remind-overdue.ts';
