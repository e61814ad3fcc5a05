/**
 * The version of what the parser makes of documents, a whole number. It goes up by one with every
 * change after which a document that could be read before gives another filing
 * (docs/explanation/parser.md). Every reading in the ledger is kept with it.
 */
export const PARSER_VERSION = 7;
