import { organization as contract } from '@mingji/contract';
import { holdsAbility } from '@mingji/engine';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../context.ts';
import { route } from '../../plugins/route.ts';
import { abolishUnit, restoreUnit } from './commands/abolish-unit.ts';
import { changeOfficer } from './commands/change-officer.ts';
import { changeUnit } from './commands/change-unit.ts';
import { copySequences } from './commands/copy-sequences.ts';
import { correctMembership } from './commands/correct-membership.ts';
import { createOfficer } from './commands/create-officer.ts';
import { createUnit } from './commands/create-unit.ts';
import { deleteSequence } from './commands/delete-sequence.ts';
import { recordDeparture } from './commands/record-departure.ts';
import { changeSequence, createSequence } from './commands/save-sequence.ts';
import { setCalendar } from './commands/set-calendar.ts';
import { setUnitAliases } from './commands/set-unit-aliases.ts';
import { transferOfficer } from './commands/transfer-officer.ts';
import { listCalendars } from './queries/calendars.ts';
import { listOfficers } from './queries/list-officers.ts';
import { listSequences, sequenceYears } from './queries/list-sequences.ts';
import { listUnits } from './queries/list-units.ts';
import { viewOfficer } from './queries/view-officer.ts';
import { readHolidayNotice } from './read-holiday-notice.ts';

export function registerOrganizationRoutes(app: FastifyInstance, deps: Deps): void {
  registerUnits(app, deps);
  registerOfficers(app, deps);
  registerSequences(app, deps);
  registerCalendars(app, deps);
}

function registerUnits(app: FastifyInstance, deps: Deps): void {
  route(app, deps, contract.listUnits, async (ctx, { query }) => ({
    units: await listUnits(deps.db, ctx, { withAbolished: query.withAbolished === 'true' }),
  }));
  route(app, deps, contract.createUnit, (ctx, { body }) => createUnit(ctx, body));
  route(app, deps, contract.changeUnit, (ctx, { params, body }) => changeUnit(ctx, params.unitId, body));
  route(app, deps, contract.abolishUnit, (ctx, { params, body }) => abolishUnit(ctx, params.unitId, body));
  route(app, deps, contract.restoreUnit, (ctx, { params, body }) => restoreUnit(ctx, params.unitId, body));
  route(app, deps, contract.setUnitAliases, (ctx, { params, body }) =>
    setUnitAliases(ctx, params.unitId, body),
  );
}

function registerOfficers(app: FastifyInstance, deps: Deps): void {
  route(app, deps, contract.listOfficers, (ctx, { query }) =>
    listOfficers(ctx, { ...query, below: query.below === 'true', withLeft: query.withLeft === 'true' }),
  );
  route(app, deps, contract.getOfficer, async (ctx, { params }) => ({
    officer: await viewOfficer(deps.db, ctx, params.officerId),
  }));
  route(app, deps, contract.createOfficer, (ctx, { body }) => createOfficer(ctx, body));
  route(app, deps, contract.changeOfficer, (ctx, { params, body }) =>
    changeOfficer(ctx, params.officerId, body),
  );
  route(app, deps, contract.transferOfficer, (ctx, { params, body }) =>
    transferOfficer(ctx, params.officerId, body),
  );
  route(app, deps, contract.correctMembership, (ctx, { params, body }) =>
    correctMembership(ctx, params.officerId, params.membershipId, body),
  );
  route(app, deps, contract.recordDeparture, (ctx, { params, body }) =>
    recordDeparture(ctx, params.officerId, body),
  );
}

function registerSequences(app: FastifyInstance, deps: Deps): void {
  route(app, deps, contract.listSequences, async (ctx, { query }) => ({
    sequences: await listSequences(deps.db, ctx, { year: query.year }),
    years: await sequenceYears(deps.db, ctx.actor.bureauId),
  }));
  route(app, deps, contract.createSequence, (ctx, { body }) => createSequence(ctx, body));
  route(app, deps, contract.changeSequence, (ctx, { params, body }) =>
    changeSequence(ctx, params.sequenceId, body),
  );
  route(app, deps, contract.deleteSequence, (ctx, { params, body }) =>
    deleteSequence(ctx, params.sequenceId, body),
  );
  route(app, deps, contract.copySequences, (ctx, { body }) => copySequences(ctx, body));
}

function registerCalendars(app: FastifyInstance, deps: Deps): void {
  route(app, deps, contract.listCalendars, async (ctx) => ({
    calendars: await listCalendars(deps.db, ctx.actor.bureauId),
    manage: holdsAbility(ctx.actor, 'calendar.manage'),
  }));
  route(app, deps, contract.setCalendar, (ctx, { params, body }) => setCalendar(ctx, params.year, body));
  route(app, deps, contract.readCalendarText, async (_ctx, { params, body }) => {
    const read = readHolidayNotice(body.text, params.year);
    return { ...read, unread: read.unread.slice(0, 200) };
  });
}
