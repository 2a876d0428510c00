export * from './check-commendation.ts';
export * from './find-streaks.ts';
export * from './first-and-last.ts';
export * from './group-place.ts';
export * from './leader-service.ts';
export * from './proposal-kinds.ts';
export * from './published-rank.ts';
export * from './zero-list.ts';
