import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env.MINGJI_SERVER ?? 'http://127.0.0.1:8080';

/** Everything comes from the bureau's own server: no CDN, no web font. Chromium 90 is what offices still run. */
export default defineConfig({
  plugins: [react()],
  build: {
    target: 'chrome90',
    cssTarget: 'chrome90',
    outDir: 'dist',
    sourcemap: false,
    chunkSizeWarningLimit: 1200,
    // The policy of the server lets no data: scripts or fonts in; small files stay files.
    assetsInlineLimit: 0,
  },
  server: { port: 5173, strictPort: true, proxy: { '/api': { target: server, changeOrigin: false } } },
  preview: { proxy: { '/api': { target: server, changeOrigin: false } } },
});
