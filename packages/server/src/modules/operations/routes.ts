import { operations as contract } from '@mingji/contract';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../context.ts';
import { route } from '../../plugins/route.ts';
import { addOperationSubjects } from './commands/add-operation-subjects.ts';
import { createOperation } from './commands/create-operation.ts';
import { removeOperationSubjects } from './commands/remove-operation-subjects.ts';
import { getOperation, listOperationSubjects } from './queries/get-operation.ts';
import { listOperations } from './queries/list-operations.ts';
import { previewSubjects } from './queries/preview-subjects.ts';

export function registerOperationRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, contract.listOperations, listOperations);
  route(app, deps, contract.getOperation, (ctx, { params }) => getOperation(ctx, params.operationId));
  route(app, deps, contract.listOperationSubjects, listOperationSubjects);
  route(app, deps, contract.previewOperationSubjects, previewSubjects);
  route(app, deps, contract.createOperation, (ctx, { body }) => createOperation(ctx, body));
  route(app, deps, contract.addOperationSubjects, addOperationSubjects);
  route(app, deps, contract.removeOperationSubjects, removeOperationSubjects);
}
