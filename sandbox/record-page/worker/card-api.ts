import type {
  AlertRequest,
  CardContext,
  IframeRequest,
  PropertiesListener,
} from '../card-host/protocol.ts';
import type { Host } from './host.ts';
import { unwrap } from './host.ts';
import { runServerless } from './run-serverless.ts';

/** The `{context, actions, runServerlessFunction}` that `hubspot.extend` hands to a card. */
export interface CardApi {
  readonly context: CardContext;
  readonly actions: CardActions;
  readonly runServerlessFunction: (request: DeprecatedServerlessRequest) => Promise<unknown>;
}

interface DeprecatedServerlessRequest {
  readonly name: string;
  readonly parameters?: unknown;
  readonly propertiesToSend?: readonly string[];
}

type CardActions = ReturnType<typeof createCardActions>;

function createCardActions(host: Host) {
  return {
    addAlert: (alert: AlertRequest): void => {
      void host.addAlert(alert);
    },
    reloadPage: (): void => {
      void host.reloadPage();
    },
    refreshObjectProperties: (): void => {
      void host.refreshObjectProperties();
    },
    fetchCrmObjectProperties: (names: readonly string[] | '*') =>
      unwrap(host.fetchCrmObjectProperties(names)),
    onCrmPropertiesUpdate: (names: readonly string[] | '*', listener: PropertiesListener): void => {
      void host.onCrmPropertiesUpdate(names, listener);
    },
    copyTextToClipboard: async (text: string): Promise<void> => {
      await unwrap(host.copyTextToClipboard(text));
    },
    openIframeModal: (request: IframeRequest, onClose?: () => void): void => {
      void host.openIframeModal(request, onClose ?? null);
    },
    closeOverlay: (id: string): void => {
      void host.closeOverlay(id);
    },
    navigateToPage: (): void => {
      void host.log('warn', 'navigateToPage works on app pages only, not on a record.');
    },
  };
}

export function createCardApi(host: Host, context: CardContext): CardApi {
  return {
    context,
    actions: createCardActions(host),
    // Source: ServerlessExecutionResult of @hubspot/ui-extensions 0.17.0; it never rejects.
    runServerlessFunction: async ({ name, ...options }) => {
      try {
        return { status: 'SUCCESS', response: await runServerless(host, name, options) };
      } catch (error) {
        return { status: 'ERROR', message: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}
