import type { bulk as english, steps as englishSteps } from '../english/runs.ts';
import { countingIn } from '../counting.ts';

const { counted, digits, plural } = countingIn('it');

export const steps: typeof englishSteps = {
  stop: 'Interrompi',
  stopping: 'Interruzione dopo questo passaggio',
  goOn: 'Continua',
  synced: (count) => counted(count, { one: 'record sincronizzato', other: 'record sincronizzati' }),
  changed: (count) => `${digits(count)} con nuovi importi`,
  failed: (count) => `${digits(count)} non riusciti`,
  waiting: (count) => `${digits(count)} in attesa`,
  lost: (count) =>
    plural(count, {
      one: 'Una risposta è andata persa. Il passaggio è stato ripetuto e quanto ha sincronizzato può non essere contato qui.',
      other: `${digits(count)} risposte sono andate perse. I passaggi sono stati ripetuti e quanto hanno sincronizzato può non essere contato qui.`,
    }),
  notLogged:
    'Questa esecuzione non è stata scritta nel registro. Quanto ha sincronizzato è salvato.',
  more: (count) => `e ${counted(count, { one: 'altro', other: 'altri' })}`,
  record: {
    deal: (id) => `Trattativa ${id}`,
    contact: (id) => `Contatto ${id}`,
    company: (id) => `Azienda ${id}`,
  },
};

export const bulk: typeof english = {
  ...steps,
  selected: (count) => counted(count, { one: 'record selezionato', other: 'record selezionati' }),
  intro:
    'Legge da Stripe i pagamenti di ogni record e li salva, come "Sincronizza ora" nella sua scheda.',
  start: (count) => `Sincronizza ${counted(count, { one: 'record', other: 'record' })}`,
  none: 'Nessun record selezionato',
  noneHint:
    "Chiudi questo pannello e seleziona dei record nell'elenco. Poi avvia di nuovo questa azione.",
  otherType: 'I pagamenti si sincronizzano solo su trattative, contatti e aziende.',
  tooMany: (limit) => `Puoi sincronizzare ${digits(limit)} record alla volta`,
  tooManyHint:
    'Seleziona meno record. Per sincronizzarne di più, chiedi al tuo amministratore HubSpot di usare "Sincronizza un elenco" in Stato nella pagina dell\'app.',
  openApp: "Apri la pagina dell'app",
  progress: 'Avanzamento',
  progressOf: (done, all) => `${digits(done)} di ${digits(all)} record`,
  running: 'Sincronizzazione dei record in corso',
  keepOpen: 'Tieni aperto questo pannello fino alla fine della sincronizzazione.',
  stoppedTitle: 'Sincronizzazione interrotta',
  stopped:
    'Quanto sincronizzato è salvato. Continua qui o sincronizza di nuovo i record più tardi.',
  brokeOff: 'La sincronizzazione non è terminata',
  done: () => 'Record sincronizzati',
  doneExcept: (count) => `Record sincronizzati, tranne ${digits(count)}`,
  nothing: 'Nessuno di questi record è stato trovato in HubSpot.',
  missing: (count) =>
    `Impossibile trovare ${counted(count, { one: 'record', other: 'record' })} in HubSpot: ad esempio eliminati o uniti.`,
  retried: 'Correggi il motivo, poi sincronizza di nuovo questi record.',
  reload: "Ricarica l'elenco per vedere i nuovi importi.",
};
