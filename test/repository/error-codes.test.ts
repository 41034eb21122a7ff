import { fileURLToPath } from 'node:url';
import { errorCatalogue } from '@reglament/api';
import { createI18n, loadLocale } from '@reglament/i18n';
import { expect, it } from 'vitest';

const page = fileURLToPath(new URL('../../docs/errors.md', import.meta.url));

// Seen failing when a code's status was changed in the catalogue alone.
it('docs/errors.md says what the catalogue says; `vitest run test/repository/error-codes.test.ts -u` writes it anew', async () => {
  await loadLocale('en');
  const [ru, en] = [createI18n('ru'), createI18n('en')];
  const rows = Object.entries(errorCatalogue).map(
    ([code, { status, retryable }]) =>
      `| \`${code}\` | ${status} | ${retryable ? 'yes' : 'no'} | ${ru.error(code)} | ${en.error(code)} |`,
  );
  await expect(
    `# Error codes

Every refusal of the API is JSON with one of these codes in \`code\`, its figures in \`params\`, words in the reader's language in \`message\` and the
request's id in \`request\`. A code is never reused for something else. *Again* says whether the same request
may succeed later unchanged; it is safe to repeat with the same \`Idempotency-Key\`. Made from \`packages/api/src/errors.ts\` and
\`packages/i18n/src/catalogues/errors.*.ts\`.

| code | status | again | ru | en |
|---|---|---|---|---|
${rows.join('\n')}
`,
  ).toMatchFileSnapshot(page);
});
