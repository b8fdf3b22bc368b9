import './without-jit';
import '@fontsource-variable/inter/opsz.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import '@fontsource-variable/newsreader/wght.css';
import './parts/tokens.css';
import './global.css';
// Titles of tables are made while modules are loaded, so the language stands before they are.
import './language-of-page';
import './main';
