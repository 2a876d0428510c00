export * from './annual-quota.ts';
export * from './bureau-check.ts';
export * from './check-nominations.ts';
export * from './cut-at-cap.ts';
export * from './quota-balances.ts';
export * from './quota-forecast.ts';
export * from './quota-terms.ts';
export * from './reorganize-balances.ts';
