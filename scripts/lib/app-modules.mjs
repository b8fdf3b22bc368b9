/** The app's modules as they are in src/: Node strips the types, and this finds what their imports name without an ending. */
import { registerHooks } from 'node:module';

const root = new URL('../../', import.meta.url);

registerHooks({
  resolve(specifier, context, next) {
    if (specifier.startsWith('@shared/')) return next(new URL(`src/shared/${specifier.slice(8)}.ts`, root).href, context);
    const bare = context.parentURL?.endsWith('.ts') && specifier.startsWith('.') && !specifier.endsWith('.ts');
    return next(bare ? `${specifier}.ts` : specifier, context);
  },
});

/** Imports a module by its path below src/main or src/shared, without the ending. */
export const appModules = {
  main: (file) => import(new URL(`src/main/${file}.ts`, root).href),
  shared: (file) => import(new URL(`src/shared/${file}.ts`, root).href),
};
