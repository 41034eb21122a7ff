import type { BodyOf } from '@reglament/api';
import type { Deps } from '../../deps.ts';
import { Refused } from '../../http/refused.ts';
import { findOffer } from '../../regulations/offers.ts';
import { templates } from '../../regulations/templates.ts';

/**
 * The scenarios that a new working copy carries along: of the offered regulation that it is taken from, of a template, of a
 * version, else of its base.
 * @throws Refused NOT_FOUND for a template or a version that is not there, OFFER_CHANGED when another version is offered now
 */
export async function scenariosFor(
  body: BodyOf<'workingCopies.create'>,
  regulation: string,
  organisation: string,
  deps: Deps,
): Promise<readonly string[]> {
  if (body.origin) {
    const offered = await findOffer(organisation, body.origin, deps);
    if (!offered) throw new Refused('NOT_FOUND');
    if (offered.version !== body.origin.version)
      throw new Refused('OFFER_CHANGED', { version: body.origin.version, inForce: offered.version });
    return offered.scenarios.map((text) => renamed(text, regulation));
  }
  const source = body.scenariosOf ?? (body.base === null ? undefined : { regulation, version: body.base });
  if (source === undefined) return [];
  const found =
    'template' in source
      ? templates().find(({ id }) => id === source.template)
      : deps.regulations
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
