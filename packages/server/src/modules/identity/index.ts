export { actorOfAccount } from './actor-of-account.ts';
export { findSession, type Session } from './find-session.ts';
export { type InitializedBureau, initBureau, type NewBureau } from './init-bureau.ts';
