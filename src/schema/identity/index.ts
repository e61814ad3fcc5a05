export { currentKey, subjectKey } from './identities.ts';
export { decodeId, decodeIdOf, encodeAccount, encodeId, type NodeType } from './ids.ts';
export { formerNames, NameUse, withStated } from './name-use.ts';
export { Node } from './node.ts';
export { oneList } from './one-list.ts';
