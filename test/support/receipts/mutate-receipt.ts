/** A receipt as JSON has it. */
export interface ReceiptJson {
  format: string;
  statement: string;
  signature: string;
  events: { position: string; canonical: string; previousHash: string | null; path: string[] }[];
  checkpoint: string;
  keys: string[];
}

interface StatementJson {
  question: { person: { cik: string | null; name: string }; asOf: string; knownAt: string };
  holdings: Record<string, unknown>[];
  events: [position: string, hash: string][];
  checkpoint: { position: string; rootHash: string };
}

/** Ways to falsify a receipt; each changes what it is given, `at` says which of several parts. */
export const MUTATIONS: Readonly<Record<string, (receipt: ReceiptJson, at: number) => void>> = {
  'an amount': inHolding((holding) => {
    holding.amount = `${String(holding.amount)}1`;
  }),
  'a status': inHolding((holding) => {
    holding.status = holding.status === 'CURRENT' ? 'CARRIED' : 'CURRENT';
  }),
  'a title': inHolding((holding) => {
    holding.securityTitle = `${String(holding.securityTitle)} B`;
  }),
  'a way of holding': inHolding((holding) => {
    holding.ownership = holding.ownership === 'DIRECT' ? 'INDIRECT' : 'DIRECT';
  }),
  'the line of a holding': inHolding((holding) => {
    holding.position = String(Number(holding.position) + 1);
  }),
  'a holding left out': inStatement(({ holdings }, at) => holdings.splice(at % holdings.length, 1)),
  'a holding twice': inStatement(({ holdings }, at) =>
    holdings.push(holdings[at % holdings.length] ?? {}),
  ),
  'the date': inStatement(({ question }) => {
    question.asOf = `1${question.asOf.slice(1)}`;
  }),
  'the instant': inStatement(({ question }) => {
    question.knownAt = `1${question.knownAt.slice(1)}`;
  }),
  'the person': inStatement(({ question }) => {
    question.person.name = `${question.person.name} Jr`;
  }),
  'the list of events': inStatement(({ events }, at) => events.splice(at % events.length, 1)),
  'the root stated': inStatement(({ checkpoint }, at) => {
    checkpoint.rootHash = otherDigit(checkpoint.rootHash, at);
  }),
  'what an event says': inEvent((event, at) => {
    const { canonical } = event;
    const place = at % canonical.length;
    event.canonical = `${canonical.slice(0, place)}~${canonical.slice(place + 1)}`;
  }),
  'a previous hash': inEvent((event, at) => {
    event.previousHash = otherDigit(event.previousHash ?? '0'.repeat(64), at);
  }),
  'a position': inEvent((event) => {
    event.position = String(Number(event.position) + 1);
  }),
  'a step of a path': inEvent((event, at) => {
    const step = at % event.path.length;
    event.path[step] = otherDigit(event.path[step] ?? '', at);
  }),
  'a step left out': inEvent((event) => event.path.pop()),
  'a step too many': inEvent((event) => event.path.push('0'.repeat(64))),
  'an event left out': (receipt, at) => receipt.events.splice(at % receipt.events.length, 1),
  'an event twice': (receipt, at) =>
    receipt.events.push(receipt.events[at % receipt.events.length] as ReceiptJson['events'][0]),
  'events in another order': (receipt) => receipt.events.reverse(),
  'the size of the tree': inNote((lines) => {
    lines[1] = String(Number(lines[1]) + 1);
  }),
  'the root signed': inNote((lines) => {
    lines[2] = Buffer.alloc(32, 7).toString('base64');
  }),
  'the ledger': inNote((lines) => {
    lines[0] = `${lines[0]}0`;
  }),
  'the time of signing': inNote((lines) => {
    lines[4] = `${lines[4]}`.replace('issued 2', 'issued 1');
  }),
  'the signature of the checkpoint': (receipt, at) => {
    const [body, signed = ''] = receipt.checkpoint.split('\n\n');
    const place = 60 + (at % 40);
    const letter = signed[place] === 'A' ? 'B' : 'A';
    receipt.checkpoint = `${body}\n\n${signed.slice(0, place)}${letter}${signed.slice(place + 1)}`;
  },
  'the signature of the answer': (receipt, at) => {
    receipt.signature = otherDigit(receipt.signature, at);
  },
  'the format': (receipt) => {
    receipt.format = 'insider-ledger/receipt/2';
  },
};

function inStatement(change: (statement: StatementJson, at: number) => unknown) {
  return (receipt: ReceiptJson, at: number) => {
    const statement = JSON.parse(receipt.statement) as StatementJson;
    change(statement, at);
    receipt.statement = JSON.stringify(statement);
  };
}

function inHolding(change: (holding: Record<string, unknown>, at: number) => void) {
  return inStatement(({ holdings }, at) => change(holdings[at % holdings.length] ?? {}, at));
}

function inEvent(change: (event: ReceiptJson['events'][0], at: number) => unknown) {
  return ({ events }: ReceiptJson, at: number) =>
    change(events[at % events.length] as ReceiptJson['events'][0], at);
}

function inNote(change: (lines: string[]) => void) {
  return (receipt: ReceiptJson) => {
    const [body = '', signed] = receipt.checkpoint.split('\n\n');
    const lines = body.split('\n');
    change(lines);
    receipt.checkpoint = `${lines.join('\n')}\n\n${signed}`;
  };
}

function otherDigit(hex: string, at: number): string {
  const place = at % hex.length;
  return `${hex.slice(0, place)}${hex[place] === '0' ? '1' : '0'}${hex.slice(place + 1)}`;
}
