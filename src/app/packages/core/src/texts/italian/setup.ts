import type { SetupWords } from '../english/setup.ts';
import { countingIn } from '../plural.ts';
import { setupProperties } from './setup-properties.ts';
import { setupStripe } from './setup-stripe.ts';

const { counted } = countingIn('it');

export const setup: SetupWords = {
  title: 'Configurazione',
  intro:
    'Ciò che deve essere a posto perché schede e proprietà mostrino i pagamenti. Nulla viene modificato senza conferma.',
  checkedAt: (moment) => `Controllo del ${moment}`,
  checking: 'Controllo di Stripe e HubSpot in corso',
  checkAgain: 'Controlla di nuovo',
  checkFailed: 'Non è stato possibile controllare la configurazione',
  checkFailedNote: "Qui sotto c'è ciò che ha trovato l'ultimo controllo.",
  ready: 'È tutto pronto: le schede mostrano i pagamenti.',
  blocked: (count) =>
    `${counted(count, { one: 'parte', other: 'parti' })} da completare prima che gli importi possano essere scritti.`,
  attention: (count) =>
    `${counted(count, { one: 'parte merita', other: 'parti meritano' })} uno sguardo; gli importi non ne dipendono.`,
  unreadable: 'Non leggibile',
  nextStep: (step) => `Prossimo passo: ${step}`,
  parts: {
    stripeKey: 'Chiave Stripe',
    stripeAccount: 'Account Stripe',
    crm: 'Account HubSpot',
    properties: 'Proprietà',
  },
  verdicts: { done: 'Fatto', attention: 'Da guardare', blocked: 'Da fare' },
  modes: { live: 'Modalità live', test: 'Modalità test' },
  testModeNote: 'Gli importi sono quelli della modalità test di Stripe: non è denaro reale.',
  wrongProfileTitle: "La chiave è per l'altra modalità",
  wrongProfile: (wanted, used) =>
    `Questa app è stata caricata per ${wanted}, ma la sua chiave è per ${used}. Eseguire \`hs secret update STRIPE_SECRET_KEY\` con la chiave giusta, poi ripetere il caricamento.`,
  ...setupStripe,
  crm: {
    portal: 'Numero',
    accountTypes: {
      STANDARD: 'Account standard',
      DEVELOPER_TEST: 'Account di prova per sviluppatori',
      SANDBOX: 'Account sandbox di HubSpot',
      APP_DEVELOPER: 'Account per sviluppatori di app',
    },
    timeZone: 'Fuso orario',
    currencies: 'Valute',
    scopes: 'Ambiti concessi',
    scopesOf: (granted, all) => `${String(granted)} su ${String(all)}`,
    missingScopesTitle: 'Mancano degli ambiti',
    missingScopes: (names) =>
      `Questa versione dell'app chiede ambiti che non le sono stati concessi quando è stata installata: ${names}.`,
    reinstall:
      "Un'app conserva gli ambiti della sua installazione. Aprire la sua pagina in HubSpot, in Sviluppo > Progetti, e installarla di nuovo; dati e schede restano.",
    unknownScopes: (names) => `HubSpot non dice se questi sono concessi: ${names}.`,
    plansTitle: 'Ciò che dipende dal piano HubSpot',
    functions:
      'Questa pagina, le schede e "Sincronizza ora" usano le funzioni delle app (abbonamento Enterprise, o un account di prova per sviluppatori). Rispondono, quindi qui funzionano.',
    endpoints:
      'Gli endpoint (Content Hub Enterprise), per gli aggiornamenti automatici, non sono usati da questa versione. Senza di essi funziona tutto ciò che è sulle schede e su questa pagina.',
    otherModeTitle: (mode) => `Alcuni record contengono importi in ${mode}`,
    otherMode: (records) =>
      `${records}. Una sincronizzazione con la chiave attuale sostituisce questi importi. Gli ID di quella modalità collegati lì non vengono trovati: test e live non si mescolano mai.`,
    counts: {
      deal: (count) => counted(count, { one: 'trattativa', other: 'trattative' }),
      contact: (count) => counted(count, { one: 'contatto', other: 'contatti' }),
      company: (count) => counted(count, { one: 'azienda', other: 'aziende' }),
    },
  },
  ...setupProperties,
  tryIt: {
    title: 'Prova',
    intro:
      'Scegliere un record e vedere che cosa vi scriverebbe una sincronizzazione. Non viene scritto nulla.',
    objectTypes: { deal: 'Trattative', contact: 'Contatti', company: 'Aziende' },
    objectType: 'Tipo di record',
    search: 'Cerca per nome',
    pick: 'Mostra che cosa verrebbe scritto',
    unnamed: (id) => `Senza nome (${id})`,
    none: 'Nessun record ha questo nome.',
    noneYet: 'Non ci sono ancora record di questo tipo.',
    searching: 'Ricerca in corso',
    searchFailed: 'Non è stato possibile cercare i record',
    searchFailedStep: 'Cercare di nuovo o ricaricare la pagina.',
    reading: 'Lettura dei pagamenti da Stripe in corso',
    failed: 'La sincronizzazione non riuscirebbe',
    wouldChange: (count, name) =>
      `Una sincronizzazione di ${name} scriverebbe ${counted(count, { one: 'valore', other: 'valori' })}`,
    wouldNotChange: (name) => `Una sincronizzazione di ${name} non cambierebbe nulla`,
    property: 'Proprietà',
    now: 'Ora',
    then: 'Dopo la sincronizzazione',
    open: 'Apri il record',
    notCreated: 'Le proprietà non esistono ancora: questi valori vengono scritti quando esistono.',
  },
};
