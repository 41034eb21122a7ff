import type { Icon } from '@tabler/icons-react';
import type { ComponentProps } from 'react';
import { Kbd } from './kbd.tsx';
import './button.css';

export interface ButtonProps extends ComponentProps<'button'> {
  /** `primary`: the one most likely act of the place; `quiet`: an act that steps back */
  variant?: 'primary' | 'quiet';
  size?: 'small';
  icon?: Icon;
  /** the key that does the same, shown beside the words, e.g. `1` */
  keys?: string;
  /** work has begun: the button answers no more presses, its words stay */
  busy?: boolean;
}

/** A verb of the trade. `type` is `button` unless said otherwise. */
export function Button({
  variant,
  size,
  icon: Shape,
  keys,
  busy,
  className,
  children,
  ...rest
}: ButtonProps) {
  const names = ['btn', variant && `btn--${variant}`, size && `btn--${size}`, className];
  return (
    <button
      type="button"
      {...rest}
      className={names.filter(Boolean).join(' ')}
      {...(keys && { 'aria-keyshortcuts': spokenKeys(keys) })}
      {...(busy && { 'aria-disabled': true, 'aria-busy': true, onClick: stop })}
    >
      {Shape && <Shape className="ic" aria-hidden="true" />}
      {children}
      {keys && <Kbd>{keys}</Kbd>}
    </button>
  );
}

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon' | 'keys'> {
  icon: Icon;
  /** what it does: its name to a screen reader and its tooltip */
  label: string;
}

/** A button of one icon; its words are in the label. */
export function IconButton({ label, className, ...rest }: IconButtonProps) {
  return (
    <Button
      {...rest}
      className={['btn--icon', className].filter(Boolean).join(' ')}
      aria-label={label}
      title={label}
    />
  );
}

/** Keys as a screen reader knows them: «Ctrl ⏎» is `Control+Enter`. */
function spokenKeys(keys: string): string {
  return keys.replace('Ctrl', 'Control').replace('⏎', 'Enter').replace('Esc', 'Escape').replaceAll(' ', '+');
}

function stop(event: React.MouseEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
