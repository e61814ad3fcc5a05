import { parseArgs } from 'node:util';
import { ledgerOfStandbys } from './ledger-of-standbys.ts';
import { readWhileHurt } from './read-while-hurt.ts';

const { values } = parseArgs({
  options: {
    reads: { type: 'string', default: '100000' },
    hurts: { type: 'string', default: '100' },
    standbys: { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
  },
});

const endings: (() => Promise<void>)[] = [];
try {
  const ledger = await ledgerOfStandbys(Number(values.standbys), (end) => endings.push(end));
  const { reads, stale, wrong, failed } = await readWhileHurt(ledger, {
    reads: Number(values.reads),
    hurts: Number(values.hurts),
    seed: Number(values.seed),
  });
  console.log(
    `${reads} reads by 3 servers over ${values.standbys} standbys, hurt ${values.hurts} times: ` +
      `${stale} stale, ${wrong} wrong, ${failed} said that the ledger is away.`,
  );
  if (stale + wrong > 0) process.exitCode = 1;
} finally {
  for (const end of endings.reverse()) await end();
}
