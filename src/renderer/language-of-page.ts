import { type Language, type LanguageName, speak } from '@shared/language/language';

// The page brings it along, so that the program is asked for at once, and not behind it.
const told = document.querySelector('#language')?.textContent ?? '';
const { spoken, all } = JSON.parse(told) as { readonly spoken: Language; readonly all: readonly LanguageName[] };
speak(spoken, all);
