import { countingIn } from '../counting.ts';

const { counted } = countingIn('en');

/** Of the programs that sync many records from a terminal. */
export const catchUp = {
  usage:
    'Usage: npm run catch-up -- [--since 24h] [--json] [--keys-file FILE] [--lang en|it]. --since takes minutes (30m), hours (24h) or days (7d), 30d at most.',
  badSince: (text: string) => `"${text}" isn't a time such as 30m, 24h or 7d.`,
  sinceTooLong: (text: string) =>
    `Stripe keeps events for 30 days, so --since takes 30d at most, not ${text}. For older changes, run \`npm run sync -- --deals linked\`.`,
  badArgument: (argument: string) => `"${argument}" isn't known here, or has no value.`,
  badLanguage: (language: string, known: string) =>
    `"${language}" is no language of this program. One of: ${known}.`,
  stopped: (waiting: number) =>
    `Stopped with ${counted(waiting, { one: 'record', other: 'records' })} waiting. What was synced is saved: run the same command again to continue (\`npm run sync\` with --older-than 1h leaves out what is synced).`,
  progress: (events: number, synced: number, waiting: number) =>
    `${counted(events, { one: 'event', other: 'events' })} read, ${counted(synced, { one: 'record', other: 'records' })} synced, ${String(waiting)} waiting`,
  done: (synced: number, changed: number) =>
    `${counted(synced, { one: 'record', other: 'records' })} synced, of which ${String(changed)} had new figures.`,
  upToDate: 'Every record is up to date.',
  failed: (count: number) =>
    `${counted(count, { one: "record wasn't synced", other: "records weren't synced" })}:`,
  notLogged: "This run couldn't be written to the run log. What it synced is saved.",
  beyondEvents:
    'Stripe keeps events for 30 days. For changes before that, run `npm run sync -- --deals linked`.',
};

export const syncList = {
  usage:
    'Usage: npm run sync -- --deals|--contacts|--companies linked|all|ID,ID,... [--pipeline ID] [--stage ID] [--list ID] [--older-than 1h] [--json] [--keys-file FILE] [--lang en|it]. --list takes the members of a HubSpot list, with `all`. `linked` means records with a linked customer or an assigned payment. --older-than leaves out records that were synced since: after an interruption, the same command goes on.',
  oneType: 'Choose one of --deals, --contacts and --companies.',
  badWhich: (text: string) =>
    `"${text}" is neither linked, all nor record IDs separated by commas.`,
  badList: '--list needs all and the ID of a list, as in --deals all --list 42.',
  dealsOnly: '--pipeline and --stage are for --deals linked and --deals all.',
  none: 'There are no such records.',
  noneOlder: 'There are no such records that were not synced within this time.',
  checkStage:
    'Check the IDs of --pipeline and --stage: in HubSpot they are under Settings > Objects > Deals > Pipelines.',
};
