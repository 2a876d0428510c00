export { type BrokenBelow, breaksBelow } from './breaks-below.ts';
export { checkInheritance } from './check-inheritance.ts';
export { codedPath } from './coded-path.ts';
export { inherit } from './inherit.ts';
export { isInherited } from './is-inherited.ts';
export type { LowerItem, LowerModule, LowerPart } from './lower-part.ts';
export { ownPart } from './own-part.ts';
