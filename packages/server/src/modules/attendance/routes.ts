import { attendance } from '@mingji/contract';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../context.ts';
import { route } from '../../plugins/route.ts';
import { listAttendance } from './queries/list-attendance.ts';

export function registerAttendanceRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, attendance.listAttendance, listAttendance);
}
