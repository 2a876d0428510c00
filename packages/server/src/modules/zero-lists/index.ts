export { isAcceptedWork } from './accepted-work.ts';
export { freezeZeroList } from './freeze-zero-list.ts';
export { presentDays } from './present-days.ts';
export {
  type Appraised,
  type ZeroListContent,
  type ZeroListMemberRow,
  type ZeroListPeriod,
  zeroListContent,
} from './zero-list-content.ts';
