/** Where each part that was taken over from another file stands in the document that is made. */
import type { Json, Quirk } from '../../contract.ts';
import type { NodeKind } from '../document-structure.ts';
import { componentIn, type Components, nameFor } from './components.ts';
import { isExampleObject } from './example-files.ts';
import type { Located, Locator } from './locate.ts';
import { isReference, type HeldNode } from './place.ts';

export interface Homes {
  /** The pointer at which a part stands already. */
  of(kind: NodeKind, part: Located): string | undefined;
  /** The same, and where it stands nowhere yet it becomes a component, or the component around it does. */
  given(kind: NodeKind, part: Located): string;
  /** Notes that a part stands at the pointer; gives what must be written there. */
  settle(kind: NodeKind, part: Located, pointer: string): Json;
  /** The file that a place of the document was written in; undefined for the document's own. */
  fileOf(pointer: string): string | undefined;
}

interface About {
  readonly components: Components;
  readonly locator: Locator;
  readonly quirks: Quirk[];
  /** Told of every component that is made, since its own references are still to be followed. */
  made(place: HeldNode): void;
}

export function homesOf({ components, locator: { locate, moved }, quirks, made }: About): Homes {
  /** Pointers by file and pointer there. A file that is the bare value of an example is wrapped: as an example it stands one step higher. */
  const homes = new Map<string, string>();
  const examples = new Map<string, string>();
  const origins = new Map<string, string>();

  function of(kind: NodeKind, { file, pointer }: Located): string | undefined {
    if (kind === 'example') return examples.get(`${file.path}#${pointer}`);
    for (let cut = pointer; ; cut = cut.slice(0, cut.lastIndexOf('/'))) {
      const home = homes.get(`${file.path}#${cut}`);
      if (home !== undefined) return home + pointer.slice(cut.length);
      if (cut === '' || componentIn(pointer)?.pointer === cut) return undefined;
    }
  }

  function given(kind: NodeKind, part: Located): string {
    const known = of(kind, part);
    if (known !== undefined) return known;
    const around = kind === 'example' ? undefined : componentIn(part.pointer);
    if (around && around.pointer !== part.pointer) {
      const outer = locate(part.file, around.pointer);
      if (outer?.file === part.file) return given(around.kind, outer) + part.pointer.slice(around.pointer.length);
    }
    const name = nameFor(part.file.path, part.pointer);
    const place = components.place(kind, name);
    if (place.key !== name) {
      const message = `The name ${name} is taken, so what ${part.file.path} means by it is called ${place.key} here.`;
      quirks.push({ pointer: place.pointer, file: part.file.path, effect: 'mended', message });
    }
    place.holder[place.key] = settle(kind, part, place.pointer);
    made({ ...place, kind, file: part.file, at: part.pointer });
    return place.pointer;
  }

  function settle(kind: NodeKind, { file, pointer: at, node }: Located, pointer: string): Json {
    moved(node, { file, pointer: at });
    origins.set(pointer, file.path);
    const known = `${file.path}#${at}`;
    const bare = kind === 'example' && !isExampleObject(node) && !isReference(node);
    if (kind === 'example') examples.set(known, pointer);
    if (!homes.has(known)) homes.set(known, bare ? `${pointer}/value` : pointer);
    return bare ? { value: node } : node;
  }

  return {
    of,
    given,
    settle,
    fileOf(pointer) {
      for (let cut = pointer; cut !== ''; cut = cut.slice(0, cut.lastIndexOf('/'))) {
        const file = origins.get(cut);
        if (file !== undefined) return file;
      }
      return undefined;
    },
  };
}
