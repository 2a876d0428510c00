export { inherit } from './inherit.ts';
export type { LowerItem, LowerModule, LowerPart } from './lower-part.ts';
export { ownPart } from './own-part.ts';
