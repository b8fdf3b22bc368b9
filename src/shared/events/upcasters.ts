/** An event of any version, before it is known to fit the catalog. */
export interface AnyVersion {
  readonly event_type: string;
  readonly version: string;
  readonly data: unknown;
}

/** Brings a payload from one version of its type to the next. Pure: the same payload always gives the same result. */
export interface Upcaster {
  readonly event_type: string;
  readonly from: string;
  readonly to: string;
  readonly upcast: (data: unknown) => unknown;
}

/** Every step that an old event is taken through when it is read. The log itself is never rewritten. */
export const upcasters: readonly Upcaster[] = [
  // 2.0.0 knows more reasons and stages; what was said before means the same.
  { event_type: 'asset.set_aside', from: '1.0.0', to: '2.0.0', upcast: (data) => data },
  // 1.1.0 says from which address a file was fetched.
  { event_type: 'asset.discovered', from: '1.0.0', to: '1.1.0', upcast: withNull('fetched_from') },
  // 1.1.0 says why a character was described anew.
  { event_type: 'character.defined', from: '1.0.0', to: '1.1.0', upcast: withNull('reason') },
];

/** Of a field that came later, nothing is known. */
function withNull(field: string): Upcaster['upcast'] {
  return (data) => (typeof data === 'object' && data !== null ? { ...data, [field]: null } : data);
}

/** An event in the newest version that the steps lead to. One that no step is for is given back as it is. */
export function upcast<E extends AnyVersion>(event: E, steps: readonly Upcaster[] = upcasters): E {
  if (steps.length === 0) return event;
  let current = event;
  for (;;) {
    const step = steps.find(({ event_type, from }) => event_type === current.event_type && from === current.version);
    if (step === undefined) return current;
    current = { ...current, version: step.to, data: step.upcast(current.data) };
  }
}
