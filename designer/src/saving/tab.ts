/** This tab, for the lock: survives a reload, differs between tabs. A duplicated tab gets a name of its own. */
export function tabName(): string {
  const key = 'reglament.tab';
  const kept = sessionStorageOf()?.getItem(key);
  const reload = performance
    .getEntriesByType('navigation')
    .some((entry) => (entry as PerformanceNavigationTiming).type === 'reload');
  if (kept && (reload || named)) return kept;
  const name = crypto.randomUUID();
  named = true;
  sessionStorageOf()?.setItem(key, name);
  return name;
}

let named = false;

function sessionStorageOf(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}
