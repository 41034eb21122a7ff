import { account } from './account.en.ts';
import { bell } from './bell.en.ts';
import { common } from './common.en.ts';
import { console } from './console.en.ts';
import { control } from './control.en.ts';
import { desk } from './desk.en.ts';
import { document } from './document.en.ts';
import { documents } from './documents.en.ts';
import { draft } from './draft.en.ts';
import { drawing } from './drawing.en.ts';
import { errors } from './errors.en.ts';
import { history } from './history.en.ts';
import { incidents } from './incidents.en.ts';
import { methodologist } from './methodologist.en.ts';
import { outcomes } from './outcomes.en.ts';
import { people } from './people.en.ts';
import { register } from './register.en.ts';
import { registration } from './registration.en.ts';
import { rework } from './rework.en.ts';
import { route } from './route.en.ts';
import { setup } from './setup.en.ts';
import { sheet } from './sheet.en.ts';
import { signIn } from './signIn.en.ts';
import { task } from './task.en.ts';
import { tasks } from './tasks.en.ts';

/** English, fetched on demand. */
export const en = {
  account,
  common,
  errors,
  desk,
  tasks,
  task,
  document,
  draft,
  documents,
  control,
  setup,
  route,
  rework,
  registration,
  register,
  people,
  incidents,
  bell,
  sheet,
  signIn,
  history,
  methodologist,
  drawing,
  console,
  outcomes,
} as const;
