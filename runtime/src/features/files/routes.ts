import type { Readable } from 'node:stream';
import { filePaths } from '@reglament/api';
import { insert } from '@reglament/storage';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Deps } from '../../deps.ts';
import { readableDocument } from '../../documents/access.ts';
import { requireSameOrigin } from '../../http/origin.ts';
import { Refused } from '../../http/refused.ts';
import { requireSession } from '../../http/session.ts';
import { type FileEntry, tasks, uploads, workingCopies } from '../../storage/collections.ts';
import { FileError } from '../../storage/files/fileErrors.ts';
import { cleanName, ownDraft } from '../drafts/draftAccess.ts';
import { headLength, judgeFile, shownInPlace } from './fileType.ts';

interface FileRequest {
  readonly Params: { readonly id: string; readonly digest: string };
  readonly Querystring: { readonly inline?: string; readonly name?: string };
}

/** Files go in once, by whoever attaches them, and come out through a document, a draft or a working copy that the reader may see. */
export function fileRoutes(api: FastifyInstance, deps: Deps): void {
  const { store, files, config } = deps;

  api.post(
    filePaths.upload,
    { schema: { operationId: 'files.upload', tags: ['files'], consumes: ['multipart/form-data'] } },
    async (request) => {
      requireSameOrigin(request);
      const session = await requireSession(request, deps);
      const part = await request.file().catch(brokenForm);
      if (part?.fieldname !== 'file') throw new Refused('BAD_REQUEST', { reason: 'file' });
      const name = cleanName(part.filename);
      const judged: { type: string } = { type: '' };
      const stored = await files
        .put(judging(part.file, name, judged), { limit: config.fileLimit })
        .catch((error: unknown) => {
          if (error instanceof FileError && error.code === 'FILE_TOO_LARGE')
            throw new Refused('FILE_TOO_LARGE', { limit: config.fileLimit, name });
          if (error instanceof FileError && error.code === 'FILE_FULL') throw new Refused('STORE_FULL');
          throw error;
        });
      if (part.file.truncated) throw new Refused('FILE_TOO_LARGE', { limit: config.fileLimit, name });
      const file: FileEntry = { name, digest: stored.digest, size: stored.size, type: judged.type };
      // The same person may bring the same file again: the first row stands.
      await store.commit([
        insert(uploads, {
          id: `${stored.digest}/${session.employee}`,
          employee: session.employee,
          file,
          atMs: deps.clock.now(),
        }),
      ]);
      return file;
    },
  );

  const send = async (
    reply: FastifyReply,
    found: readonly FileEntry[],
    request: FileRequest['Params'],
    query: FileRequest['Querystring'],
  ) => {
    const file = found.find(
      (one) => one.digest === request.digest && (query.name === undefined || one.name === query.name),
    );
    if (!file) throw new Refused('NOT_FOUND');
    const content: Readable = await files.open(file.digest, { verify: true });
    const inPlace = query.inline === '1' && shownInPlace(file.type);
    return (
      reply
        .header('content-type', file.type)
        .header('content-length', file.size)
        .header(
          'content-disposition',
          `${inPlace ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeRfc5987(file.name)}`,
        )
        // A sandboxed response cannot run a script or reach the session, whatever is inside.
        .header(
          'content-security-policy',
          "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; object-src 'self'; frame-ancestors 'self'",
        )
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'private, max-age=31536000, immutable')
        .header('etag', `"${file.digest}"`)
        .send(content)
    );
  };
  const schema = { hide: true };

  api.get<FileRequest>('/documents/:id/files/:digest', { schema }, async (request, reply) => {
    const session = await requireSession(request, deps);
    return send(
      reply,
      (await readableDocument(request.params.id, session, deps)).files,
      request.params,
      request.query,
    );
  });
  api.get<FileRequest>('/drafts/:id/files/:digest', { schema }, async (request, reply) => {
    const session = await requireSession(request, deps);
    return send(
      reply,
      (await ownDraft(request.params.id, session, deps)).files,
      request.params,
      request.query,
    );
  });
  api.get<FileRequest>('/tasks/:id/files/:digest', { schema }, async (request, reply) => {
    const session = await requireSession(request, deps);
    const task = await store.get(tasks, request.params.id);
    if (!task?.positions.some((one) => session.positions.includes(one))) throw new Refused('NOT_FOUND');
    const copy = await store.get(workingCopies, task.id);
    const document = await readableDocument(task.document, session, deps);
    return send(reply, [...(copy?.files ?? []), ...document.files], request.params, request.query);
  });
}

/** Passes a file on and judges its type by the first bytes. @throws Refused FILE_TYPE_REFUSED, FILE_TYPE_LIES */
async function* judging(
  content: Readable,
  name: string,
  judged: { type: string },
): AsyncGenerator<Uint8Array> {
  let head = Buffer.alloc(0);
  let known = false;
  const judge = () => {
    const judgement = judgeFile(name, head);
    if (!judgement.ok) throw new Refused(judgement.code, { name });
    judged.type = judgement.type;
    known = true;
  };
  for await (const part of whole(content)) {
    if (known) {
      yield part;
      continue;
    }
    head = Buffer.concat([head, part]);
    if (head.length < headLength) continue;
    judge();
    yield head;
  }
  if (known) return;
  judge();
  yield head;
}

/** The content as it comes. @throws Refused BAD_REQUEST when the form breaks off in it */
async function* whole(content: Readable): AsyncGenerator<Buffer> {
  try {
    yield* content as AsyncIterable<Buffer>;
  } catch (error) {
    brokenForm(error);
  }
}

/** The form's parser tells the server's own limits by code; any other error of it is a form that cannot be read. */
function brokenForm(error: unknown): never {
  const known = error instanceof Error && 'code' in error && String(error.code).startsWith('FST_');
  throw known ? error : new Refused('BAD_REQUEST', { reason: 'form' });
}

function encodeRfc5987(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
