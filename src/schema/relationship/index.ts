export { RelationshipConnection, relationshipFormat } from './relationship.ts';
