import { countingIn } from '../counting.ts';
import type * as english from '../english/catch-up.ts';

const { counted } = countingIn('it');

/** Of the programs that sync many records from a terminal. */
export const catchUp: typeof english.catchUp = {
  usage:
    'Uso: npm run catch-up -- [--since 24h] [--json] [--keys-file FILE] [--lang en|it]. --since accetta minuti (30m), ore (24h) o giorni (7d), al massimo 30d.',
  badSince: (text: string) => `"${text}" non è una durata come 30m, 24h o 7d.`,
  sinceTooLong: (text: string) =>
    `Stripe conserva gli eventi per 30 giorni: --since accetta al massimo 30d, non ${text}. Per le modifiche precedenti, esegui \`npm run sync -- --deals linked\`.`,
  badArgument: (argument: string) => `"${argument}" non è previsto qui o non ha un valore.`,
  badLanguage: (language: string, known: string) =>
    `"${language}" non è una lingua di questo programma. Una fra: ${known}.`,
  stopped: (waiting: number) =>
    `Interrotto con ${counted(waiting, { one: 'record', other: 'record' })} in attesa. Quanto è sincronizzato è salvato: ripeti lo stesso comando per proseguire (\`npm run sync\` con --older-than 1h tralascia ciò che è sincronizzato).`,
  progress: (events: number, synced: number, waiting: number) =>
    `${counted(events, { one: 'evento letto', other: 'eventi letti' })}, ${counted(synced, { one: 'record sincronizzato', other: 'record sincronizzati' })}, ${String(waiting)} in attesa`,
  done: (synced: number, changed: number) =>
    `${counted(synced, { one: 'record sincronizzato', other: 'record sincronizzati' })}, di cui ${String(changed)} con importi nuovi.`,
  upToDate: 'Tutti i record sono aggiornati.',
  failed: (count: number) =>
    `${counted(count, { one: 'record non sincronizzato', other: 'record non sincronizzati' })}:`,
  notLogged:
    'Questa esecuzione non è stata scritta nel registro. Quanto ha sincronizzato è salvato.',
  beyondEvents:
    'Stripe conserva gli eventi per 30 giorni. Per le modifiche precedenti, esegui `npm run sync -- --deals linked`.',
};

export const syncList: typeof english.syncList = {
  usage:
    "Uso: npm run sync -- --deals|--contacts|--companies linked|all|ID,ID,... [--pipeline ID] [--stage ID] [--list ID] [--older-than 1h] [--json] [--keys-file FILE] [--lang en|it]. --list prende i membri di un elenco HubSpot, con `all`. `linked` indica i record con un cliente collegato o un pagamento assegnato. --older-than tralascia i record sincronizzati da allora: dopo un'interruzione, lo stesso comando prosegue.",
  oneType: 'Scegli una tra --deals, --contacts e --companies.',
  badWhich: (text: string) => `"${text}" non è linked, all o ID di record separati da virgole.`,
  badList: "--list richiede all e l'ID di un elenco, come in --deals all --list 42.",
  dealsOnly: '--pipeline e --stage valgono per --deals linked e --deals all.',
  none: 'Non ci sono record di questo tipo.',
  noneOlder: 'Non ci sono record di questo tipo non sincronizzati in questo periodo.',
  checkStage:
    'Controlla gli ID di `--pipeline` e `--stage`: in HubSpot sono nelle impostazioni degli oggetti.',
};
