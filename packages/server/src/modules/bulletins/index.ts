export { bulletinWork } from './bulletin-work.ts';
export { createBulletin } from './commands/create-bulletin.ts';
export { approveBulletin, returnBulletin } from './commands/decide-bulletin.ts';
export { publishBulletin } from './commands/publish-bulletin.ts';
export { saveDraft } from './commands/save-draft.ts';
export { setIssuer } from './commands/set-issuer.ts';
export { submitBulletin } from './commands/submit-bulletin.ts';
export { getDraft } from './queries/get-draft.ts';
