export { type Config, type Environment, loadConfig } from './config.ts';
export { EmbeddedError } from './db/embedded/index.ts';
export { type InitializedBureau, initBureau, type NewBureau } from './modules/identity/index.ts';
export { Refusal } from './refusal.ts';
export { WEB_FOLDER } from './serve.ts';
export { serveUntilSignal } from './serve-until-signal.ts';
export { StartRefusal } from './start-refusal.ts';
export { withDatabase } from './with-database.ts';
