export { chooseCheckers, loadCheckers, loadDrawn } from './choose-checkers.ts';
