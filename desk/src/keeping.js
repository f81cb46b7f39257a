// Work in progress, kept in the browser's own storage, so that a crash loses nothing.

const KEY = "govgraph-desk";

/** Keep what stands on the desk; gives whether there was room for it. */
export function keep(document, origin) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ document, origin, at: new Date().toISOString() }));
    return true;
  } catch {
    return false;
  }
}

/** What was kept, or nothing. */
export function kept() {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? "null");
    return Array.isArray(found?.document?.sheets) ? found : null;
  } catch {
    return null;
  }
}

/** Forget it: it has been saved, or is not wanted. */
export function forget() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // there is no storage, and so nothing in it
  }
}
