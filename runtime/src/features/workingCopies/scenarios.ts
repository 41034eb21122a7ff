import type { BodyOf } from '@reglament/api';
import type { Deps } from '../../deps.ts';
import { Refused } from '../../http/refused.ts';
import { templates } from '../../regulations/templates.ts';

/**
 * The scenarios that a new working copy carries along: of a template, of a version, else of its base.
 * @throws Refused NOT_FOUND for a template or a version that is not there
 */
export function scenariosFor(
  body: BodyOf<'workingCopies.create'>,
  regulation: string,
  organisation: string,
  { regulations }: Pick<Deps, 'regulations'>,
): readonly string[] {
  const source = body.scenariosOf ?? (body.base === null ? undefined : { regulation, version: body.base });
  if (source === undefined) return [];
  const found =
    'template' in source
      ? templates().find(({ id }) => id === source.template)
      : regulations
          .versions(organisation, source.regulation)
          .find(({ version }) => version === source.version);
  if (!found) throw new Refused('NOT_FOUND');
  return found.scenarios.map((text) => renamed(text, regulation));
}

/** A scenario names its regulation: a copy under another id has its own. Pure. */
function renamed(text: string, regulation: string): string {
  const scenario = JSON.parse(text) as { readonly regulation?: unknown };
  return scenario.regulation === regulation ? text : JSON.stringify({ ...scenario, regulation }, null, 2);
}
