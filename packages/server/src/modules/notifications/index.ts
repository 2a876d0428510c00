export { deliverWebhooks } from './deliver-webhooks.ts';
export { namedFew, quoted } from './named-few.ts';
export { type Notice, type NoticePlace, notify } from './notify.ts';
export { accountsHolding, accountsOfOfficers } from './recipients.ts';
