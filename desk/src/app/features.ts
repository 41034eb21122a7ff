import { account } from '../features/account/index.ts';
import { bell } from '../features/bell/index.ts';
import { control } from '../features/control/index.ts';
import { document } from '../features/document/index.ts';
import { documents } from '../features/documents/index.ts';
import { editing } from '../features/editing/index.ts';
import { incidents } from '../features/incidents/index.ts';
import { newDocument } from '../features/newDocument/index.ts';
import { people } from '../features/people/index.ts';
import { register } from '../features/register/index.ts';
import { registration } from '../features/registration/index.ts';
import { regulations } from '../features/regulations/index.ts';
import { rework } from '../features/rework/index.ts';
import { setup } from '../features/setup/index.ts';
import { sheet } from '../features/sheet/index.ts';
import { signIn } from '../features/signIn/index.ts';
import { task } from '../features/task/index.ts';
import { tasks } from '../features/tasks/index.ts';
import type { Feature } from './feature.ts';

/** Every feature, one line each, by the alphabet. */
export const features: readonly Feature[] = [
  //
  account,
  bell,
  control,
  document,
  documents,
  editing,
  incidents,
  newDocument,
  people,
  register,
  registration,
  regulations,
  rework,
  setup,
  sheet,
  signIn,
  task,
  tasks,
];
