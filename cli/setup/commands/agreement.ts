import type { Context } from '../context.ts';

/** Asks a question that a person answers with yes or no. */
export async function isAgreed(
  { terminal, presentation }: Context,
  question: string,
): Promise<boolean> {
  const { choice, yes } = presentation.texts.terminal.apply;
  const answer = (await terminal.ask(`\n${question} ${choice} `)) ?? '';
  const [first = ''] = answer.trim().toLowerCase();
  return first === yes || first === 'y';
}
