import { type FileRow, filePaths } from '@reglament/api';

/** Whose files: of a document, a draft or a task's working copy. */
export interface FileOwner {
  kind: 'document' | 'draft' | 'task';
  id: string;
}

/** Address of a file; `inline` opens PDF and images in place. */
export function fileAddress(owner: FileOwner, file: Pick<FileRow, 'digest'>, inline = false): string {
  const path =
    owner.kind === 'document'
      ? filePaths.ofDocument(owner.id, file.digest)
      : owner.kind === 'draft'
        ? filePaths.ofDraft(owner.id, file.digest)
        : filePaths.ofTask(owner.id, file.digest);
  return `/api/v1${path}${inline ? '?inline=1' : ''}`;
}

/** How a file can be shown on the page. */
export function fileShape(file: Pick<FileRow, 'type'>): 'pdf' | 'image' | 'other' {
  if (file.type === 'application/pdf') return 'pdf';
  return /^image\/(png|jpeg|gif|webp)$/.test(file.type) ? 'image' : 'other';
}
