import { writeFileSync } from 'node:fs';
import { schema } from '../src/schema/index.ts';
import { apiPage } from './api-page.ts';

writeFileSync(new URL('../docs/api.md', import.meta.url), apiPage(schema));
