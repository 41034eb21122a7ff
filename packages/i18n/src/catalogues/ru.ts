import { account } from './account.ru.ts';
import { bell } from './bell.ru.ts';
import { common } from './common.ru.ts';
import { console } from './console.ru.ts';
import { control } from './control.ru.ts';
import { desk } from './desk.ru.ts';
import { document } from './document.ru.ts';
import { documents } from './documents.ru.ts';
import { draft } from './draft.ru.ts';
import { drawing } from './drawing.ru.ts';
import { errors } from './errors.ru.ts';
import { history } from './history.ru.ts';
import { incidents } from './incidents.ru.ts';
import { methodologist } from './methodologist.ru.ts';
import { outcomes } from './outcomes.ru.ts';
import { people } from './people.ru.ts';
import { register } from './register.ru.ts';
import { registration } from './registration.ru.ts';
import { rework } from './rework.ru.ts';
import { route } from './route.ru.ts';
import { setup } from './setup.ru.ts';
import { sheet } from './sheet.ru.ts';
import { signIn } from './signIn.ru.ts';
import { task } from './task.ru.ts';
import { tasks } from './tasks.ru.ts';

/** Russian, whole: the source of the keys. A feature's texts are in its own file. */
export const ru = {
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
