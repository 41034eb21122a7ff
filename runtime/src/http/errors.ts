import { type ErrorCode, errorCatalogue } from '@reglament/api';
import { createI18n, type Locale, loadLocale } from '@reglament/i18n';
import { StoreError } from '@reglament/storage';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { Busy, KeyTaken } from '../execution/executor.ts';
import { Refused, type RefusedParams } from './refused.ts';

/**
 * Makes every refusal `{ code, params, message }`: words in the reader's language for people without a client, the code for
 * programs. Only errors that are ours are logged with their stack; nobody sees it.
 */
export async function answerErrors(app: FastifyInstance): Promise<void> {
  await loadLocale('en');
  app.setErrorHandler((error: FastifyError, request, reply) =>
    answer(refusalOf(error, request), request, reply),
  );
  app.setNotFoundHandler((request, reply) => answer(new Refused('NOT_FOUND'), request, reply));
}

function refusalOf(error: FastifyError, request: FastifyRequest): Refused {
  if (error instanceof Refused) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields = error.validation.map((one) => ({
      path: `${error.validationContext ?? ''}${one.instancePath}`,
      code: String(one.keyword),
    }));
    return new Refused('BODY_INVALID', {}, fields);
  }
  if (error instanceof KeyTaken || error instanceof Busy) return new Refused('STORE_BUSY');
  if (error instanceof StoreError) {
    request.log.error({ err: error }, 'the store refused');
    if (error.code === 'STORE_CURSOR') return new Refused('BAD_REQUEST');
    if (error.code === 'STORE_FULL') return new Refused('STORE_FULL');
    return new Refused(
      error.code === 'STORE_RESULT_UNKNOWN'
        ? 'RESULT_UNKNOWN'
        : error.code === 'STORE_IO'
          ? 'STORE_BUSY'
          : 'INTERNAL',
    );
  }
  if (error.code === 'FST_REQ_FILE_TOO_LARGE') return new Refused('FILE_TOO_LARGE');
  if (error.statusCode === 429) return new Refused('TOO_MANY_TRIES');
  if (error.statusCode !== undefined && error.statusCode < 500)
    return new Refused('BAD_REQUEST', { reason: error.code ?? '' });
  request.log.error({ err: error }, 'an error of ours');
  return new Refused('INTERNAL');
}

function answer(refused: Refused, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status } = errorCatalogue[refused.code];
  return reply
    .status(status)
    .header('cache-control', 'no-store')
    .send({
      code: refused.code,
      params: refused.params,
      message: messageOf(refused.code, refused.params, localeOf(request)),
      request: request.id,
      ...(refused.fields ? { fields: refused.fields } : {}),
    });
}

export function messageOf(code: ErrorCode, params: RefusedParams, locale: Locale): string {
  const words = Object.fromEntries(
    Object.entries(params).map(([key, value]) => [
      key,
      typeof value === 'number' ? value : String(value ?? ''),
    ]),
  );
  return createI18n(locale).error(code, words);
}

/** Russian unless the reader asks for English first. */
export function localeOf(request: FastifyRequest): Locale {
  return /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'ru';
}
