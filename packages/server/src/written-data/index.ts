export { type LocatedRefusal, type Place, placesIn } from './locate.ts';
export { readData } from './read-data.ts';
