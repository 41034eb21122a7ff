import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { useI18n } from '../i18n-context.tsx';
import { IconCircleCheck, IconX } from '../icons.ts';
import { Button, IconButton } from './button.tsx';
import './toast.css';

export interface ToastMessage {
  text: string;
  /** an act that undoes something local or opens what came of it */
  action?: { label: string; run: () => void };
}

const STAYS_MS = 8_000;
const Context = createContext<((message: ToastMessage) => void) | null>(null);

/** Holds the region where short words appear; one at a time, said politely, gone in 8 s unless it is being read. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [message, setMessage] = useState<ToastMessage | null>(null);
  const [held, setHeld] = useState(false);
  const show = useCallback((next: ToastMessage) => setMessage({ ...next }), []);
  const hide = useRef(() => {
    setMessage(null);
    setHeld(false);
  }).current;
  const { t } = useI18n();

  useEffect(() => {
    if (!message || held) return;
    const timer = setTimeout(hide, STAYS_MS);
    return () => clearTimeout(timer);
  }, [message, held, hide]);

  return (
    <Context value={show}>
      {children}
      <div className="toasts" role="status">
        {message && (
          // biome-ignore lint/a11y/noStaticElementInteractions: holding the pointer or focus only keeps it open
          <div
            className="toast"
            onPointerEnter={() => setHeld(true)}
            onPointerLeave={() => setHeld(false)}
            onFocus={() => setHeld(true)}
            onBlur={() => setHeld(false)}
          >
            <IconCircleCheck className="ic" aria-hidden="true" />
            <span>{message.text}</span>
            {message.action && (
              <Button
                variant="quiet"
                size="small"
                onClick={() => {
                  message.action?.run();
                  hide();
                }}
              >
                {message.action.label}
              </Button>
            )}
            <IconButton icon={IconX} label={t('common.close')} variant="quiet" size="small" onClick={hide} />
          </div>
        )}
      </div>
    </Context>
  );
}

/** `show(message)`: puts short words into the toast region. */
export function useToast(): (message: ToastMessage) => void {
  const show = useContext(Context);
  if (!show) throw new Error('useToast needs a <ToastProvider> above');
  return show;
}
