export { runCalendar } from './run-calendar.ts';
