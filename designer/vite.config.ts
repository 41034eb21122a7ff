import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env['DESIGNER_SERVER'] ?? 'http://127.0.0.1:3000';

/** Served below /designer/ beside the desk. Reads the packages' sources, so that no build of theirs stands between. */
export default defineConfig({
  base: '/designer/',
  plugins: [react()],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  worker: { format: 'es' },
  build: { target: 'es2022', outDir: 'dist', manifest: true, chunkSizeWarningLimit: 4000 },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': { target: server },
      '/ws': { target: server, ws: true },
    },
  },
});
