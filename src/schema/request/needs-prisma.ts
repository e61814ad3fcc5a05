import { type DocumentNode, type GraphQLSchema, TypeInfo, visit, visitWithTypeInfo } from 'graphql';

/**
 * Whether a document asks for a field that plugin-prisma plans with its parent. Such a document is
 * not compiled by graphql-jit: the plugin keeps its plans by the objects of `info.path`, which
 * graphql-jit makes anew for each field (docs/decisions/0015).
 */
export function needsPrisma(schema: GraphQLSchema, document: DocumentNode): boolean {
  const typeInfo = new TypeInfo(schema);
  let needs = false;
  const Field = () => {
    needs ||= Boolean(typeInfo.getFieldDef()?.extensions.pothosPrismaSelect);
  };
  visit(document, visitWithTypeInfo(typeInfo, { Field }));
  return needs;
}
