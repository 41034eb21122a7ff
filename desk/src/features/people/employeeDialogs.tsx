import { Button, Dialog, TextArea, TextField, useI18n, useToast } from '@reglament/ui';
import { refresh, useCommand } from '@reglament/web';
import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { FormDialog } from './formDialog.tsx';
import type { Employee, Post } from './staff.ts';

/** A login as the server takes it: what looks alike in two alphabets is one login only in Latin. Pure. */
export const isLogin = (typed: string): boolean => /^[a-z0-9][a-z0-9._-]{1,59}$/i.test(typed.trim());

/** A password that is told once: on the telephone or on paper. */
function Issued({
  name,
  login,
  password,
  close,
}: {
  name: string;
  login: string;
  password: string;
  close: () => void;
}) {
  const { t } = useI18n();
  const [copied, setCopied] = useState(false);
  return (
    <Dialog
      title={t('people.passwordOf', { name })}
      onClose={close}
      actions={
        <Button variant="primary" onClick={close}>
          {t('people.told')}
        </Button>
      }
    >
      <p>{t('people.loginIs', { login })}</p>
      <p className="issued">
        <code>{password}</code>
        <Button
          size="small"
          icon={IconCopy}
          onClick={() => void navigator.clipboard?.writeText(password).then(() => setCopied(true))}
        >
          {copied ? t('desk.copied') : t('common.copy')}
        </Button>
      </p>
      <p className="soft">{t('people.passwordOnce')}</p>
    </Dialog>
  );
}

/** Takes somebody on, at a vacant post or at none yet. */
export function TakeOn({ post, close }: { post: Post | null; close: () => void }) {
  const { t } = useI18n();
  const command = useCommand('people.createEmployee');
  const [name, setName] = useState('');
  const [login, setLogin] = useState('');
  const [tried, setTried] = useState(false);
  const [password, setPassword] = useState<string | null>(null);
  if (password !== null)
    return <Issued name={name} login={login.trim().toLowerCase()} password={password} close={close} />;
  const send = async () => {
    setTried(true);
    if (name.trim().length < 3 || !isLogin(login)) return;
    const made = await command.send({
      body: { name: name.trim(), login: login.trim(), ...(post && { position: post.id }) },
    });
    if (!made) return;
    void refresh('people.list', 'posts.list');
    // An answer that got lost and was asked for again has no password any more: it is reset then.
    if (made.password === null) close();
    else setPassword(made.password);
  };
  return (
    <FormDialog
      title={post ? t('people.takeOnAt', { post: post.title }) : t('people.takeOn')}
      verb={t('people.takeOn')}
      busy={command.busy}
      error={command.error}
      close={close}
      send={() => void send()}
    >
      <TextField
        label={t('people.fullName')}
        hint={t('people.fullNameHint')}
        value={name}
        onChange={setName}
        required
        {...(tried && name.trim().length < 3 && { error: t('people.fill') })}
      />
      <TextField
        label={t('signIn.login')}
        hint={t('people.loginHint')}
        value={login}
        onChange={setLogin}
        required
        autoCapitalize="none"
        spellCheck={false}
        autoComplete="off"
        {...(tried && !isLogin(login) && { error: t(login.trim() ? 'people.loginLatin' : 'people.fill') })}
      />
    </FormDialog>
  );
}

export function Rename({ employee, close }: { employee: Employee; close: () => void }) {
  const { t } = useI18n();
  const command = useCommand('people.renameEmployee');
  const [name, setName] = useState(employee.name);
  const send = async () => {
    if (name.trim().length < 3) return;
    const body = { revision: employee.revision, name: name.trim() };
    if (!(await command.send({ params: { id: employee.id }, body }))) return;
    void refresh('people.list', 'posts.list');
    close();
  };
  return (
    <FormDialog
      title={t('people.rename')}
      verb={t('common.save')}
      busy={command.busy}
      error={command.error}
      close={close}
      send={() => void send()}
    >
      <TextField label={t('people.fullName')} value={name} onChange={setName} required />
    </FormDialog>
  );
}

/** A new password: the old one and every open session end. */
export function ResetPassword({ employee, close }: { employee: Employee; close: () => void }) {
  const { t } = useI18n();
  const command = useCommand('people.resetPassword');
  const [password, setPassword] = useState<string | null>(null);
  if (password !== null)
    return <Issued name={employee.name} login={employee.login ?? ''} password={password} close={close} />;
  const send = async () => {
    const issued = await command.send({
      params: { id: employee.id },
      body: { revision: employee.revision },
    });
    if (!issued) return;
    void refresh('people.list');
    if (issued.password === null) close();
    else setPassword(issued.password);
  };
  return (
    <FormDialog
      title={t('people.resetOf', { name: employee.name })}
      verb={t('people.reset')}
      busy={command.busy}
      error={command.error}
      close={close}
      send={() => void send()}
    >
      <p className="soft">{t('people.resetWhy')}</p>
    </FormDialog>
  );
}

/** Dismisses: the account shuts at once, the posts become vacant, tasks at them are told as incidents. */
export function Dismiss({ employee, close }: { employee: Employee; close: () => void }) {
  const { t } = useI18n();
  const toast = useToast();
  const command = useCommand('people.dismiss');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const send = async () => {
    setTried(true);
    if (!reason.trim()) return;
    const body = { revision: employee.revision, reason: reason.trim() };
    if (!(await command.send({ params: { id: employee.id }, body }))) return;
    toast({ text: t('people.dismissed', { name: employee.name }) });
    void refresh('people.list', 'posts.list', 'incidents.list', 'tasks.counts');
    close();
  };
  return (
    <FormDialog
      title={t('people.dismissOf', { name: employee.name })}
      verb={t('people.dismiss')}
      busy={command.busy}
      error={command.error}
      close={close}
      send={() => void send()}
    >
      <p className="soft">{t('people.dismissWhy')}</p>
      <TextArea
        label={t('task.reason')}
        value={reason}
        onChange={setReason}
        rows={2}
        required
        {...(tried && !reason.trim() && { error: t('task.reasonMissing') })}
      />
    </FormDialog>
  );
}
