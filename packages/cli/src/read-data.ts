/** The server reads imported files the same way; this entry of it loads no database driver. */
export { type LocatedRefusal, placesIn, readData } from '@mingji/server/written-data';
