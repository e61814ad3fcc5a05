// `npm run dev`: a server that starts again when a source changes, and the page, reloading, before
// it.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const PROGRAM = at('bin/insider-ledger.mjs');
const commands = [
  [at('node_modules/tsx/dist/cli.mjs'), 'watch', '--clear-screen=false', PROGRAM, 'serve'],
  [at('node_modules/vite/bin/vite.js'), at('web')],
];

const children = commands.map((args) => spawn(process.execPath, args, { stdio: 'inherit' }));
let status = 0;
for (const child of children) {
  child.once('exit', (code) => {
    // Where one has failed, the other is of no use.
    status ||= code ?? 0;
    for (const other of children) other.kill('SIGTERM');
    process.exitCode = status;
  });
}
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const child of children) child.kill(signal);
  });
}
