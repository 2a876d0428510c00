export * from './role-rules.ts';
export * from './share-matter.ts';
export * from './split-points.ts';
