export { EmbeddedError, type EmbeddedErrorCode } from './embedded-error.ts';
export { type EmbeddedDatabase, type EmbeddedOptions, startEmbedded } from './start-embedded.ts';
export { startThrowAway, type ThrowAwayDatabase } from './throw-away.ts';
