import { build } from 'esbuild';
import { expect, test } from 'vitest';
import type * as z from 'zod';
import { randomFrom } from '../../builders/random-from.ts';

interface Schema {
  readonly safeParse: (value: unknown) => { readonly success: boolean };
}

/** Every answer that a card, a page or the bulk action checks. */
const ANSWERS = [
  'billingManaged',
  'healthChecked',
  'paymentRead',
  'paymentRequested',
  'paymentsLinked',
  'paymentsRead',
  'paymentsSynced',
  'rangeSynced',
  'setupApplied',
  'setupChecked',
  'syncPreviewed',
] as const;

type Contract = Readonly<Record<(typeof ANSWERS)[number], Schema>>;

/** The contract as it is bundled: with zod, or with the checks that cards have instead. */
async function contractWith(alias: Record<string, string>): Promise<Contract> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { ${ANSWERS.join(', ')} } from '@stripe-payments/core';`,
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    write: false,
    format: 'esm',
    alias,
    logLevel: 'silent',
  });
  const [{ text } = { text: '' }] = outputFiles;
  return (await import(`data:text/javascript,${encodeURIComponent(text)}`)) as Contract;
}

const WITH_ZOD = await contractWith({});
const WITH_CHECKS = await contractWith({ 'zod/mini': '@stripe-payments/core/checks' });

type Random = () => number;

const pick = <T>(items: readonly T[], random: Random): T | undefined =>
  items[Math.floor(random() * items.length)];

const sampleOfOne = (options: readonly z.core.$ZodType[], random: Random): unknown => {
  const option = pick(options, random);
  return option && sample(option, random);
};

/** A value that a schema accepts, as its definition says. */
function sample(schema: z.core.$ZodType, random: Random): unknown {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape).flatMap(([name, each]) =>
          each._zod.def.type === 'optional' && random() < 0.5 ? [] : [[name, sample(each, random)]],
        ),
      );
    case 'array':
      return [sample(def.element, random), sample(def.element, random)];
    case 'union':
      return sampleOfOne(def.options, random);
    case 'nullable':
      return random() < 0.3 ? null : sample(def.innerType, random);
    case 'optional':
      return sample(def.innerType, random);
    case 'record':
      return { en: sample(def.valueType, random) };
    case 'literal':
      return def.values[0];
    case 'enum':
      return pick(Object.values(def.entries), random);
    case 'boolean':
      return true;
    case 'number':
      return 7;
    case 'string':
    case 'custom':
      return 'written';
    default:
      throw new Error(`No sample of ${def.type}: checks.ts may lack it too.`);
  }
}

const WRONG: readonly unknown[] = [
  null,
  undefined,
  '',
  'other',
  'failed',
  1.5,
  -1,
  2 ** 60,
  Number.NaN,
  Infinity,
  true,
  [],
  [null],
  {},
];

/** The value with one of its parts replaced or left out. */
function damaged(value: unknown, random: Random): unknown {
  if (typeof value !== 'object' || value === null || random() < 0.1) return pick(WRONG, random);
  if (Array.isArray(value)) {
    const at = Math.floor(random() * value.length);
    return value.map((each: unknown, place) => (place === at ? damaged(each, random) : each));
  }
  const entries = Object.entries(value);
  const [name] = pick(entries, random) ?? [''];
  if (random() < 0.15) return Object.fromEntries(entries.filter(([each]) => each !== name));
  return { ...value, [name]: damaged((value as Record<string, unknown>)[name], random) };
}

test.each(ANSWERS)('%s is accepted and refused by the checks of a card as by zod', (answer) => {
  const random = randomFrom(ANSWERS.indexOf(answer) + 1);
  const verdicts = { accepted: 0, refused: 0 };
  for (let round = 0; round < 300; round += 1) {
    const whole = sample(WITH_ZOD[answer] as unknown as z.core.$ZodType, random);
    for (const value of [whole, { ...(whole as object), newer: 1 }, damaged(whole, random)]) {
      const { success } = WITH_ZOD[answer].safeParse(value);
      expect([WITH_CHECKS[answer].safeParse(value).success, value]).toEqual([success, value]);
      verdicts[success ? 'accepted' : 'refused'] += 1;
    }
  }
  expect(verdicts.accepted).toBeGreaterThan(300);
  expect(verdicts.refused).toBeGreaterThan(100);
});
