export { freezeZeroList } from './freeze-zero-list.ts';
export {
  type Appraised,
  type ZeroListContent,
  type ZeroListMemberRow,
  type ZeroListPeriod,
  zeroListContent,
} from './zero-list-content.ts';
