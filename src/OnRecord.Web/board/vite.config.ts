import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const out = process.env.BOARD_OUT ?? '../../../artifacts/board/pages';

// Text goes into the program compressed; the server unpacks it for those who cannot.
function packed(): Plugin {
  const pack = (folder: string): void => {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) pack(path);
      else if (/\.(js|mjs|css|html|svg)$/.test(name)) {
        writeFileSync(`${path}.br`, brotliCompressSync(readFileSync(path)));
        rmSync(path);
      }
    }
  };
  return { name: 'packed', apply: 'build', closeBundle: () => pack(out) };
}

export default defineConfig({
  base: '/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: out,
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    reportCompressedSize: false,
  },
  plugins: [packed()],
});
