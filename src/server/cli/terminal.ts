import ora from 'ora';
import { ReaderGone } from '../reader-gone.ts';

/** Where a command writes: results to standard output, everything else to standard error. */
export interface Terminal {
  /** A line of the result. */
  print(line: string): void;
  /** A line for the person watching; not printed where only results and failures are wanted. */
  say(line: string): void;
  /** A line about something that failed or was rejected. */
  warn(line: string): void;
  /** Shows how far long work is, on a terminal alone; nothing in a log or a pipe. */
  progress(text: string): void;
  /** Takes the progress away. */
  done(): void;
  /** Prints results and failures alone from now on. */
  quiet(): void;
  /** Aborted, with ReaderGone, once nobody reads what is printed any more, as after `| head`. */
  readonly gone: AbortSignal;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { stdout, stderr } = process;
  const gone = new AbortController();
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      gone.abort(new ReaderGone());
    });
  }
  const spinner = ora({
    stream: withColumns(stderr),
    discardStdin: false,
    // Node's own answer heeds NO_COLOR.
    color: stderr.isTTY && stderr.hasColors() ? 'cyan' : false,
  });
  let isQuiet = false;
  const write = (stream: NodeJS.WriteStream, line: string) => {
    if (gone.signal.aborted) return;
    const shown = spinner.isSpinning;
    if (shown) spinner.stop();
    stream.write(`${line}\n`);
    if (shown) spinner.start();
  };
  return {
    print: (line) => write(stdout, line),
    say: (line) => {
      if (!isQuiet) write(stderr, line);
    },
    warn: (line) => write(stderr, line),
    progress(text) {
      if (!stderr.isTTY || isQuiet || gone.signal.aborted) return;
      spinner.text = text;
      if (!spinner.isSpinning) spinner.start();
    },
    done: () => {
      spinner.stop();
    },
    quiet: () => {
      isQuiet = true;
    },
    gone: gone.signal,
  };
}

/** Some terminals, as that of `script`, report a width of 0: ora divides by it, and never ends. */
function withColumns(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  return new Proxy(stream, {
    get(target, name) {
      if (name === 'columns') return target.columns || 80;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
