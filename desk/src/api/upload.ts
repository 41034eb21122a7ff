import { ApiError, type FileRow, filePaths } from '@reglament/api';
import { noteReachable, noteSessionEnded } from '@reglament/web';

/**
 * Sends a file and tells how far it is (0 to 1).
 *
 * @throws ApiError with the server's code (FILE_TOO_LARGE, FILE_TYPE_LIES, ...) or OFFLINE
 */
export function uploadFile(
  file: File,
  onProgress: (share: number) => void,
  signal?: AbortSignal,
): Promise<FileRow> {
  return new Promise((resolve, reject) => {
    // fetch does not tell how much of a body has gone.
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1${filePaths.upload}`);
    request.setRequestHeader('accept', 'application/json');
    request.responseType = 'json';
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onload = () => {
      noteReachable(true);
      const answer = request.response as unknown;
      if (request.status < 300 && answer) return resolve(answer as FileRow);
      const problem = (answer ?? { code: 'INTERNAL' }) as ConstructorParameters<typeof ApiError>[1];
      if (problem.code === 'NOT_SIGNED_IN') noteSessionEnded(true);
      reject(new ApiError(request.status, problem));
    };
    request.onerror = () => {
      noteReachable(false);
      reject(new ApiError(0, { code: 'OFFLINE' }));
    };
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort());
    const body = new FormData();
    body.append('file', file, file.name);
    request.send(body);
  });
}
