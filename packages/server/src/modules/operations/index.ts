export { registerOperationRoutes } from './routes.ts';
