import type { CodegenConfig } from '@graphql-codegen/cli';
import { printSchema } from 'graphql';
import { schema } from './src/schema/index.ts';

const config: CodegenConfig = {
  schema: printSchema(schema),
  documents: ['test/schema/**/*.ts', 'test/server/**/*.ts'],
  ignoreNoDocuments: true,
  importExtension: '.ts',
  generates: {
    'schema.graphql': { plugins: ['schema-ast'], config: { includeDirectives: true } },
    'test/graphql/': {
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
    },
  },
};

export default config;
