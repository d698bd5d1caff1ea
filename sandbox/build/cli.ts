import { buildCards } from './cards.ts';
import { buildFunctions } from './functions.ts';

await buildFunctions();
await buildCards();
