import type { health as english } from '../english/health.ts';
import { countingIn } from '../counting.ts';
import { runLog as object } from './run-log.ts';
import { steps } from './runs.ts';

const { counted, digits } = countingIn('it');

const records = { one: 'record', other: 'record' };
const events = { one: 'evento', other: 'eventi' };

const catchUp: typeof english.catchUp = {
  ...steps,
  title: 'Recupero',
  intro:
    "Sincronizza ogni record toccato da un evento di Stripe o da una modifica in HubSpot e riprova i record con una sincronizzazione non riuscita e, dopo un'ora, quelli con commissioni in sospeso. Un record sincronizzato nel frattempo resta com'è.",
  lookBack: 'Periodo',
  ranges: { day: '24 ore', week: '7 giorni', month: '30 giorni' },
  rangeOf: (moment) => `L'ultimo recupero terminato è iniziato il ${moment}.`,
  rangeUnknown:
    'Non risulta alcun recupero completato, quindi è selezionato il periodo più lungo. Il registro delle esecuzioni indica quando termina ogni recupero.',
  start: 'Recupera ora',
  again: "Ricomincia dall'inizio",
  running: 'Recupero in corso',
  keepOpen:
    'Tieni aperta questa pagina. Interrompere o aprire una seconda finestra non crea problemi.',
  read: (count) => counted(count, { one: 'evento letto', other: 'eventi letti' }),
  stoppedTitle: 'Recupero interrotto',
  stopped:
    'Quanto sincronizzato è salvato. Continua qui o ricomincia più tardi: nulla viene sincronizzato due volte.',
  brokeOff: 'Il recupero non è terminato',
  done: (moment) => `Recuperato quanto Stripe ha segnalato dal ${moment}`,
  doneExcept: (count) => `Recupero completato, tranne ${counted(count, records)}`,
  nothing: 'Nessun record da sincronizzare.',
  retried: 'Il prossimo recupero riprova questi record.',
  gap: 'Stripe conserva gli eventi per 30 giorni: le modifiche precedenti non vengono trovate. Per quelle esegui `npm run sync -- --deals linked` o sincronizza i record uno per uno.',
};

const syncList: typeof english.syncList = {
  title: 'Sincronizza un elenco',
  intro: "Sincronizza molti record, ad esempio dopo l'installazione.",
  object: 'Oggetto',
  which: 'Record',
  choices: {
    linked: 'Con un cliente collegato o un pagamento assegnato',
    all: 'Tutti',
    list: 'In un elenco HubSpot',
  },
  listId: "ID dell'elenco",
  listHint:
    "Il numero alla fine dell'URL dell'elenco. L'app ha bisogno dell'ambito facoltativo crm.lists.read.",
  list: 'Elenco',
  noLists: 'HubSpot non ha elenchi di questi record.',
  pipeline: 'ID della pipeline (facoltativo)',
  stage: 'ID della fase (facoltativo)',
  pipelineOf: 'Pipeline delle trattative',
  stageOf: 'Fase della trattativa',
  anyPipeline: 'Tutte le pipeline',
  anyStage: 'Tutte le fasi',
  stageHint: 'In HubSpot in Impostazioni > Oggetti > Trattative > Pipeline.',
  skip: 'Salta i record sincronizzati da meno di',
  skips: { none: 'Non saltare', hour: "Un'ora", day: '24 ore' },
  start: "Sincronizza l'elenco",
  running: "Sincronizzazione dell'elenco in corso",
  stoppedTitle: "Sincronizzazione dell'elenco interrotta",
  stopped:
    "I record sincronizzati sono salvati. Continua qui. Se la pagina è stata chiusa, ricomincia e salta i record sincronizzati nell'ultima ora.",
  brokeOff: "L'elenco non è stato sincronizzato fino alla fine",
  done: () => 'Elenco sincronizzato',
  doneExcept: (count) => `Elenco sincronizzato, tranne ${counted(count, records)}`,
  nothing: 'Nessun record è in questo elenco, o tutti sono stati saltati.',
  retried: "Correggi il motivo, poi sincronizza di nuovo l'elenco.",
};

const webhook: typeof english.webhook = {
  title: 'Aggiornamenti automatici',
  on: 'Il webhook fa parte di questo caricamento.',
  off: 'Il webhook non fa parte di questo caricamento: i record vengono aggiornati solo dai recuperi.',
  howTo: 'Attiva il webhook',
  plan: 'Serve Content Hub Enterprise. In alternativa, pianifica `npm run catch-up`.',
  step: (command) => `Esegui \`${command}\`.`,
  paste:
    "Con una chiave di sola lettura, nell'ultimo comando usa `url` al posto di `register` e incolla in Stripe l'URL indicato e questi eventi:",
  keep: 'Mantieni anche un recupero pianificato: trova ciò che il webhook non ha ricevuto.',
  none: "Stripe non ha alcun endpoint per quest'app.",
  otherSecret:
    "L'endpoint in Stripe ha l'URL di un'altra chiave: sostituiscilo con quello attuale.",
  disabled: "L'endpoint è disattivato in Stripe. Attivalo lì.",
  complete: 'Stripe invia tutti gli eventi necessari.',
  missing: (count) =>
    `${counted(count, { one: 'tipo di evento manca', other: 'tipi di evento mancano' })} nell'endpoint. Aggiungi in Stripe:`,
  extra: (names) => `L'endpoint riceve anche eventi che non servono all'app: ${names}.`,
  otherVersion: (version) =>
    `L'endpoint usa la versione API ${version}. Va bene: degli eventi l'app usa solo gli ID.`,
  correct: (command) => `Per correggerlo, esegui \`${command}\`.`,
  unreadable:
    "Impossibile confrontare l'endpoint in Stripe: serve l'accesso in lettura a Webhook Endpoints, che è facoltativo. Confronta gli eventi a mano.",
};

