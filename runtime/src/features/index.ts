import type { FastifyInstance } from 'fastify';
import type { Deps } from '../deps.ts';
import type { Scheduler } from '../execution/scheduler.ts';
import { clockRoutes } from './clock/routes.ts';
import { sessionRoutes } from './session/routes.ts';
import { setupRoutes } from './setup/routes.ts';

export type Feature = (api: FastifyInstance, deps: Deps, scheduler: Scheduler) => void | Promise<void>;

/** Every feature of the API, registered under `/api/v1`. */
export const features: readonly Feature[] = [sessionRoutes, clockRoutes, setupRoutes];
