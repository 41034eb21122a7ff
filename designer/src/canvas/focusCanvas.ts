/** Gives the keyboard back to the drawing. */
export function focusCanvas(): void {
  document.querySelector<HTMLElement>('.canvas .react-flow')?.focus();
}
