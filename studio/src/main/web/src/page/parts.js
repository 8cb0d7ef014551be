/**
 * The parts of the page, each given what it may do.
 */

import { experimentTitle } from '../state/difference.js';
import { createActions } from './actions.js';
import { createControls } from './controls.js';
import { setText } from './element.js';
import { savePicture } from './exports.js';
import { createFigures } from './figures.js';
import { createHelpDialog } from './help-dialog.js';
import { createImportDialog } from './import-dialog.js';
import { listenToShortcuts } from './keyboard.js';
import { createMarks } from './marks.js';
import { showNotice } from './notices.js';
import { createPhaseStrip } from './phase-strip.js';
import { createPinChips } from './pin-chips.js';
import { createPlayButton } from './play-button.js';
import { Player } from './player.js';
import { createPlotSwitches } from './plot-switches.js';
import { createQueryPicker } from './query-picker.js';
import { createQueryTable } from './query-table.js';
import { createRailSheet } from './rail-sheet.js';
import { createReadout } from './readout.js';
import { createScrubber } from './scrubber.js';
import { createTelling } from './telling.js';
import { createThemeButton } from './theme.js';
import { createTour } from './tour.js';

const byId = (id) => document.getElementById(id);

/**
 * @param {import('./studio.js').Studio} studio
 */
export function createParts(studio) {
  const hosts = { rail: byId('rail'), close: byId('rail-close'), dock: byId('dock') };
  const sheet = createRailSheet(hosts, studio.store);
  studio.onState(sheet.draw);
  const controls = createControls(byId('controls'), studio.store);
  studio.onState(({ experiment }) => {
    controls.draw(experiment);
    showTitle(experiment);
  }, controls.refuse);
  const player = createPlayer(studio);
  const figures = createFigures(
    byId('figures'),
    figureActions(studio, player, () => figures.specs()),
  );
  createMasthead(studio, player, figures);
  createStateViews(studio);
  studio.parts.push(...storyParts(studio, player), figures, ...runViews(studio), createMarks());
}

function showTitle(experiment) {
  const title = experimentTitle(experiment);
  setText(byId('experiment-title'), title);
  document.title = `${title} · ICL Dynamics`;
}

function createPlayer(studio) {
  const player = new Player({
    scene: () => studio.scene,
    onTime: (time) => studio.goTo(time),
    onChange: (isPlaying) => play.draw(isPlaying),
  });
  const play = createPlayButton({ onToggle: () => studio.scene !== null && player.toggle() });
  byId('scrubber').append(play.root);
  return player;
}

// Whoever takes the cursor in hand does not want it to run on.
function goingBy(studio, player) {
  return (time) => {
    if (player.isPlaying) {
      player.stop();
    }
    studio.goTo(time);
  };
}

function figureActions(studio, player, specs) {
  return {
    onTime: goingBy(studio, player),
    onQuery: (query) => studio.setView({ query }),
    onScale: (chart, scale) => studio.setView({ scales: { ...studio.state.view.scales, [chart]: scale } }),
    onPicture: async (figure, format) => savePicture(await settledScene(studio), specs(), figure, format),
  };
}

// What leaves the page is never a draft.
async function settledScene(studio) {
  await studio.whenIdle();
  return studio.scene;
}

function storyParts(studio, player) {
  const onTime = goingBy(studio, player);
  const tour = createTour(byId('tour'), {
    onStep: (step) => studio.tour(step),
    onTry: (change) => studio.tryOut(change),
  });
  const telling = createTelling(byId('telling'));
  const readout = createReadout(byId('readout'));
  return [
    createPhaseStrip(byId('strip'), { onTime }),
    createScrubber(byId('scrubber'), { onTime }),
    ...[tour, telling, readout].map(({ draw }) => ({ drawCursor: draw })),
  ];
}

function runViews(studio) {
  const onQuery = (query) => studio.setView({ query });
  const picker = createQueryPicker(byId('query-picker'), { onQuery });
  const table = createQueryTable(byId('queries'), { onQuery });
  return [picker, table].map(({ draw }) => ({ drawRun: draw }));
}

function createStateViews(studio) {
  const switches = createPlotSwitches(byId('plot-switches'), {
    onView: (changes) => studio.setView(changes),
  });
  const chips = createPinChips(byId('pins'), {
    onPin: () => studio.pin(),
    onSwap: (index) => studio.swap(index),
    onRemove: (index) => studio.unpin(index),
  });
  [switches, chips].forEach(({ draw }) => studio.onState(draw));
  studio.parts.push({ drawRun: () => chips.draw(studio.state) });
}

function createMasthead(studio, player, figures) {
  const { store } = studio;
  const showHelp = createHelpDialog();
  const actions = createActions(byId('actions'), {
    experiment: () => studio.state.experiment,
    settled: () => settledScene(studio),
    specs: figures.specs,
    theme: createThemeButton(() => studio.drawing.invalidateRun()),
    onUndo: () => store.undo(),
    onRedo: () => store.redo(),
    onShare: () => studio.share(),
    onImport: createImportDialog({
      onExperiment: (experiment) => studio.open(experiment),
      onProblem: showNotice,
    }),
    onTour: () => studio.tour(1),
    onHelp: showHelp,
  });
  studio.onState(() => actions.draw(store));
  listenToShortcuts({
    onPlay: () => studio.scene !== null && player.toggle(),
    onStep: (steps) => studio.step(steps),
    onStart: () => studio.goTo(0),
    onEnd: () => studio.goTo(Infinity),
    onLeave: () => studio.goTo(null),
    onUndo: () => store.undo(),
    onRedo: () => store.redo(),
    onPin: () => studio.pin(),
    onHelp: showHelp,
  });
}
