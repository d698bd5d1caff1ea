import { buildFunctions } from './build/functions.ts';
import { rebuildFunctions, watchSources } from '../sandbox/dev/watch.ts';

/**
 * `npm run dev:hubspot`, beside `npx hs project dev`: HubSpot's development server runs the functions from
 * `dist/`, which this keeps up to date.
 */
await buildFunctions();
const builds = watchSources(rebuildFunctions);
builds.onMessage((message) => {
  switch (message.type) {
    case 'reload':
      if (message.what !== '') process.stdout.write(`Built the ${message.what} again.\n`);
      return;
    case 'build-error':
      process.stderr.write(`${message.message}\n`);
  }
});
await builds.ready;
process.stdout.write('Built the functions. Watching them: press Ctrl+C to stop.\n');
