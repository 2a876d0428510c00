export { findSession, type Session } from './find-session.ts';
export { initBureau } from './init-bureau.ts';
