import { buildFunctions } from './build/functions.ts';
import { onlyFunctions, watchSources } from '../sandbox/dev/watch.ts';

/**
 * `npm run dev:hubspot`, beside `npx hs project dev`: HubSpot's development server runs the functions from
 * `dist/`, which this keeps up to date.
 */
await buildFunctions();
const builds = watchSources(onlyFunctions);
builds.onMessage((message) => {
  switch (message.type) {
    case 'reload':
      process.stdout.write(`Built the ${message.what} again.\n`);
      return;
    case 'build-error':
      process.stderr.write(`${message.message}\n`);
  }
});
await builds.ready;
process.stdout.write('Built the functions. Watching them: press Ctrl+C to stop.\n');
