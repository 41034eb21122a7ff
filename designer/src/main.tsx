import '@reglament/ui/styles.css';
import '@xyflow/react/dist/base.css';
import './app/app.css';
import { addDesignerWords } from '@reglament/i18n/designer';
import { applyTheme, savedTheme, startLocale } from '@reglament/web';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';

applyTheme(savedTheme());
addDesignerWords();
const i18n = await startLocale();
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App i18n={i18n} />
  </StrictMode>,
);
