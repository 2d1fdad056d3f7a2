/** Holds one drawn contract to one law, and shows both contract and conversation where it breaks. */
import { stringify } from 'yaml';
import type { Shape } from './contract-generator.ts';
import { conversationWith } from './conversation.ts';
import { documentOf } from './drawn/document.ts';
import type { Law } from './law.ts';
import { openShop, type Salt } from './shop.ts';

/** Throws with contract and conversation where the law does not hold. */
export async function judge(law: Law, shape: Shape, drawn: readonly Salt[]): Promise<void> {
  const document = documentOf(shape);
  const talk = conversationWith(JSON.stringify(document));
  try {
    await law.holds(await openShop(shape, talk), drawn);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`${why}\n\n${stringify(document, { lineWidth: 160, aliasDuplicateObjects: false })}\n${talk.lines.join('\n')}\n`, {
      cause: error,
    });
  }
}
