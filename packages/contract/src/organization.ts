/** The bureau's tree, its people, its ranking sequences and its working days (P1, P18, Q2, §13). */
export * from './officers.ts';
export * from './organization-words.ts';
export * from './sequences-and-calendar.ts';
export * from './units.ts';
