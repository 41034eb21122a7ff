import { account } from '../features/account/index.ts';
import { signIn } from '../features/signIn/index.ts';
import { task } from '../features/task/index.ts';
import { tasks } from '../features/tasks/index.ts';
import type { Feature } from './feature.ts';

/** Every feature, one line each, by the alphabet. */
export const features: readonly Feature[] = [
  //
  account,
  signIn,
  task,
  tasks,
];
