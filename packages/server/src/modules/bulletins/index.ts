export { bulletinWork } from './bulletin-work.ts';
