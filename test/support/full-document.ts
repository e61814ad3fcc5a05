import { IGNORED, OWNERSHIP_DOCUMENT, type Shape } from '../../src/parser/xml/known-elements.ts';

/** A place in the document where something stands that can be altered, and whether it is read. */
export interface Leaf {
  readonly path: string;
  readonly isRead: boolean;
}

/** What to do otherwise at one place. */
export interface Change {
  readonly path: string;
  /** `long`: longer than any text may be. */
  readonly how: 'altered' | 'blank' | 'long';
}

/** An invented ownership document with every element of the specification, and its places. */
export interface FullDocument {
  readonly xml: string;
  readonly leaves: readonly Leaf[];
}

/** The first schema, X0101, has its price in a cell that no later one has. */
export type Edition = 'first' | 'later';

const CELL_OF_ANOTHER: Readonly<Record<Edition, string>> = {
  first: 'transactionPricePerShare',
  later: 'transactionValue',
};

/**
 * Writes the document, a footnote mark of its own at every cell, one place of it changed or none.
 */
export function fullDocument(edition: Edition = 'later', change?: Change): FullDocument {
  const leaves: Leaf[] = [];
  let marks = 0;
  const leaf = (path: string, [value, other]: readonly [string, string]) => {
    leaves.push({ path, isRead: !path.split('/').some((name) => name in IGNORED) });
    if (change?.path !== path) return value;
    return { altered: other, blank: '', long: 'x'.repeat(20_001) }[change.how];
  };
  const write = (name: string, shape: Shape, parent: string): string => {
    const path = `${parent}/${name}`;
    if (name === CELL_OF_ANOTHER[edition]) return '';
    if (name === 'schemaVersion' && edition === 'first')
      return '<schemaVersion>X0101</schemaVersion>';
    if (name === 'footnoteId') {
      marks += 1;
      return `<footnoteId id="${leaf(path, [`F${marks}`, 'F200'])}"/>`;
    }
    if (name === 'footnotes') {
      return `<footnotes>${Array.from({ length: 200 }, (_, index) => {
        const id = leaf(`${path}/footnote[${index + 1}]@id`, [`F${index + 1}`, `G${index + 1}`]);
        const text = leaf(`${path}/footnote[${index + 1}]`, [`Note ${index + 1}.`, 'Another.']);
        return `<footnote id="${id}">${text}</footnote>`;
      }).join('')}</footnotes>`;
    }
    if (shape === null) return `<${name}>${leaf(path, valuesOf(name))}</${name}>`;
    const { value, ...inner } = shape;
    const own = value === undefined ? '' : leaf(`${path}/value`, valuesOf(name));
    const isCell = 'footnoteId' in inner;
    const text = value === undefined ? '' : isCell ? `<value>${own}</value>` : own;
    return `<${name}>${text}${writeAll(inner, path)}</${name}>`;
  };
  const writeAll = (shapes: Readonly<Record<string, Shape>>, path: string) =>
    Object.entries(shapes)
      .map(([name, shape]) => write(name, shape, path))
      .join('');
  const xml = `<ownershipDocument>${writeAll(OWNERSHIP_DOCUMENT, 'ownershipDocument')}</ownershipDocument>`;
  return { xml, leaves };
}

const VALUES: Readonly<Record<string, readonly [string, string]>> = {
  documentType: ['4', '5'],
  transactionFormType: ['4', '5'],
  transactionCode: ['P', 'S'],
  transactionTimeliness: ['E', 'L'],
  transactionAcquiredDisposedCode: ['A', 'D'],
  directOrIndirectOwnership: ['I', 'D'],
  issuerCik: ['0009000101', '0009000102'],
  rptOwnerCik: ['0009000201', '0009000202'],
};

/** A value that fits an element of this name, and another one. */
function valuesOf(name: string): readonly [string, string] {
  const own = VALUES[name];
  if (own !== undefined) return own;
  if (/Date$|^periodOfReport$|^dateOf/.test(name)) return ['2024-03-01', '2024-03-02'];
  if (/Shares$|Value$|Price$|PerShare$|Following/.test(name)) return ['100.25', '7'];
  if (/^is[A-Z]|Flag$|Involved$|^no|Reported$|One$|GoodAddress$/.test(name)) return ['1', '0'];
  return [`Invented ${name}`, `Another ${name}`];
}
