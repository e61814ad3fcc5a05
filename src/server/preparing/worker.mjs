// What a worker thread runs.
import { load } from '../../../bin/load.mjs';

export const { work } = await load('work');
