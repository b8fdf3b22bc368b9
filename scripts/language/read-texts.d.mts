/** Every text that the code says to a person, with the names of what is given for its places. */
export function readTexts(folder?: string): readonly { readonly text: string; readonly values: readonly string[] | null; readonly where: string }[];
