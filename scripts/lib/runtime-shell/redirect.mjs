/** A loader hook that sends the import of some packages to a file of ours. */
let redirects = {};

export const initialize = (data) => {
  redirects = data;
};

export const resolve = (specifier, context, next) =>
  Object.hasOwn(redirects, specifier) ? { url: redirects[specifier], shortCircuit: true } : next(specifier, context);
