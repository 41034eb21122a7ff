export type FileErrorCode = 'FILE_TOO_LARGE' | 'FILE_MISSING' | 'FILE_DAMAGED' | 'FILE_FULL' | 'FILE_IO';

/** An error of the file store, told by its code. */
export class FileError extends Error {
  readonly code: FileErrorCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: FileErrorCode, message: string, params: Readonly<Record<string, string | number>> = {}) {
    super(message);
    this.name = 'FileError';
    this.code = code;
    this.params = params;
  }
}

const CODES: Readonly<Record<string, FileErrorCode>> = {
  ENOSPC: 'FILE_FULL',
  EDQUOT: 'FILE_FULL',
  EIO: 'FILE_IO',
  EROFS: 'FILE_IO',
  EACCES: 'FILE_IO',
};

/** The file store's error for one of the disk; anything else comes back as it is. */
export function fileErrorOf(error: unknown): unknown {
  const ours = CODES[String((error as { code?: unknown }).code)];
  return ours ? new FileError(ours, (error as Error).message) : error;
}
