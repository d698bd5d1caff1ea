import { countingIn } from '../counting.ts';
import type * as english from '../english/webhook.ts';

const { counted } = countingIn('it');

const events = (count: number): string =>
  counted(count, { one: 'tipo di evento', other: 'tipi di evento' });

export const workflowAction: typeof english.workflowAction = {
  usage: [
    'Uso:',
    "npm run workflow-action -- on DOMINIO     aggiunge l'azione del workflow al prossimo caricamento (serve Content Hub Enterprise)",
    'npm run workflow-action -- off            la esclude dal prossimo caricamento',
    'npm run workflow-action -- print DOMINIO  scrive solo la dichiarazione, che contiene il segreto',
    'DOMINIO è quello del tuo sito HubSpot, ad esempio www.example.com.',
  ],
  on: "L'azione del workflow fa parte del progetto. Esegui `npm run upload`.",
  holdsSecret: (file) => `${file} contiene un URL con un segreto: git lo ignora, non condividerlo.`,
  newKey:
    'Una nuova chiave Stripe ha un nuovo URL: ripeti il comando dopo aver cambiato la chiave, poi esegui `npm run upload`.',
  off: "L'azione del workflow non fa più parte del progetto. Esegui `npm run upload`.",
  notOn: "L'azione del workflow non faceva parte del progetto.",
  noKey: "Imposta STRIPE_SECRET_KEY nell'ambiente o in .env: l'URL deriva dalla chiave.",
};

export const webhook: typeof english.webhook = {
  usage: [
    'Uso:',
    'npm run webhook -- on                        aggiunge il webhook al prossimo caricamento (serve Content Hub Enterprise)',
    'npm run webhook -- off                       lo esclude dal prossimo caricamento',
    "npm run webhook -- register DOMINIO          confronta l'endpoint in Stripe con ciò che serve all'app",
    'npm run webhook -- register DOMINIO --apply  lo crea o lo corregge (serve la scrittura su Webhook Endpoints)',
    "npm run webhook -- url DOMINIO               scrive l'URL e gli eventi da incollare in Stripe",
    'DOMINIO è quello del tuo sito HubSpot, ad esempio www.example.com.',
  ],
  on: 'Il webhook fa parte del progetto. Esegui `npm run upload`, poi `npm run webhook -- register DOMINIO`.',
  off: 'Il webhook non fa più parte del progetto. Esegui `npm run upload`. Se Stripe ha un endpoint per il webhook, eliminalo lì.',
  notOn: 'Il webhook non faceva parte del progetto.',
  noKey: "Imposta STRIPE_SECRET_KEY nell'ambiente o in .env: l'URL deriva dalla chiave.",
  paste:
    "In Stripe apri Developers > Webhooks, aggiungi un endpoint con questo URL e tieni segreto l'URL:",
  choose: 'Scegli questi eventi:',
  newKey:
    'Una nuova chiave Stripe ha un nuovo URL: ripeti il comando dopo aver cambiato la chiave.',
  right: "Stripe ha l'endpoint con l'URL giusto e solo gli eventi necessari.",
  create: (count) => `Stripe non ha un endpoint per quest'app. Verrà creato con ${events(count)}.`,
  differs: "L'endpoint in Stripe è diverso:",
  otherUrl: "L'URL ha un altro dominio o il segreto di un'altra chiave: verrà sostituito.",
  disabled: 'È disattivato: verrà attivato.',
  missing: (count, names) => `${events(count)} da aggiungere: ${names}`,
  extra: (count, names) => `${events(count)} da togliere: ${names}`,
  toApply: 'Non è stato modificato nulla. Ripeti il comando con --apply.',
  done: "Fatto. Stripe ha l'endpoint con solo gli eventi necessari.",
  mayNotRead:
    "Questa chiave Stripe non può leggere gli endpoint dei webhook, e va bene così. Esegui `npm run webhook -- url DOMINIO` e incolla in Stripe l'URL e gli eventi, oppure imposta STRIPE_SETUP_KEY con una chiave che può scrivere su Webhook Endpoints: serve solo per questo.",
  mayNotWrite:
    "Questa chiave Stripe non può scrivere gli endpoint dei webhook: non è stato modificato nulla. Esegui `npm run webhook -- url DOMINIO` e incolla in Stripe l'URL e gli eventi, oppure imposta STRIPE_SETUP_KEY con una chiave che può scrivere su Webhook Endpoints: serve solo per questo.",
  setupKeyMayNot:
    "La chiave in STRIPE_SETUP_KEY non ha accesso in scrittura a Webhook Endpoints: nulla è stato modificato. Concedi l'accesso in Stripe, oppure esegui `npm run webhook -- url DOMINIO` e incolla l'URL e gli eventi in Stripe.",
  badSetupKey:
    'Stripe non accetta la chiave in STRIPE_SETUP_KEY. Imposta una chiave dello stesso account con accesso in scrittura a Webhook Endpoints, oppure rimuovila ed esegui `npm run webhook -- url DOMINIO`.',
  notInProject:
    'Il webhook non fa parte di questo progetto: gli eventi di Stripe non arriverebbero. Esegui `npm run webhook -- on`, poi `npm run upload`.',
  otherMode:
    'STRIPE_SETUP_KEY e STRIPE_SECRET_KEY devono essere entrambe chiavi live o entrambe chiavi di test.',
};
