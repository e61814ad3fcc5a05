import { describe, expect, it } from 'vitest';
import { dumps } from '../support/dumps.ts';
import { parseFiling } from '../support/parse.ts';

const DUMP = dumps().find(({ name }) => name === '0009000101-23-000012.w3m80.txt')?.text ?? '';
const HEAD = DUMP.slice(DUMP.indexOf('┌┐  Check this'), DUMP.indexOf('┌───'));
const SIGNED = DUMP.slice(DUMP.indexOf(' /s/ Corwin'), DUMP.indexOf('Reminder:'));

/** The dump with other boxes at its head or other signatures below it. */
const withHead = (lines: readonly string[]) => DUMP.replace(HEAD, `${lines.join('\n')}\n\n`);
const withSignatures = (lines: readonly string[]) => DUMP.replace(SIGNED, `${lines.join('\n')}\n`);

const BESIDE_ONE_LINE = (tick: string) => [
  '┌─┐                                                           STATEMENT OF CHANGES',
  `│${tick}│ Check this box if no longer subject to Section 16.`,
  '└─┘',
];
const BESIDE_MANY = (tick: string) => [
  '      Check this    UNITED STATES SECURITIES AND EXCHANGE    ┌─────────────────────┐',
  '      box if no                   COMMISSION                 │OMB Number: 3235-0287│',
  '      longer                Washington, D.C. 20549           └─────────────────────┘',
  '      subject to     STATEMENT OF CHANGES IN BENEFICIAL',
  '┌──┐  Section 16.             OWNERSHIP',
  `│${tick} │  Form 4`,
  '└──┘  or Form 5     Filed pursuant to Section 16(a) of the',
  '      obligations      Securities Exchange Act of 1934',
  '      may continue.',
];
const OF_PLUSES = (tick: string) =>
  BESIDE_MANY(tick).map((line) =>
    line
      .replace(/[┌┐└┘]/g, '+')
      .replace(/─/g, '-')
      .replace(/│/g, '|'),
  );

describe('§1 a ticked box that a text browser draws beside the middle of its label', () => {
  it.each([
    ['one line', BESIDE_ONE_LINE],
    ['many lines, with others beside them', BESIDE_MANY],
    ['many lines, drawn with signs', OF_PLUSES],
  ])('is ticked: %s', (_, head) => {
    expect(parseFiling(withHead(head('X'))).notSubjectToSection16).toBe(true);
    expect(parseFiling(withHead(head(' '))).notSubjectToSection16).toBe(false);
  });

  it.each([
    ['none', [' ', ' ', ' ']],
    ['the first', ['X', ' ', ' ']],
    ['the second', [' ', 'X', ' ']],
    ['the third', [' ', ' ', 'X']],
    ['all', ['X', 'X', 'X']],
  ])('is kept apart from those below it, whose labels follow without a gap: %s', (_, ticks) => {
    const [first = ' ', second = ' ', third = ' '] = ticks;
    const filing = parseFiling(
      withHead([
        '   ┌───┐ Check this box if no',
        `   │ ${first} │ longer subject to`,
        '   └───┘ Section 16.',
        '   ┌───┐ Form 3 Holdings          STATEMENT OF CHANGES',
        `   │ ${second} │ Reported.`,
        '   └───┘',
        '   ┌───┐ Form 4',
        `   │ ${third} │ Transactions`,
        '   └───┘ Reported.',
      ]),
    );
    expect({
      first: filing.notSubjectToSection16,
      second: filing.form3HoldingsReported,
      third: filing.form4TransactionsReported,
    }).toEqual({ first: first === 'X', second: second === 'X', third: third === 'X' });
  });
});

const LONG = '/s/ Ottilie Brandmere, authorised signatory of Quillfen Partners, L.P., by its';
const JOINT = [
  { name: `${LONG} general partner`, date: '2023-08-17' },
  { name: '/s/ Imre T. Varnhagel', date: '2023-08-16' },
];

describe('§1 signatures that a text browser prints in two columns', () => {
  it.each([
    [
      'dates wrapped behind their second slash',
      [
        ` ${LONG} 08/17/`,
        ' general partner                                                                2023',
        ' /s/ Imre T. Varnhagel                                                          08/16/',
        '                                                                                2023',
      ],
    ],
    [
      'dates wrapped before it',
      [
        ` ${LONG} 08/17`,
        ' general partner                                                                /2023',
        ' /s/ Imre T. Varnhagel                                                          08/16',
        '                                                                                /2023',
      ],
    ],
    [
      'dates beside the first line',
      [
        ` ${LONG} 08/17/2023`,
        ' general partner',
        ' /s/ Imre T. Varnhagel                                                          08/16/2023',
      ],
    ],
  ])('are each whole, with its date: %s', (_, lines) => {
    const heading = ` ${'** Signature of Reporting Person'.padEnd(LONG.length)} Date`;
    expect(parseFiling(withSignatures([...lines, heading])).signatures).toEqual(JOINT);
  });

  it('are each whole where the dates stand beside the middle of the names', () => {
    const lines = [
      ' Quillfen Partners, L.P. By: Quillfen Holdings, its',
      ' general partner By: /s/ Ottilie Brandmere, authorised   08/17/2023',
      ' signatory of both',
      ' Quillfen Holdings By: /s/ Ottilie Brandmere, authorised 08/16/2023',
      ' signatory',
      ' ** Signature of Reporting Person                        Date',
    ];
    expect(parseFiling(withSignatures(lines)).signatures).toEqual([
      {
        name: 'Quillfen Partners, L.P. By: Quillfen Holdings, its general partner By: /s/ Ottilie Brandmere, authorised signatory of both',
        date: '2023-08-17',
      },
      {
        name: 'Quillfen Holdings By: /s/ Ottilie Brandmere, authorised signatory',
        date: '2023-08-16',
      },
    ]);
  });
});

describe('§1 a line that a text browser breaks at a slash', () => {
  it.each([
    ['April 20, 2023.', 'on 04/20/', '2023.', 'on 04/20/2023.'],
    ['April 20, 2023.', 'on 4', '/20/2023.', 'on 4/20/2023.'],
    ['April 20, 2023.', 'sales and/', 'or gifts.', 'sales and/or gifts.'],
    ['April 20, 2023.', 'of Tarnwick Inc', '/DE/ stock.', 'of Tarnwick Inc /DE/ stock.'],
  ])('goes on without a blank, %s', (words, first, second, whole) => {
    const [note] = parseFiling(DUMP.replace(words, `${first}\n${second}`)).footnotes;
    expect(note?.text).toMatch(new RegExp(`${whole}$`));
  });
});
