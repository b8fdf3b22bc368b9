import './without-jit';
import '@fontsource-variable/inter/opsz.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import '@fontsource-variable/newsreader/wght.css';
import './parts/tokens.css';
import './global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { connect } from './connect';

const root = document.querySelector('#root');
if (root !== null) {
  connect(window.alice);
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
