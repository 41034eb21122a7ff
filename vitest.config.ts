import { defineConfig } from 'vitest/config';

/** Unit and wide tests read the packages' sources, so that no build stands between an edit and its test. */
export default defineConfig({
  resolve: { conditions: ['source', 'module', 'node', 'import', 'default'] },
  // Without `import`: it would be given to Node itself, and a package's `require` of ws would get the module for `import`.
  ssr: { resolve: { conditions: ['source', 'module', 'node'] } },
  test: {
    include: [
      '{packages,runtime,desk,designer,web}/**/*.test.{ts,tsx}',
      'test/{simulation,chaos,access,repository}/**/*.test.ts',
    ],
    exclude: ['**/node_modules/**', '**/dist/**'],
    testTimeout: 20_000,
    // Bringing up a sample office takes a second, and ten on a machine that does other things.
    hookTimeout: 40_000,
  },
});
