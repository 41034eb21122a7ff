import { account } from '../features/account/index.ts';
import { document } from '../features/document/index.ts';
import { editing } from '../features/editing/index.ts';
import { newDocument } from '../features/newDocument/index.ts';
import { registration } from '../features/registration/index.ts';
import { rework } from '../features/rework/index.ts';
import { sheet } from '../features/sheet/index.ts';
import { signIn } from '../features/signIn/index.ts';
import { task } from '../features/task/index.ts';
import { tasks } from '../features/tasks/index.ts';
import type { Feature } from './feature.ts';

/** Every feature, one line each, by the alphabet. */
export const features: readonly Feature[] = [
  //
  account,
  document,
  editing,
  newDocument,
  registration,
  rework,
  sheet,
  signIn,
  task,
  tasks,
];
