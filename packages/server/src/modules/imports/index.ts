export { confirmImport } from './commands/confirm-import.ts';
export { acceptRepairs } from './commands/decide-rows.ts';
export { startImport } from './commands/start-import.ts';
