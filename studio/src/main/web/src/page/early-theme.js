// A classic script, run before anything is painted, so that a remembered theme does not flash.
try {
  const chosen = localStorage.getItem('icl-theme');
  if (chosen === 'light' || chosen === 'dark') {
    document.documentElement.dataset.theme = chosen;
  }
} catch {
  // Without storage the system's theme is used.
}
