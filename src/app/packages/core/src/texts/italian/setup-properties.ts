import { GROUP_LABEL } from '../account-labels.ts';
import type { SetupWords } from '../english/setup.ts';
import { countingIn } from '../plural.ts';

const { counted, digits, plural } = countingIn('it');

const properties = { one: 'proprietà', other: 'proprietà' };

export const setupProperties: Pick<SetupWords, 'properties' | 'removal'> = {
  properties: {
    objectTypes: { deal: 'Trattative', contact: 'Contatti', company: 'Aziende' },
    objectType: 'Record',
    intro: (count) =>
      `L'app scrive ${counted(count, properties)} sue su ogni tipo di record, nel gruppo "${GROUP_LABEL}". Non modifica altro.`,
    statuses: {
      present: 'Presente',
      missing: 'Mancante',
      archived: 'Archiviata',
      different: 'Modificata da qualcuno',
      foreign: 'In un altro gruppo',
    },
    property: 'Proprietà',
    state: 'Stato',
    would: 'Che cosa farebbe la configurazione',
    actions: { create: 'Crea', restore: 'Ripristina', change: "Riporta com'era" },
    restoreNote: 'Ripristina, con i valori che i record avevano',
    differences: {
      label: (from, to) => `L'etichetta "${from}" diventa "${to}"`,
      description: 'La descrizione torna la nostra',
      type: (from, to) => `Il tipo ${from} diventa ${to}`,
      currency: (from, to) => `La valuta presa da "${from}" diventa "${to}"`,
      optionsMissing: (names) => `Opzioni aggiunte: ${names}`,
      optionRelabelled: (from, to) => `L'opzione "${from}" diventa "${to}"`,
      none: 'nulla',
    },
    foreignUsable: (group) =>
      `Creata da altri, nel gruppo "${group}". Viene usata così com'è e mai modificata.`,
    foreignUnusable: (group) =>
      `Creata da altri, nel gruppo "${group}", in una forma che non si può scrivere. Spostarla nel gruppo "${GROUP_LABEL}" (ripristinandola prima, se è archiviata) e controllare di nuovo: la configurazione può allora metterla a posto.`,
    nothingToDo: "Tutte le proprietà sono come devono essere. Non c'è nulla da fare.",
    dryRun: (steps) =>
      `${counted(steps, { one: 'passo', other: 'passi' })} da fare. Non succede nulla finché non si preme il pulsante.`,
    toDo: {
      create: (count) => `${String(count)} da creare`,
      restore: (count) => `${String(count)} da ripristinare`,
      change: (count) => `${String(count)} da riportare com'erano`,
    },
    unusable: (count) => `${String(count)} in una forma che non si può scrivere`,
    allPresent: (count) => `Tutte e ${String(count)} presenti`,
    apply: (steps) => `Esegui ${counted(steps, { one: 'passo', other: 'passi' })}`,
    applying: (done, all) => `${String(done)} su ${String(all)} fatti`,
    applied: (count) =>
      plural(count, {
        one: `${digits(count)} proprietà ora è come deve essere`,
        other: `${digits(count)} proprietà ora sono come devono essere`,
      }),
    stopped: 'Il resto non è stato fatto',
    stoppedNote: 'Ciò che è fatto resta: rimane da fare solo ciò che manca ancora.',
    failedTitle: (count) => `HubSpot non ha accettato ${counted(count, properties)}`,
    failedLine: (name, why) => `${name}: ${why}`,
    optionsStay: 'Le opzioni aggiunte da voi restano.',
    more: (count) => `e ${counted(count, { one: 'altra', other: 'altre' })}`,
  },
  removal: {
    title: 'Rimuovi le proprietà',
    open: 'Rimuovi le proprietà',
    hides: (records) => `Archivia le proprietà dell'app e nasconde gli importi su ${records}.`,
    hidesUnknown: "Archivia le proprietà dell'app e nasconde gli importi su tutti i record.",
    hidesNothing: "Archivia le proprietà dell'app. Nessun record contiene ancora importi.",
    alsoLost:
      'Nasconde anche quali clienti e pagamenti sono stati collegati e assegnati a mano. Elenchi, workflow e report che usano le proprietà smettono di funzionare.',
    back: 'HubSpot conserva per un certo tempo le proprietà archiviate: "Ripristina" su questa pagina le riporta con i loro valori. In Stripe non cambia nulla.',
    confirm: (word) => `Scrivere ${word} per confermare`,
    button: 'Archivia le proprietà',
    cancel: 'Mantienile',
    running: 'Archiviazione in corso',
    done: (count) => counted(count, { one: 'proprietà archiviata', other: 'proprietà archiviate' }),
    failed: 'Le proprietà non sono state archiviate tutte',
    nothing: "Non c'è nulla da rimuovere: questo account non ha proprietà dell'app.",
    kept: (count) => `HubSpot ha mantenuto ${counted(count, properties)}`,
  },
};
