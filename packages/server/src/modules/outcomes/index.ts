export { proposalsToDecide } from './queries/list-proposals.ts';
