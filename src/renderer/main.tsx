import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { connect } from './connect';
import { alice } from './store/alice';

const root = document.querySelector('#root');
if (root !== null) {
  connect(alice);
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
