export * from './outcome-checks.ts';
export * from './outcome-lists.ts';
export * from './proposals.ts';
export * from './zero-lists.ts';
