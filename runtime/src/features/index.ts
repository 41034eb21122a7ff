import type { FastifyInstance } from 'fastify';
import type { Deps } from '../deps.ts';
import type { Scheduler } from '../execution/scheduler.ts';
import { absenceRoutes } from './absences/routes.ts';
import { clockRoutes } from './clock/routes.ts';
import { documentKindRoutes } from './documentKinds/routes.ts';
import { documentRoutes } from './documents/routes.ts';
import { draftRoutes } from './drafts/routes.ts';
import { fileRoutes } from './files/routes.ts';
import { incidentRoutes } from './incidents/routes.ts';
import { libraryRoutes } from './library/routes.ts';
import { noticeRoutes } from './notices/routes.ts';
import { offerRoutes } from './offers/routes.ts';
import { peopleRoutes } from './people/routes.ts';
import { postRoutes } from './posts/routes.ts';
import { registerRoutes } from './registers/routes.ts';
import { regulationRoutes } from './regulations/routes.ts';
import { sessionRoutes } from './session/routes.ts';
import { setupRoutes } from './setup/routes.ts';
import { taskRoutes } from './tasks/routes.ts';
import { workingCopyRoutes } from './workingCopies/routes.ts';

export type Feature = (api: FastifyInstance, deps: Deps, scheduler: Scheduler) => void | Promise<void>;

/** Every feature of the API, registered under `/api/v1`. */
export const features: readonly Feature[] = [
  sessionRoutes,
  clockRoutes,
  setupRoutes,
  peopleRoutes,
  absenceRoutes,
  incidentRoutes,
  regulationRoutes,
  libraryRoutes,
  offerRoutes,
  workingCopyRoutes,
  documentKindRoutes,
  draftRoutes,
  fileRoutes,
  postRoutes,
  taskRoutes,
  documentRoutes,
  noticeRoutes,
  registerRoutes,
];
