import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { insiderLedger, PROGRAM } from '../../support/command-line.ts';

const SAMPLES = fileURLToPath(new URL('../../../samples', import.meta.url));
const SAMPLE = join(SAMPLES, 'ostrelle/0009000102-24-000005.txt');

function sh(script: string, env: Record<string, string> = {}) {
  const program = `${process.execPath} ${PROGRAM}`;
  const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-o', 'pipefail', '-c', script], {
    env: { PATH: process.env.PATH, IL: program, SAMPLES, ...env },
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { status, stdout, stderr };
}

describe('the command line', () => {
  it.each([
    [['frobnicate']],
    [['frobnicate', '--help']],
    [['--help', 'frobnicate']],
    [['help', 'frobnicate']],
    [['key', 'frobnicate', '--help']],
    [['parse']],
    [['parse', '--frobnicate', 'x']],
  ])('ends with 2 for what is no command or option of it: %j', async (args) => {
    const { status, stderr, stdout } = await insiderLedger(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).not.toContain('    at ');
  });

  it.each([[['--help']], [['help', 'key']], [['key', 'create', '--help']]])(
    'gives the help that is asked for, and ends with 0: %j',
    async (args) => {
      expect(await insiderLedger(args)).toMatchObject({
        status: 0,
        stdout: expect.stringContaining('Usage: insider-ledger'),
      });
    },
  );

  it('prints the version of the package', async () => {
    const { version } = JSON.parse(
      readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
    ) as { version: string };
    const said = { status: 0, stdout: `${version}\n`, stderr: '' };
    expect(await insiderLedger(['--version'])).toEqual(said);
  });

  it('ends quietly where the reader of its output goes away, as head does', () => {
    const { stdout, stderr } = sh('$IL parse "$SAMPLES" | head -1');
    expect({ stdout, stderr }).toEqual({ stdout: '{\n', stderr: '' });
    const help = sh('$IL --help | true');
    expect(help.stderr).toBe('');
  });
});

describe('a dash', () => {
  it('is standard input for parse', async () => {
    const text = readFileSync(SAMPLE);
    const { status, stdout } = await insiderLedger(['parse', '-'], {}, text);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ accessionNumber: '0009000102-24-000005' });
  });

  it('may be an archive, detected from its first bytes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'insider-ledger-cli-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'one.txt'), readFileSync(SAMPLE));
    for (const option of ['-cz', '-c']) {
      const archive = execFileSync('tar', [option, '-C', folder, 'one.txt']);
      const { status, stdout } = spawnSync(process.execPath, [PROGRAM, 'parse', '-'], {
        input: archive,
        encoding: 'utf8',
      });
      expect(status).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({ accessionNumber: '0009000102-24-000005' });
    }
    const zipped = sh(`gzip -c ${SAMPLE} | $IL parse -`);
    expect(zipped).toMatchObject({ status: 0, stderr: '' });
  });

  it('that brings nothing is an empty document', async () => {
    const { status, stderr } = await insiderLedger(['parse', '-'], {}, '');
    expect(status).toBe(1);
    expect(stderr).toContain('EMPTY_DOCUMENT');
  });
});

describe('completion', () => {
  it.each(['bash', 'zsh', 'fish'])(
    'is a script that names each command and option: %s',
    async (shell) => {
      const { status, stdout } = await insiderLedger(['completion', shell]);
      expect(status).toBe(0);
      for (const word of ['ingest', 'holdings', 'known-at', 'retry', 'revoke']) {
        expect(stdout).toContain(word);
      }
    },
  );

  it.each([
    ['insider-ledger hold', 'holdings'],
    ['insider-ledger key re', 'revoke'],
    ['insider-ledger holdings AMOT --kn', '--known-at'],
    ['insider-ledger ingest --re', '--retry'],
  ])('of bash completes %j to %s', (line, expected) => {
    const words = line.split(' ').map((word) => JSON.stringify(word));
    const { stdout } = sh(`source <($IL completion bash)
      COMP_WORDS=(${words.join(' ')}); COMP_CWORD=${words.length - 1}
      _insider_ledger; echo "\${COMPREPLY[*]}"`);
    expect(stdout).toBe(`${expected}\n`);
  });

  it('for another shell says which there are', async () => {
    const { status, stderr } = await insiderLedger(['completion', 'tcsh']);
    expect(status).toBe(2);
    expect(stderr).toContain('"tcsh" is not one of bash, zsh, fish');
  });
});
