import { createController } from '@remote-ui/react/host';
import type { ComponentMapping } from '@remote-ui/react/host';
import * as charts from './charts.tsx';
import * as choices from './choices.tsx';
import { CrmPropertyList } from './crm-properties.tsx';
import { DateInput } from './date-input.tsx';
import * as dialogs from './dialogs.tsx';
import * as displays from './displays.tsx';
import { Form } from './fields.tsx';
import { Icon } from './icons.tsx';
import * as inputs from './inputs.tsx';
import * as layouts from './layouts.tsx';
import { MultiSelect } from './multi-select.tsx';
import * as pages from './pages.tsx';
import * as press from './press.tsx';
import { sdkComponentNames } from './sdk-component-names.ts';
import * as sections from './sections.tsx';
import * as states from './states.tsx';
import * as tables from './tables.tsx';

/** The drawn components by the SDK's names. */
const drawn: ComponentMapping = {
  ...charts,
  ...choices,
  ...dialogs,
  ...displays,
  ...inputs,
  ...layouts,
  ...pages,
  ...press,
  ...sections,
  ...states,
  ...tables,
  CrmPropertyList,
  DateInput,
  Form,
  Icon,
  MultiSelect,
};

function notDrawn(name: string) {
  return function NotDrawn() {
    return (
      <div role="alert" className="not-drawn" data-testid={`not-drawn-${name}`}>
        Component {name} is not drawn yet
      </div>
    );
  };
}

/** Every component that the SDK registers; those without a drawing say so, in red. */
const componentMapping: ComponentMapping = Object.fromEntries(
  sdkComponentNames.map((name) => [name, drawn[name] ?? notDrawn(name)]),
);

/** Isolates each text of an extension: a name in a right-to-left script must not move the amount beside it. */
export const remoteController = createController(componentMapping, {
  renderText: ({ key }, options) => (
    <bdi key={key} dir="auto">
      {options.renderDefault()}
    </bdi>
  ),
});
