export * from './decide-year-grade.ts';
export * from './fill-first-grade.ts';
export * from './order-candidates.ts';
export * from './propose-year-grades.ts';
export * from './year-officer.ts';
export * from './year-proposal.ts';
export * from './year-record.ts';
