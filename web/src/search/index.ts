export { HitField } from './hit-field.tsx';
export { SearchBox } from './search-box.tsx';
