import {
  RUN_LOG_OBJECT,
  RUN_LOG_SCOPES,
  runLogDefinition,
  runLogTexts,
} from '@stripe-payments/core';
import { paragraph } from '../../terminal/block.ts';
import type { Context } from '../context.ts';
import type { CustomObject } from './custom-object.ts';

/** The custom object of the run log. */
export function runLogObject({ presentation, ports }: Context): CustomObject {
  const { runLog: labels } = presentation.texts.terminal;
  return {
    action: 'run-log',
    scopes: RUN_LOG_SCOPES,
    name: RUN_LOG_OBJECT,
    labels,
    async look() {
      const { runLog, schema } = ports();
      const isOn = await runLog.isOn();
      const { object, properties } = runLogTexts(schema.language);
      return {
        isOn,
        isDone: (wanted) => isOn === (wanted === 'on'),
        state: [paragraph(isOn ? labels.isOn : labels.isOff)],
        plan: (wanted) =>
          wanted === 'off'
            ? [[paragraph(labels.willDelete(object.plural), { tone: 'attention' })]]
            : [
                [
                  paragraph(labels.willCreate(object.plural)),
                  ...Object.values(properties).map((label) => paragraph(label, { depth: 1 })),
                ],
              ],
        refusal: null,
        json: {},
      };
    },
    turnOn: async () => {
      const { runLog, schema } = ports();
      await runLog.turnOn(runLogDefinition(schema.language));
      return null;
    },
    turnOff: (onDeleted) => ports().runLog.turnOff(onDeleted),
  };
}
