import type * as english from '../english/payment-setup.ts';
import { countingIn } from '../counting.ts';

const { digits } = countingIn('it');

export const customObjectSetup: typeof english.customObjectSetup = {
  yes: 'Crea senza chiedere',
  confirm: 'Elimina senza chiedere: il suo nome',
  question: 'Crearlo?',
  noYes: (command, word) => `${command} off non ha --yes. Conferma con --confirm ${word}.`,
  cannotAsk: (word) =>
    `Il terminale non è interattivo: nulla è stato eliminato. Ripeti il comando con --confirm ${word}.`,
  notConfirmed: 'La conferma non corrisponde: nulla è stato eliminato.',
};

export const paymentSetup: typeof english.paymentSetup = {
  command: 'Conserva in HubSpot un record di ogni pagamento Stripe, e dove, o smetti',
  absent: 'I record dei pagamenti sono disattivati.',
  archived:
    "I record dei pagamenti sono disattivati. Un oggetto personalizzato eliminato ne ha ancora il nome; l'attivazione prima lo elimina definitivamente.",
  ofOthers: (name) =>
    `I record dei pagamenti sono disattivati. L'oggetto personalizzato "${name}" esiste e non è stato creato da questa app. Prima rinominalo o eliminalo in HubSpot.`,
  present: 'I record dei pagamenti sono attivi.',
  inHubSpot: (records) => `Record in HubSpot: ${String(records)}.`,
  deleted: (records) =>
    `Eliminati in HubSpot: ${digits(records)}. Non vengono ricreati. Per riaverli, ripristinali in HubSpot entro 90 giorni.`,
  incomplete: (properties, associations) =>
    `Mancano ${String(properties)} proprietà e ${String(associations)} associazioni. Completalo: \`npm run setup -- payment-records on\``,
  willCreate: (plural, properties) =>
    `Crea l'oggetto personalizzato "${plural}" con ${String(properties)} proprietà, associato a trattative, contatti e aziende:`,
  estimate: (charges, isAll) =>
    `Record: ${isAll ? 'al massimo ' : 'forse più di '}${digits(charges)}, uno per ogni addebito in Stripe. Il numero cresce con ogni pagamento.`,
  ofHubSpot: (charges) =>
    `Di questi, HubSpot ne ha incassati ${digits(charges)} con il proprio collegamento Stripe. Hanno il record di HubSpot e non ne ricevono un secondo; le somme su questi record non li comprendono.`,
  noEstimate:
    'Ogni addebito in Stripe è un record. Non è stato possibile leggere da Stripe quanti sono.',
  tooMany: (room) =>
    `L'account ha spazio per ${digits(room)} di questi. Un pagamento senza spazio non riceve un record, e lo dice l'errore di sincronizzazione della trattativa, del contatto o dell'azienda.`,
  howOff: 'Si rimuove con: `npm run setup -- payment-records off`',
  objects: (usage, limit) => `Oggetti personalizzati: ${digits(usage)} usati su ${digits(limit)}.`,
  room: (usage, limit) =>
    `Record di oggetti personalizzati: ${digits(usage)} usati su ${digits(limit)}.`,
  howOn: 'Attivali: `npm run setup -- payment-records on`',
  willDelete: (plural) =>
    `Elimina definitivamente l'oggetto personalizzato "${plural}" con tutti i suoi record.`,
  lost: 'Si perde: quanto è stato aggiunto a questi record, e gli elenchi, i report e i flussi di lavoro che li usano.',
  stays:
    'Resta: i pagamenti in Stripe e gli importi di trattative, contatti e aziende. Dopo una nuova attivazione le sincronizzazioni riscrivono i record.',
  scopes: (names) =>
    `I record dei pagamenti richiedono questi ambiti facoltativi: ${names}. Fanno parte dell'app: reinstallala e concedili con npx hs project install-app --force.`,
  turnedOn:
    'I record dei pagamenti sono attivi. Tra un minuto ogni sincronizzazione scrive quelli del suo record; sincronizza allora un elenco per scrivere quelli di tutti i record, ed esegui `npm run catch-up -- --since 30d` per i pagamenti che non corrispondono a nessun record (degli ultimi 30 giorni).',
  turnedOff: (records) =>
    `I record dei pagamenti sono disattivati. Record eliminati: ${String(records)}.`,
  cleanedUp: (records) => `Record eliminati: ${String(records)}.`,
  inObject: (plural) => `Si trovano nell'oggetto personalizzato "${plural}".`,
  inPayments: 'Si trovano nei pagamenti di HubSpot.',
  notInPayments: 'Ora i record dei pagamenti non si trovano nei pagamenti di HubSpot.',
  howPayments:
    'Oppure conservali nei pagamenti di HubSpot, se questo account li accetta: `npm run setup -- payment-records hubspot-payments`',
  willCreateOnPayments: (properties) =>
    `Li conserva nei pagamenti di HubSpot, un pagamento per ogni addebito, e vi crea ${String(properties)} proprietà:`,
  triesFirst:
    "Prima prova con un pagamento se l'account accetta pagamenti di un'app, e lo rimuove.",
  counts:
    'Viste, report e flussi di lavoro dei pagamenti di HubSpot contano subito questi pagamenti, come quelli incassati da HubSpot.',
  currencies:
    "Le commissioni di HubSpot sono compilate solo dove Stripe ha regolato nella valuta del pagamento; altrove il suo importo netto è il lordo. Le proprietà dell'app hanno entrambi. Un pagamento in una valuta che l'account HubSpot non usa non riceve un record.",
  testMode:
    'La chiave Stripe è di test: HubSpot conta i pagamenti di test come ricavi. Usa un account HubSpot di test.',
  incompletePayments: (properties) =>
    `Mancano ${String(properties)} proprietà. Completa: \`npm run setup -- payment-records hubspot-payments\``,
  leftInObject: (plural, records) =>
    `L'oggetto personalizzato "${plural}" resta${records === null ? '' : ` con i suoi ${digits(records)} record`} e non viene aggiornato: un pagamento può avere un record in ciascuno. Eliminalo: \`npm run setup -- payment-records clean-up\``,
  leftInPayments: (records) =>
    `Pagamenti dell'app che restano nei pagamenti di HubSpot: ${records === null ? 'numero sconosciuto' : digits(records)}. Non vengono aggiornati e i report di HubSpot li contano ancora: un pagamento può avere un record in ciascuno. Eliminali: \`npm run setup -- payment-records clean-up\``,
  noneLeft: 'Non restano record del tipo non in uso.',
  willDeletePayments: (records) =>
    `Elimina i pagamenti dell'app nei pagamenti di HubSpot${records === null ? '' : ` (${digits(records)})`} e le sue proprietà. Gli altri pagamenti restano.`,
  notOnPayments: 'Quindi i record dei pagamenti non possono stare nei pagamenti di HubSpot.',
};

