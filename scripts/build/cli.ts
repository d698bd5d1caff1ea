import { buildCards } from './cards.ts';
import { buildFunctions } from './functions.ts';
import { buildPages } from './pages.ts';

await buildFunctions();
await buildCards();
await buildPages();
