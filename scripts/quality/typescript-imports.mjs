/**
 * Lets a script import the app's TypeScript as it is: Node 24 strips the types, and this adds the
 * ending that imports in src/ leave out. For scripts that measure the app itself.
 */
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    const bare = context.parentURL?.endsWith('.ts') && specifier.startsWith('.') && !specifier.endsWith('.ts');
    return next(bare ? `${specifier}.ts` : specifier, context);
  },
});

/** A module of the app, by its path below src/main, without the ending. */
export const fromMain = (file) => import(new URL(`../../src/main/${file}.ts`, import.meta.url).href);
