/**
 * Words and phrases that a reader from the field would not know, each with what to write
 * (docs/style.md, Words). A phrase counts by whole words, whatever its case and wherever its lines
 * break.
 */
export const BANNED: readonly (readonly [phrase: string, instead: string])[] = [
  ['told', 'reported, filed, stated, sent, distinguished'],
  ['retold', 'updated'],
  ['telling', 'reading of a filing, report of a trade'],
  ['tellings', 'readings, reports'],
  ['tells of', 'reports, states'],
  ['tell of', 'report, state'],
  ['stirred', 'reassigned'],
  ['bringers', 'documents'],
  ['ails', 'the fault of'],
  ['poorer', 'less complete'],
  ["nobody's", 'say whose, or that there is none'],
  ['of before', 'earlier, older'],
  ['Statements of identity', 'identity facts'],
  ['question of introspection', 'introspection query'],
  ['is not read for', 'is not buffered for'],
  ['hold it up', 'delay it'],
  ['holds it up', 'delays it'],
  ['stands so in', 'is stated in'],
  ['whoever waits for it', 'the caller'],
  ['it makes no odds', 'it does not matter'],
  ['FIXME', 'an issue'],
  ['TODO', 'an issue'],
];

/** Where a phrase may stand: the key of stored payloads, and what is quoted from elsewhere. */
export const ALLOWED: readonly (readonly [path: RegExp, text: RegExp])[] = [
  // Stored events keep their keys.
  [/^(?:src|test)\//, /\btold\??: |['.]told\b/],
  // The rule against them names them.
  [/^test\/house\/banned-words\.ts$|^docs\/style\.md$/, /./],
];

/** What the house does not write, or must not edit: generated, sealed, quoted or public records. */
export const NOT_OURS =
  /^(?:CHANGELOG\.md|LICENSE|package-lock\.json|prisma\/migrations\/|samples\/|schema\.graphql|docs\/reference\/(?:api|tools)\.md|docs\/pictures\/|(?:clients\/typescript\/src|examples)\/graphql\/|test\/contract\/(?:contract|contract-2|released)\.graphql|test\/graphql\/(?:gql|graphql)\.ts|test\/support\/earlier-ledger\/|web\/src\/graphql\/(?:graphql|meanings|possible-types|without-id)\.ts|.*\.(?:png|svg|ico|tsv|html|txt|json))$|^(?:prisma\/migrations|samples|test\/support\/earlier-ledger|examples\/graphql|clients\/typescript\/src\/graphql|src\/server\/mcp\/graphql)\//;
