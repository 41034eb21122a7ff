import { useStoreApi } from '@xyflow/react';
import { useState } from 'react';

/**
 * React Flow measures every node and its handles in the page when it comes into sight. Ours are known from the document
 * (`measured` and `handles` of each node), and handles are not in the page while nobody needs them: nothing is measured.
 */
export function useKnownSizes(): void {
  const store = useStoreApi();
  // Before the first node is there to be observed.
  useState(() => store.setState({ updateNodeInternals: () => undefined }));
}
