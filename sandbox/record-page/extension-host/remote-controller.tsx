import { createController } from '@remote-ui/react/host';
import { componentMapping } from '../components/component-mapping.tsx';

/**
 * Each text of a card is isolated: a customer's name in a right-to-left script must not move the
 * amount beside it.
 */
export const remoteController = createController(componentMapping, {
  renderText: ({ key }, options) => (
    <bdi key={key} dir="auto">
      {options.renderDefault()}
    </bdi>
  ),
});
