import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// `npx vite web` serves the page while it is worked on, beside a server on port 4000.
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // By it the server names what a view loads in the page's head.
    manifest: 'manifest.json',
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  server: {
    proxy: Object.fromEntries(
      ['/graphql', '/export/', '/filings/'].map((path) => [path, 'http://localhost:4000']),
    ),
  },
});
