export { type Notice, type NoticeKind, type NoticePlace, notify } from './notify.ts';
export { accountsHolding, accountsOfOfficers } from './recipients.ts';
