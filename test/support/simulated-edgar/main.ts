import { parseArgs } from 'node:util';
import { Random } from '../../../src/server/demo/index.ts';
import { DAY_MS, makeCalendar, midnight } from './calendar.ts';
import { startSimulatedEdgar } from './server.ts';

// npm run edgar:fake: a simulated EDGAR on this machine, for a follower that is watched by hand.
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4400' },
    seed: { type: 'string', default: '1' },
    days: { type: 'string', default: '60' },
    'per-day': { type: 'string', default: '6' },
    speed: { type: 'string', default: '1' },
    faults: { type: 'string', default: '50' },
  },
});

const [seed, days, perDay] = [values.seed, values.days, values['per-day']].map(Number) as [
  number,
  number,
  number,
];
const random = new Random(seed);
const calendar = makeCalendar({ seed, days, perDay }, random);
const begun = Date.now();
const now = () => midnight(0) + (Date.now() - begun) * Number(values.speed);
const edgar = await startSimulatedEdgar({
  calendar,
  random,
  now,
  faultsUntil: midnight(0) + Number(values.faults) * DAY_MS,
  port: Number(values.port),
});
console.log(
  `A simulated EDGAR of ${days} days from ${new Date(midnight(0)).toISOString()} on, at ${edgar.url}.\n` +
    `EDGAR_BASE_URL=${edgar.url} EDGAR_DATA_URL=${edgar.url}`,
);
setInterval(() => {
  const { requests, faults, mostInASecond } = edgar.counts;
  console.log(
    `${new Date(now()).toISOString()}: ${requests} requests, ${faults} went wrong, ` +
      `${mostInASecond} in a second at most`,
  );
}, 10_000);
