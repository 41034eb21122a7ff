import { compile, type MachineJson, type Regulation, type StateJson } from '@reglament/regulation';
import { useI18n } from '@reglament/ui';
import { useCallback } from 'react';
import { useEditorStore } from '../document/store.ts';
import { type Code, type Cursor, linkSelection } from './code.ts';
import { CodePane } from './codePane.tsx';
import { textEdits } from './textEdits.ts';
import type { TextPath } from './textMap.ts';

/** The machine that the regulation compiles to, to read; it follows each edit. */
export function MachineText({ onCursor }: { onCursor: (cursor: Cursor) => void }) {
  const { t } = useI18n();
  const store = useEditorStore();
  const attach = useCallback(
    (code: Code) => {
      let { machine } = compile(store.getState().regulation);
      const stop = store.subscribe((now, before) => {
        if (now.regulation === before.regulation) return;
        machine = compile(now.regulation).machine;
        code.apply(textEdits(code.model.getValue(), printMachine(machine)));
      });
      const unlink = linkSelection(code, store, {
        linesOf: (id) => {
          const path = pathOfStage(machine.states, id);
          return path && code.map().lines(path);
        },
        stageAt: (path) => stageInMachine(machine, path),
      });
      return () => {
        unlink();
        stop();
      };
    },
    [store],
  );
  return (
    <CodePane
      label={t('designer.text.machineLabel')}
      first={() => machineTextOf(store.getState().regulation)}
      readOnly
      attach={attach}
      onCursor={onCursor}
    />
  );
}

/** The compiled machine as text. Pure. */
export function machineTextOf(regulation: Regulation): string {
  return printMachine(compile(regulation).machine);
}

function printMachine(machine: MachineJson): string {
  return `${JSON.stringify(machine, null, 2)}\n`;
}

type States = Readonly<Record<string, StateJson>>;

function pathOfStage(states: States, id: string): TextPath | null {
  for (const [key, state] of Object.entries(states)) {
    if ('stage' in state.meta && state.meta.stage === id) return ['states', key];
    const inner = state.states && pathOfStage(state.states, id);
    if (inner) return ['states', key, ...inner];
  }
  return null;
}

/** The stage of the innermost state on a path that stands for one. */
function stageInMachine(machine: MachineJson, path: TextPath): string | null {
  let found: string | null = null;
  let states: States | undefined = machine.states;
  for (let at = 0; path[at] === 'states' && states; at += 2) {
    const state: StateJson | undefined = states[String(path[at + 1])];
    if (state && 'stage' in state.meta) found = state.meta.stage;
    states = state?.states;
  }
  return found;
}
