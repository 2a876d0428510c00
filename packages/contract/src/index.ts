export * from './endpoint.ts';
export * from './errors.ts';
export * from './fields.ts';
export * as identity from './identity.ts';
export * as results from './results.ts';
