export { appealTables, appealViews } from './queries/appeal-rows.ts';
export { toAnswer } from './queries/list-appeals.ts';
