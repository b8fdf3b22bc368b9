type Option<V extends string> = readonly [value: V, name: string];

/** The option that is meant; the first where none is. */
export function oneOf<V extends string>(options: readonly [Option<V>, ...(readonly Option<V>[])], value: string | undefined): V {
  return (options.find(([option]) => option === value) ?? options[0])[0];
}
