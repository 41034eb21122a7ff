import { Button, IconButton, useI18n } from '@reglament/ui';
import { IconTrash } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { Decision } from './useDecision.ts';
import './decision.css';

/** Remarks of a decision: several, each to a place of the text or to the whole document. */
export function RemarksEditor({ decision }: { decision: Decision }) {
  const { t } = useI18n();
  const list = useRef<HTMLDivElement>(null);
  const added = useRef(false);
  const { remarks } = decision.typed;
  const wrong = (key: string) => decision.missing.some((one) => one.at === 'remark' && one.key === key);

  // With remarks asked for, the first one is open at once.
  const empty = remarks.length === 0 && decision.open?.withRemarks === true;
  const { change } = decision;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `change` is made anew with each render
  useEffect(() => {
    if (empty) change({ remarks: [newRemark()] });
  }, [empty]);
  useEffect(() => {
    if (!added.current) return;
    added.current = false;
    list.current?.querySelectorAll<HTMLElement>('textarea')[remarks.length - 1]?.focus();
  }, [remarks.length]);

  const put = (key: string, next: { place?: string; text?: string }) =>
    decision.change({ remarks: remarks.map((one) => (one.key === key ? { ...one, ...next } : one)) });

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its own frame
    <div className="remarks-editor" ref={list} role="group" aria-label={t('task.remarks')}>
      {remarks.map((remark, index) => (
        <div className="draft" key={remark.key}>
          <div className="place">
            <span className={remark.place ? 'no' : 'no no--whole'} aria-hidden="true">
              {index + 1}
            </span>
            <input
              aria-label={t('task.remarkPlace', { no: index + 1 })}
              placeholder={t('task.wholeDocument')}
              maxLength={300}
              value={remark.place}
              onChange={(event) => put(remark.key, { place: event.target.value })}
            />
            <IconButton
              icon={IconTrash}
              label={t('task.removeRemark', { no: index + 1 })}
              variant="quiet"
              size="small"
              onClick={() => decision.change({ remarks: remarks.filter(({ key }) => key !== remark.key) })}
            />
          </div>
          <textarea
            aria-label={t('task.remarkText', { no: index + 1 })}
            placeholder={t('task.remarkHint')}
            value={remark.text}
            {...(wrong(remark.key) && { 'aria-invalid': true })}
            onChange={(event) => put(remark.key, { text: event.target.value })}
          />
          {wrong(remark.key) && <p className="field-error">{t('task.remarkEmpty')}</p>}
        </div>
      ))}
      <div className="more">
        <Button
          size="small"
          onClick={() => {
            added.current = true;
            decision.change({ remarks: [...remarks, newRemark()] });
          }}
        >
          {remarks.length === 0 ? t('task.addRemark') : t('task.oneMoreRemark')}
        </Button>
      </div>
    </div>
  );
}

function newRemark() {
  return { key: crypto.randomUUID(), place: '', text: '' };
}
