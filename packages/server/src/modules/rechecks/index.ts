export { decideRecheck } from './commands/decide-recheck.ts';
export { drawRecheck } from './commands/draw-recheck.ts';
