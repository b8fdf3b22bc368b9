/**
 * Lets a script import the app's TypeScript as it is: Node 24 strips the types, and this adds the
 * ending that imports in src/ leave out. Import it first, then `await import('../../src/….ts')`.
 */
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    const bare = context.parentURL?.endsWith('.ts') && specifier.startsWith('.') && !specifier.endsWith('.ts');
    return next(bare ? `${specifier}.ts` : specifier, context);
  },
});
