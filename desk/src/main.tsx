import '@reglament/ui/styles.css';
import './app/app.css';
import { applyTheme, savedTheme, startLocale } from '@reglament/web';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { sweepDrafts } from './drafts/store.ts';
import { browserBox, keptKeys } from './drafts/useDraft.ts';

applyTheme(savedTheme());
const i18n = await startLocale();
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App i18n={i18n} />
  </StrictMode>,
);
sweepDrafts(keptKeys(), browserBox, Date.now());
