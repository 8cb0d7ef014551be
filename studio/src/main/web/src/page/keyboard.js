/**
 * Keys that work everywhere on the page, except while something is typed or moved.
 */

/**
 * @param {object} actions onPlay, onStep(number), onStart, onEnd, onLeave, onUndo, onRedo, onPin, onHelp
 */
export function listenToShortcuts(actions) {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.altKey || isBusy(event.target)) {
      return;
    }
    const action = event.ctrlKey || event.metaKey ? withControl(event, actions) : alone(event, actions);
    if (action) {
      event.preventDefault();
      action();
    }
  });
}

function isBusy(target) {
  const isTyping = target.matches('input:is([type=text], [type=file]), textarea, select');
  return isTyping || target.isContentEditable || document.querySelector('dialog[open]') !== null;
}

function withControl(event, { onUndo, onRedo }) {
  const key = event.key.toLowerCase();
  if (key === 'z') {
    return event.shiftKey ? onRedo : onUndo;
  }
  return key === 'y' ? onRedo : null;
}

function alone(event, actions) {
  const { target, key, shiftKey } = event;
  // A focused control has these keys for itself.
  const isControl = target.matches('button, a, input, summary, [role=radio]');
  const isPlot = target.closest('.plot') !== null;
  switch (key) {
    case ' ':
      return isControl && !target.matches('[type=range]') ? null : actions.onPlay;
    case 'ArrowLeft':
      return isControl || isPlot ? null : () => actions.onStep(shiftKey ? -10 : -1);
    case 'ArrowRight':
      return isControl || isPlot ? null : () => actions.onStep(shiftKey ? 10 : 1);
    case 'Home':
      return isControl || isPlot ? null : actions.onStart;
    case 'End':
      return isControl || isPlot ? null : actions.onEnd;
    case 'Escape':
      return isPlot ? null : actions.onLeave;
    case 'p':
      return actions.onPin;
    case '?':
      return actions.onHelp;
    default:
      return null;
  }
}
