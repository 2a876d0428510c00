export { type Draw, drawSample, shareOf } from './draw-sample.ts';