const workflowAction = {
  title: 'Azione del workflow',
  on: "L'azione per sincronizzare i pagamenti Stripe fa parte di questo caricamento.",
  off: "L'azione non fa parte di questo caricamento. Tutto il resto funziona anche senza.",
  howTo: "Aggiungi l'azione del workflow",
  plan: 'Richiede Content Hub Enterprise e il dominio del tuo sito web HubSpot.',
};

const runLog: typeof english.runLog = {
  title: 'Registro delle esecuzioni',
  doors: object.doors,
  off: "Disattivato: la data dell'ultimo recupero e le letture usate dalle esecuzioni non vengono conservate.",
  howTo: (command, scopes) =>
    `Per conservare in HubSpot un record di ogni esecuzione, esegui \`${command}\`. Crea un oggetto personalizzato e richiede gli ambiti facoltativi ${scopes}.`,
  unreadable: 'Non è stato possibile leggere il registro.',
  last: 'Ultimo recupero',
  noCatchUp: 'Ancora nessuno nel registro',
  result: 'Record',
  resultOf: (lookedAt, changed) =>
    `${counted(lookedAt, { one: 'record esaminato', other: 'record esaminati' })}, ${counted(changed, { one: 'modificato', other: 'modificati' })}`,
  notFinished: 'Non è terminato, o è stato interrotto.',
  failures: 'Errori per motivo',
  noFailures: 'Nessuno',
  reads: 'Letture da Stripe in questo mese',
  readsOf: (reads, runs, isAll) =>
    `${isAll ? '' : 'Almeno '}${digits(reads)} di 10.000, in ${counted(runs, { one: 'esecuzione registrata', other: 'esecuzioni registrate' })}`,
  readsNote:
    'Contate dal primo del mese (UTC) e solo nelle esecuzioni registrate: sono escluse le schede aperte, le sincronizzazioni singole, il webhook, i workflow e i passaggi la cui risposta è andata persa.',
};

export const health: typeof english = {
  title: 'Stato',
  intro:
    'Controlla se i record sono aggiornati e quali richiedono attenzione, poi recupera il resto.',
  checking: 'Controllo dei record e degli eventi',
  checkFailed: 'Impossibile controllare lo stato',
  notSetUpTitle: 'Ancora nulla da mostrare',
  notSetUp: 'Crea le proprietà in Configurazione, poi sincronizza un record.',
  freshness: 'Aggiornamento',
  newestEvent: 'Ultimo evento in Stripe',
  noEvent: 'Nessuno negli ultimi 30 giorni',
  newestSync: 'Ultima sincronizzazione di un record',
  oldestSync: 'Sincronizzazione meno recente di un record',
  none: 'Ancora nessuna',
  lag: "Eventi dopo l'ultima sincronizzazione",
  noLag:
    'Nessuno. Ad altri record possono mancare eventi precedenti: avvia il recupero per esserne certo.',
  lagOf: (count, isAtLeast, age) =>
    `${isAtLeast ? 'Almeno ' : ''}${counted(count, events)}, il meno recente ${age}`,
  lagOfAll: (count, isAtLeast) =>
    `${isAtLeast ? 'Almeno ' : ''}${counted(count, events)}, e nessun record ancora sincronizzato`,
  oldestNote:
    'Un record mantiene la sua data finché non cambia nulla: una data lontana, da sola, non indica un problema.',
  fine: "Nessuna sincronizzazione non riuscita, nessuna commissione in sospeso e nessun evento dopo l'ultima sincronizzazione.",
  records: 'Record',
  object: 'Oggetto',
  synced: 'Sincronizzati',
  failed: 'Ultima sincronizzazione non riuscita',
  pending: 'Commissioni in sospeso',
  uncounted: 'Impossibile contare',
  partial: (names) => `Impossibile leggere questi conteggi: ${names}`,
  failures: 'Sincronizzazioni non riuscite per motivo',
  readingFailures: 'Ricerca dei record',
  deletedPayments: 'Record di pagamento eliminati in HubSpot',
  deletedPaymentsOf: (count, isAll) =>
    `${isAll ? '' : 'Almeno '}${digits(count)}. Le sincronizzazioni non li ricreano; gli importi contano ancora questi pagamenti. Per riaverli, ripristinali in HubSpot entro 90 giorni.`,
  noneVisible:
    'Non hai accesso a questi record, oppure la ricerca di HubSpot non è ancora aggiornata.',
  runLog,
  readsNote:
    'Stripe concede 500 letture per pagamento in 30 giorni, almeno 10.000, e non comunica quante ne sono state usate. Un recupero richiede circa una lettura ogni 100 eventi e circa sei per record.',
  catchUp,
  syncList,
  webhook,
  workflowAction,
};