export const paymentTrial: typeof english.paymentTrial = {
  command: "Prova se i pagamenti di HubSpot accettano quelli di quest'app",
  plan: (label, name, currency) =>
    `Prova se questo account accetta pagamenti di un'app. Crea la proprietà "${label}" (${name}) sui pagamenti di HubSpot e un pagamento di 1 ${currency} in elaborazione, lo modifica con il suo ID addebito, lo legge e rimuove subito entrambi.`,
  effects:
    'Workflow e notifiche che partono da un nuovo pagamento possono avviarsi. HubSpot conserva il pagamento rimosso tra i record eliminati per 90 giorni.',
  yes: 'Prova senza chiedere',
  question: 'Provare?',
  cannotAsk:
    'Questo non è un terminale interattivo, quindi non è stato provato nulla. Eseguilo di nuovo con --yes.',
  declined: 'Non è stato provato nulla.',
  accepted:
    "Accettato: HubSpot ha accettato il pagamento dell'app, lo ha trovato con il suo ID addebito e lo ha modificato. È stato rimosso.",
  canKeep:
    'I record dei pagamenti possono stare lì: `npm run setup -- payment-records hubspot-payments`',
  refused: {
    property: "Rifiutato: HubSpot non accetta una proprietà univoca dell'app sui pagamenti.",
    create: "Rifiutato: HubSpot non accetta pagamenti di un'app in questo account.",
    upsert:
      'Rifiutato: HubSpot non modifica un pagamento con il suo ID addebito, quindi una sincronizzazione potrebbe crearne un secondo.',
    read: 'Rifiutato: HubSpot non trova un pagamento con il suo ID addebito, o non ha conservato la modifica.',
  },
  otherwise: (plural) =>
    `I record di pagamento possono stare nell'oggetto personalizzato "${plural}": \`npm run setup -- payment-records on\``,
  hubSpotSays: (words) => `Le parole di HubSpot: ${words}`,
  unclear: 'La prova non è terminata, quindi non dice nulla in nessun senso.',
  scopes: (names) =>
    `Ambito mancante: la prova ha bisogno di questi ambiti facoltativi: ${names}. Fanno parte dell'app; reinstallala e concedili: npx hs project install-app --force.`,
  leftPayment: (id) =>
    `Non rimosso: il pagamento della prova${id === null ? '. Cerca il pagamento più recente di 1 in elaborazione ed eliminalo in HubSpot.' : `, ${id}. Eliminalo in HubSpot, o ripeti la prova.`}`,
  leftProperty: (name) =>
    `La proprietà ${name} resta sui pagamenti. Eliminala in HubSpot se nient'altro la usa.`,
  howTo: "Se i pagamenti di HubSpot accettano quelli dell'app: `npm run setup -- payment-trial`",
};
