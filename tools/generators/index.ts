import { completeLock } from './complete-lock.ts';
import { databaseTypes } from './database-types.ts';
import { openApi } from './openapi.ts';
import { ruleSetSchema } from './rule-set-schema.ts';

export interface Generator {
  /** The committed file, from the repository's root. */
  readonly path: string;
  readonly what: string;
  readonly produce: () => Promise<string>;
}

/** Every file of this repository that a program writes. A test regenerates each and compares. */
export const generators: readonly Generator[] = [completeLock, databaseTypes, openApi, ruleSetSchema];
