/**
 * Loads modules of rules as this Node can run them. Node keeps what it has loaded once, so each time a module, and what it imports of the
 * user's own, is asked for under another address; and each of these files is told, to be watched.
 */
import { existsSync, statSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Failure } from '../failure.ts';
import { placeInRules, shownMessage } from './rule-failure.ts';

/** What an address of a module of rules ends with. */
const mark = '?rules=';
const ownEntry = 'nhs-api-sandbox/mock';

export interface RulesLoader {
  /** The default export, as the file has it now; throws a `Failure` that says why it could not be loaded. */
  load(file: string): Promise<unknown>;
}

/** `asked` is told of every file that is part of rules, also of one that is not there. */
export function rulesLoader(asked: (file: string) => void): RulesLoader {
  let times = 0;
  registerHooks({
    resolve(specifier, context, next) {
      const { parentURL: parent = '' } = context;
      if (!parent.includes(mark)) return next(specifier, context);
      // Rules may lie where this package is not installed.
      if (specifier === ownEntry) return next(specifier, { ...context, parentURL: import.meta.url });
      // One that is not there may come.
      if (/^\.\.?\//.test(specifier)) asked(fileURLToPath(new URL(specifier, parent)));
      const found = next(specifier, context);
      const isOwn = found.url.startsWith('file:') && !found.url.split('/').includes('node_modules');
      return isOwn ? { ...found, url: found.url + parent.slice(parent.indexOf(mark)) } : found;
    },
    // What no package.json says is not guessed from the text, of which Node would warn.
    load: (url, context, next) => next(url, url.includes(mark) ? { ...context, format: context.format ?? formatOf(url) } : context),
  });
  return {
    async load(file) {
      const path = resolve(file);
      asked(path);
      if (!existsSync(path)) throw new Failure(`the rules ${file} do not exist`);
      if (!statSync(path).isFile()) throw new Failure(`the rules ${file} are a folder; name the file`);
      times++;
      try {
        const module: { readonly default?: unknown } = await import(`${pathToFileURL(path).href}${mark}${times}`);
        return module.default;
      } catch (error) {
        throw new Failure(`the rules ${file} cannot be loaded: ${shownMessage(error)}${placeInRules(error)}`, { cause: error });
      }
    },
  };
}

function formatOf(url: string): 'module-typescript' | 'module' {
  return /\.m?ts\?/.test(url) ? 'module-typescript' : 'module';
}
