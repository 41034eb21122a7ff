import type { AnswerOf } from '@reglament/api';
import type { Card } from '@reglament/regulation';
import { insert, put, remove } from '@reglament/storage';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../deps.ts';
import { asCard, checkCard, isUnfinished } from '../../documents/cardCheck.ts';
import { presentPosts } from '../../documents/fields.ts';
import { sendingOf } from '../../documents/sending.ts';
import { pageOf } from '../../http/page.ts';
import { Refused, refusedByEngine } from '../../http/refused.ts';
import { route } from '../../http/route.ts';
import { type DraftRow, documents, drafts, type RegulationVersionRow } from '../../storage/collections.ts';
import { presentKind } from '../documentKinds/kinds.ts';
import { authorsPost } from '../session/presenter.ts';
import { attachable, ownDraft } from './draftAccess.ts';
import { missingFor, previewRoute } from './draftRoute.ts';

/** Drafts: made, kept, edited and deleted freely by their authors; sending makes a document of one. */
export function draftRoutes(api: FastifyInstance, deps: Deps): void {
  const { store, clock, directory, regulations, executor, newId } = deps;

  type Origin = Pick<DraftRow, 'organisation' | 'regulation' | 'position'>;

  const inForceFor = ({ organisation, regulation, position }: Origin): RegulationVersionRow | null => {
    const unit = directory.current().position(position)?.unit;
    return regulations.inForce(organisation, regulation, clock.now(), unit);
  };
  /** The version that is pinned when it is sent now. @throws Refused REGULATION_NONE_IN_FORCE, of a retired regulation too */
  const startedBy = (origin: Origin): RegulationVersionRow => {
    const row = inForceFor(origin);
    if (!row || regulations.retirement(origin.organisation, origin.regulation))
      throw new Refused('REGULATION_NONE_IN_FORCE');
    return row;
  };
  /** The version that a draft is read and kept by: what was typed stays although nothing may be started any more. */
  const versionFor = (draft: Origin): RegulationVersionRow => {
    const row = inForceFor(draft) ?? regulations.versions(draft.organisation, draft.regulation).at(-1);
    if (!row) throw new Refused('REGULATION_NONE_IN_FORCE');
    return row;
  };
  const regulationOf = (row: RegulationVersionRow) =>
    regulations.compiled(row.organisation, row.regulation, row.version).regulation;

  const present = (draft: DraftRow): AnswerOf<'drafts.show'> => {
    const version = versionFor(draft);
    return {
      id: draft.id,
      revision: draft.rev,
      kind: presentKind(version, deps),
      card: { ...draft.card } as AnswerOf<'drafts.show'>['card'],
      files: [...draft.files],
      chosen: Object.fromEntries(Object.entries(draft.chosen).map(([slot, posts]) => [slot, [...posts]])),
      posts: presentPosts(regulationOf(version), draft.card, draft.chosen, directory.current(), clock.now()),
      withdrawn: draft.document !== undefined,
      savedAtMs: draft.savedAtMs,
    };
  };

  /** A card as a draft may keep it, half-typed values included. @throws Refused FIELD_INVALID for a value that cannot stand, CHOSEN_INVALID for a list that nobody asks for or of unknown posts */
  const checked = (
    version: RegulationVersionRow,
    card: Readonly<Record<string, unknown>>,
    chosen: Readonly<Record<string, readonly string[]>>,
  ): Card => {
    const regulation = regulationOf(version);
    const staff = directory.current();
    const problem = checkCard(card, regulation.fields, staff).find((one) => !isUnfinished(one));
    if (problem) throw new Refused('FIELD_INVALID', { field: problem.field, reason: problem.code });
    for (const [participant, posts] of Object.entries(chosen)) {
      const slot = Object.hasOwn(regulation.participants, participant)
        ? regulation.participants[participant]
        : undefined;
      const known =
        slot?.type === 'chosen' &&
        posts.length <= slot.max &&
        posts.every((post) => staff.position(post)) &&
        new Set(posts).size === posts.length;
      if (!known) throw new Refused('CHOSEN_INVALID', { participant });
    }
    return asCard(card);
  };

  route(api, deps, 'drafts.list', async ({ session, query }) => {
    const page = await store.find(drafts, {
      where: { author: session.employee },
      order: { by: 'savedAtMs', desc: true },
      ...pageOf(query),
    });
    const rows = page.rows.map(({ id, rev, title, regulation, organisation, savedAtMs }) => {
      const kindTitle = regulations.versions(organisation, regulation).at(-1)?.kindTitle ?? {
        ru: regulation,
        en: regulation,
      };
      return { id, revision: rev, title, kindTitle, savedAtMs };
    });
    return { rows, next: page.next ?? null };
  });

  route(api, deps, 'drafts.create', async ({ session, body, keep }) => {
    const position = authorsPost(session, directory.current());
    if (position === undefined) throw new Refused('FORBIDDEN');
    const origin = { organisation: session.organisation, regulation: body.regulation, position };
    startedBy(origin);
    const row = {
      id: newId(),
      ...origin,
      author: session.employee,
      card: {},
      files: [],
      chosen: {},
      title: '',
      savedAtMs: clock.now(),
    };
    const answer = present({ ...row, rev: 1 });
    const done = await store.commit([...keep(answer).changes, insert(drafts, row)]);
    if (!done.ok) throw new Refused('STORE_BUSY');
    return answer;
  });

  route(api, deps, 'drafts.show', async ({ session, params }) =>
    present(await ownDraft(params.id, session, deps)),
  );

  route(api, deps, 'drafts.save', async ({ session, params, body }) => {
    const draft = await ownDraft(params.id, session, deps);
    if (draft.rev !== body.revision)
      throw new Refused('REVISION_STALE', { revision: draft.rev, seen: body.revision });
    const version = versionFor(draft);
    const card = checked(version, body.card, body.chosen);
    const files = await attachable(body.files, draft.files, session, deps);
    const title = card[regulationOf(version).documentKind.titleField];
    const savedAtMs = clock.now();
    const { rev, ...rest } = draft;
    const saved = {
      ...rest,
      card,
      files,
      chosen: body.chosen,
      title: typeof title === 'string' ? title : '',
      savedAtMs,
    };
    const done = await store.commit([put(drafts, saved, rev)]);
    if (!done.ok) throw new Refused('REVISION_STALE', { revision: rev + 1, seen: body.revision });
    return { revision: rev + 1, savedAtMs };
  });

  route(api, deps, 'drafts.delete', async ({ session, params }) => {
    const draft = await ownDraft(params.id, session, deps);
    const done = await store.commit([remove(drafts, draft.id, draft.rev)]);
    if (!done.ok) throw new Refused('REVISION_STALE', { seen: draft.rev });
    return {};
  });

  route(api, deps, 'drafts.route', async ({ session, params, body }) => {
    const draft = await ownDraft(params.id, session, deps);
    const version = versionFor(draft);
    return previewRoute(draft, version, checked(version, body.card, body.chosen), body.chosen, deps);
  });

  route(api, deps, 'drafts.send', async ({ session, params, body, keep }) => {
    const draft = await ownDraft(params.id, session, deps);
    if (draft.rev !== body.revision)
      throw new Refused('REVISION_STALE', { revision: draft.rev, seen: body.revision });
    const version = startedBy(draft);
    if (version.version !== body.regulationVersion)
      throw new Refused('REGULATION_CHANGED', { version: version.version, seen: body.regulationVersion });
    const card = checked(version, draft.card, draft.chosen);
    const [missing] = missingFor(regulationOf(version), card, draft.chosen, directory.current());
    if (missing?.reason)
      throw new Refused('FIELD_INVALID', { field: missing.field!, reason: missing.reason });
    if (missing?.field) throw new Refused('FIELD_REQUIRED', { field: missing.field });
    if (missing?.participant) throw new Refused('CHOSEN_INVALID', { participant: missing.participant });
    const earlier = draft.document === undefined ? undefined : await store.get(documents, draft.document);

    let answer: AnswerOf<'drafts.send'> | undefined;
    const sending = {
      instance: newId(),
      document: draft.document ?? newId(),
      organisation: draft.organisation,
      author: draft.author,
      position: draft.position,
      regulation: version,
      card,
      files: draft.files,
      chosen: draft.chosen,
      ...(earlier ? { projectNumber: earlier.projectNumber } : {}),
    };
    const done = await executor.execute(
      sendingOf(sending, deps, (number) => {
        answer = { document: sending.document, number, atMs: clock.now() };
        return { changes: [...keep(answer).changes, remove(drafts, draft.id, draft.rev)] };
      }),
    );
    if (!done.ok) throw refusedByEngine(done.refusal, done.params);
    return answer!;
  });
}
