import { file } from './common.ts';

/**
 * Files travel outside the JSON routes: `POST /api/v1/files` (multipart, one part `file`) answers `uploaded`;
 * `GET /api/v1/documents/:id/files/:digest` and `GET /api/v1/drafts/:id/files/:digest` stream one (`?inline=1` in place).
 */
export const uploaded = file;
export const filePaths = {
  upload: '/files',
  ofDocument: (document: string, digest: string) =>
    `/documents/${encodeURIComponent(document)}/files/${digest}`,
  ofDraft: (draft: string, digest: string) => `/drafts/${encodeURIComponent(draft)}/files/${digest}`,
  ofTask: (task: string, digest: string) => `/tasks/${encodeURIComponent(task)}/files/${digest}`,
} as const;
