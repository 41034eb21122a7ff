import type { Regulation } from '../model/regulation.ts';
import { compile } from './compile.ts';

/** The one package that the module needs; this one does not. */
const library = "'xstate'";

/**
 * The compiled machine as a TypeScript module that needs nothing but `xstate`: it exports `machine`, made by stock
 * `createMachine`, whose one guard reads what the sender found out about the rules from `event.results`. Pure; equal
 * regulations give equal texts.
 */
export function machineModule(regulation: Regulation): string {
  const { machine } = compile(regulation);
  return `// ${oneLine(regulation.title.en)}
// ${oneLine(regulation.title.ru)}
// Compiled from the regulation "${regulation.id}" (${regulation.format}). Change the regulation, not this file.
import { createMachine } from ${library};

/**
 * An event is \`<stage>.<outcome>\`. \`results\` says which rules hold at that moment, by their names; a rule that is not named
 * does not hold.
 */
export interface RegulationEvent {
  readonly type: string;
  readonly results?: Readonly<Record<string, boolean>>;
}

interface RuleParams {
  readonly name: string;
}

export const machine = createMachine(
  ${JSON.stringify(machine, null, 2).replaceAll('\n', '\n  ')},
  {
    guards: {
      rule: ({ event }, params) =>
        (event as RegulationEvent).results?.[(params as unknown as RuleParams).name] === true,
    },
  },
);

export default machine;
`;
}

/** A title may hold line ends, which would end a comment. */
function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
