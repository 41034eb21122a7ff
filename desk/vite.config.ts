import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env['DESK_SERVER'] ?? 'http://127.0.0.1:3000';

/** Reads the packages' sources, so that no build of theirs stands between an edit and the screen. */
export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  worker: { format: 'es' },
  build: { target: 'es2022', outDir: 'dist', manifest: true, chunkSizeWarningLimit: 900 },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': { target: server },
      '/ws': { target: server, ws: true },
    },
  },
});
