import ora from 'ora';

/** Where a command writes: results to standard output, everything else to standard error. */
export interface Terminal {
  /** A line of the result. */
  print(line: string): void;
  /** A line for the person watching. */
  say(line: string): void;
  /** Shows how far long work is, on a terminal alone; nothing in a log or a pipe. */
  progress(text: string): void;
  /** Takes the progress away. */
  done(): void;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const spinner = ora({ stream: process.stderr, discardStdin: false });
  const quietly = (write: () => void) => {
    const shown = spinner.isSpinning;
    if (shown) spinner.stop();
    write();
    if (shown) spinner.start();
  };
  return {
    print: (line) => quietly(() => process.stdout.write(`${line}\n`)),
    say: (line) => quietly(() => process.stderr.write(`${line}\n`)),
    progress(text) {
      if (!process.stderr.isTTY) return;
      spinner.text = text;
      if (!spinner.isSpinning) spinner.start();
    },
    done: () => {
      spinner.stop();
    },
  };
}
