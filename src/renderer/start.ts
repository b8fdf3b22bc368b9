import './without-jit';
import '@fontsource-variable/inter/opsz.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import '@fontsource-variable/newsreader/wght.css';
import './parts/tokens.css';
import './global.css';
import { type Language, type LanguageName, speak } from '@shared/language/language';

// Titles of tables are made while modules are loaded, so the language stands before they are.
const { spoken, all } = (await (await fetch('language.json')).json()) as { readonly spoken: Language; readonly all: readonly LanguageName[] };
speak(spoken, all);
await import('./main');
