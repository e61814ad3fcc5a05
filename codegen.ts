import type { CodegenConfig } from '@graphql-codegen/cli';
import { printSchema } from 'graphql';
import { schema } from './src/schema/index.ts';

/** Documents with the types of their variables and results. */
const TYPED_DOCUMENTS = {
  preset: 'client',
  presetConfig: { fragmentMasking: false },
  config: {
    strictScalars: true,
    useTypeImports: true,
    scalars: {
      AccessionNumber: 'string',
      CIK: { input: 'string | number', output: 'string' },
      Date: 'string',
      DateTime: 'string',
      Decimal: 'string',
      Position: 'string',
    },
    enumsAsTypes: true,
    documentMode: 'string',
  },
} as const;

const config: CodegenConfig = {
  schema: printSchema(schema),
  ignoreNoDocuments: true,
  importExtension: '.ts',
  generates: {
    'schema.graphql': { plugins: ['schema-ast'], config: { includeDirectives: true } },
    'test/graphql/': {
      ...TYPED_DOCUMENTS,
      documents: ['test/schema/**/*.ts', 'test/server/**/*.ts'],
    },
    'web/src/graphql/': {
      ...TYPED_DOCUMENTS,
      config: { ...TYPED_DOCUMENTS.config, documentMode: 'documentNode' },
      documents: ['web/src/**/*.graphql'],
    },
    'clients/typescript/src/graphql/': {
      ...TYPED_DOCUMENTS,
      documents: ['clients/typescript/operations/*.graphql'],
    },
    'src/server/mcp/graphql/': {
      ...TYPED_DOCUMENTS,
      documents: ['src/server/mcp/operations/*.graphql'],
    },
    'examples/graphql/': { ...TYPED_DOCUMENTS, documents: ['examples/*.graphql'] },
  },
};

export default config;
