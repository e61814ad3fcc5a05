#!/usr/bin/env node
import { load } from './load.mjs';

const { main } = await load('main');
process.exitCode = await main(process.argv);
