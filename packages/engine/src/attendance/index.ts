export * from './attendance-facts.ts';
export * from './attendance-rules.ts';
