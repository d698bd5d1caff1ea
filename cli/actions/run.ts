import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ActionKind } from '@stripe-payments/core';
import {
  ACTION_KINDS,
  ACTIONS_FILE,
  actingDeclarations,
  actionKindsIn,
  actionsFileText,
  createWriteKeyUrl,
  parseActionKinds,
  writePermissionNames,
  writePermissionsOf,
} from '@stripe-payments/core';
import type { EndpointParts, Words } from '../endpoint.ts';
import { declarationText, isHelp, keysOf, sayUsage, writeDeclaration } from '../endpoint.ts';
import { presentationFor } from '../presentation.ts';

/** A file that makes the actions a part of the project. */
interface Declared {
  readonly name: string;
  readonly file: string;
  readonly declaration: object;
  readonly status: 'absent' | 'right' | 'changed';
}

function declaredIn(root: string): readonly Declared[] {
  return Object.entries(actingDeclarations()).map(([name, declaration]) => {
    const file = path.join(root, name);
    const text = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    const isRight = text === declarationText(declaration);
    return {
      name,
      file,
      declaration,
      status: text === undefined ? 'absent' : isRight ? 'right' : 'changed',
    };
  });
}

const kindsFile = (root: string): string => path.join(root, ACTIONS_FILE);

/** Undefined for a file that is no such list. */
function storedKinds(root: string): readonly ActionKind[] | undefined {
  const file = kindsFile(root);
  return existsSync(file) ? actionKindsIn(readFileSync(file, 'utf8')) : ACTION_KINDS;
}

const namesOf = (kinds: readonly ActionKind[], { texts }: Words): string =>
  kinds.map((kind) => texts.terminal.actions.kinds[kind]).join(', ');

/** What is on, and whether the files say so. */
function sayState(root: string, words: Words): number {
  const { actions } = words.texts.terminal;
  const declared = declaredIn(root);
  const kinds = storedKinds(root);
  if (declared.every(({ status }) => status === 'absent')) {
    words.say(actions.areOff);
    return 0;
  }
  const wrong = declared.filter(({ status }) => status !== 'right').map(({ name }) => name);
  if (kinds === undefined) wrong.push(ACTIONS_FILE);
  words.say(actions.areOn(namesOf(kinds ?? ACTION_KINDS, words)));
  if (wrong.length === 0) return 0;
  words.say(actions.differs(wrong.join(', ')));
  return 1;
}

/** Of the key that reads, as far as it is known here: both keys are of one mode. */
function modesOf(parts: EndpointParts): readonly ('live' | 'test')[] {
  const mode = /^[rs]k_(live|test)_/.exec(keysOf(parts)['STRIPE_SECRET_KEY'] ?? '')?.[1];
  return mode === 'live' || mode === 'test' ? [mode] : ['test', 'live'];
}

function sayNextSteps(
  kinds: readonly ActionKind[],
  modes: readonly ('live' | 'test')[],
  { texts, say }: Words,
): void {
  const { steps } = texts.terminal.actions;
  const { write, read } = writePermissionNames(writePermissionsOf(kinds));
  say(steps.title);
  say(`1. ${steps.key(write, read)}`);
  for (const mode of modes) say(`   ${createWriteKeyUrl(mode, kinds)}`);
  say(`2. ${steps.secret}`);
  say('   npx hs secret add STRIPE_WRITE_KEY');
  // A request by link is confirmed by nothing but its review.
  const hasConfirmations = kinds.some((kind) => kind !== 'links');
  say(`3. ${hasConfirmations ? steps.setup : steps.property}`);
  say('   npm run setup -- apply');
  say(`4. ${steps.upload}`);
  say('   npm run upload');
  if (hasConfirmations) say(`5. ${steps.rehearse}`);
}

function turnOn(kinds: readonly ActionKind[], parts: EndpointParts, words: Words): number {
  const { root } = parts;
  const { actions } = words.texts.terminal;
  const declared = declaredIn(root);
  const changed = declared.filter(({ status }) => status === 'changed').map(({ name }) => name);
  for (const { file, declaration } of declared) writeDeclaration(file, declaration);
  writeFileSync(kindsFile(root), actionsFileText(kinds));
  words.say(actions.on(namesOf(kinds, words)));
  if (changed.length > 0) words.say(actions.corrected(changed.join(', ')));
  sayNextSteps(kinds, modesOf(parts), words);
  words.say(actions.restart);
  return 0;
}

function turnOff(root: string, { texts, say }: Words): number {
  const { actions } = texts.terminal;
  const declared = declaredIn(root);
  const wasOn = declared.some(({ status }) => status !== 'absent');
  for (const { file } of declared) rmSync(file, { force: true });
  rmSync(kindsFile(root), { force: true });
  say(wasOn ? actions.off : actions.notOn);
  if (wasOn) {
    say(actions.propertyStays);
    say(actions.secretStays);
    say(actions.restart);
  }
  return 0;
}

/** Kinds may also be separated by commas. */
function unknownWords(command: string, others: readonly string[]): readonly string[] {
  if (command === 'off') return others;
  if (command !== 'on') return [command];
  return others.flatMap((word) => word.split(',')).filter((word) => !parseActionKinds(word));
}

/**
 * Makes what acts at Stripe a part of the project, or leaves it out, or says which it is. Returns the exit
 * code.
 */
export function actions(args: readonly string[], parts: EndpointParts): number {
  const { root, say, complain } = parts;
  const { texts } = presentationFor(undefined, parts.environment, parts.timeZone);
  const words = { texts, say, complain };
  const { usage } = texts.terminal.actions;
  const [command, ...others] = args;
  if (isHelp(args)) return sayUsage(usage, args, words);
  if (command === undefined) return sayState(root, words);
  const unknown = unknownWords(command, others);
  if (unknown.length > 0) {
    complain(texts.terminal.actions.unknown(unknown.join(', ')));
    return sayUsage(usage, args, words);
  }
  if (command === 'off') return turnOff(root, words);
  const kinds = parseActionKinds(others.join(',')) ?? [];
  return turnOn(kinds.length === 0 ? ACTION_KINDS : kinds, parts, words);
}
