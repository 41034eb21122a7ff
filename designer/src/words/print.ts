/** Prints the page under a title of its own, which also names the file when it is printed into one. */
export function print(title: string): void {
  const before = document.title;
  const restore = () => {
    document.title = before;
  };
  window.addEventListener('afterprint', restore, { once: true });
  document.title = title;
  window.print();
}
