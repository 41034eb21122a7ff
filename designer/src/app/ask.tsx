import { Button, Dialog, useI18n } from '@reglament/ui';
import { createContext, type ReactNode, useContext, useState } from 'react';

interface Question {
  readonly title: string;
  readonly words?: string;
  /** the verb of the button that does it */
  readonly yes: string;
  readonly run: () => void;
}

const Context = createContext<(question: Question) => void>(() => undefined);

/** `ask(question)`: one question before what cannot be undone. */
export function useAsk(): (question: Question) => void {
  return useContext(Context);
}

export function AskProvider({ children }: { children: ReactNode }) {
  const { t } = useI18n();
  const [question, setQuestion] = useState<Question | null>(null);
  const close = () => setQuestion(null);
  return (
    <Context value={setQuestion}>
      {children}
      {question && (
        <Dialog
          title={question.title}
          onClose={close}
          actions={
            <>
              <Button variant="quiet" onClick={close}>
                {t('common.cancel')}
              </Button>
              <Button
                variant="primary"
                onClick={() => {
                  close();
                  question.run();
                }}
              >
                {question.yes}
              </Button>
            </>
          }
        >
          {question.words && <p>{question.words}</p>}
        </Dialog>
      )}
    </Context>
  );
}
