export { toAnswer } from './answering.ts';
export { appealTables, appealViews } from './queries/appeal-rows.ts';
