import { GROUP_LABEL } from '../account-labels.ts';
import { countingIn } from '../plural.ts';

const { counted, digits, plural } = countingIn('en');

/** Texts about the app's properties. */
export const setupProperties = {
  properties: {
    objectTypes: { deal: 'Deals', contact: 'Contacts', company: 'Companies' },
    objectType: 'Records',
    intro: (count: number) =>
      `The app writes ${counted(count, { one: 'property', other: 'properties' })} of its own on each kind of record, in the group "${GROUP_LABEL}". It changes nothing else.`,
    statuses: {
      present: 'Present',
      missing: 'Missing',
      archived: 'Archived',
      different: 'Changed by somebody',
      foreign: 'In another group',
    },
    property: 'Property',
    state: 'State',
    would: 'What the setup would do',
    actions: { create: 'Create', restore: 'Restore', change: 'Put back' },
    restoreNote: 'Restore, with the values that records had',
    differences: {
      label: (from: string, to: string) => `Label "${from}" becomes "${to}"`,
      description: 'The description becomes ours again',
      type: (from: string, to: string) => `Type ${from} becomes ${to}`,
      currency: (from: string, to: string) => `Currency taken from "${from}" becomes "${to}"`,
      optionsMissing: (names: string) => `Options added: ${names}`,
      optionRelabelled: (from: string, to: string) => `Option "${from}" becomes "${to}"`,
      none: 'nothing',
    },
    foreignUsable: (group: string) =>
      `Made by somebody else, in the group "${group}". It is used as it is and never changed.`,
    foreignUnusable: (group: string) =>
      `Made by somebody else, in the group "${group}", in a form that cannot be written. Move it into the group "${GROUP_LABEL}" (restore it first if it is archived) and check again: the setup can then put it right.`,
    nothingToDo: 'All properties are as they should be. There is nothing to do.',
    dryRun: (steps: number) =>
      `${counted(steps, { one: 'step', other: 'steps' })} to do. Nothing happens until you press the button.`,
    toDo: {
      create: (count: number) => `${String(count)} to create`,
      restore: (count: number) => `${String(count)} to restore`,
      change: (count: number) => `${String(count)} to put back`,
    },
    unusable: (count: number) => `${String(count)} in a form that cannot be written`,
    allPresent: (count: number) => `All ${String(count)} present`,
    apply: (steps: number) => `Do ${counted(steps, { one: 'step', other: 'steps' })}`,
    applying: (done: number, all: number) => `${String(done)} of ${String(all)} done`,
    applied: (count: number) =>
      plural(count, {
        one: `${digits(count)} property is as it should be now`,
        other: `${digits(count)} properties are as they should be now`,
      }),
    stopped: 'The rest was not done',
    stoppedNote: 'What is done stays: only what is still missing is left to do.',
    failedTitle: (count: number) =>
      `HubSpot did not take ${counted(count, { one: 'property', other: 'properties' })}`,
    failedLine: (name: string, why: string) => `${name}: ${why}`,
    optionsStay: 'Options that you added stay.',
    more: (count: number) => `and ${counted(count, { one: 'more', other: 'more' })}`,
  },
  removal: {
    title: 'Remove the properties',
    open: 'Remove the properties',
    hides: (records: string) =>
      `This archives the app's properties and hides the figures on ${records}.`,
    hidesUnknown: "This archives the app's properties and hides the figures on all records.",
    hidesNothing: "This archives the app's properties. No record holds figures yet.",
    alsoLost:
      'It also hides which customers and payments people linked and assigned by hand. Lists, workflows and reports that use the properties stop working.',
    back: 'HubSpot keeps archived properties for a time: "Restore" on this page brings them back with their values. Nothing in Stripe is touched.',
    confirm: (word: string) => `Type ${word} to confirm`,
    button: 'Archive the properties',
    cancel: 'Keep them',
    running: 'Archiving',
    done: (count: number) =>
      `${counted(count, { one: 'property was', other: 'properties were' })} archived`,
    failed: 'The properties were not all archived',
    nothing: 'There is nothing to remove: this account has no properties of the app.',
    kept: (count: number) =>
      `HubSpot kept ${counted(count, { one: 'property', other: 'properties' })}`,
  },
};
