export { type SimulationInput, simulate, summarize, unitMoves } from './simulate.ts';
export { type PeriodSimulationInput, simulatePeriod } from './simulate-period.ts';
export * from './simulation.ts';
