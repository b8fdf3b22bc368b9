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
