/** A language that is none: the texts with accents, longer, between ⟦ and ⟧. */
export function pseudoLanguage(texts: readonly string[]): { readonly tag: string; readonly messages: Readonly<Record<string, string>> };
