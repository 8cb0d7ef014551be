/* global uPlot */
/**
 * The plot of a chart on canvas. uPlot keeps the canvas sharp on every screen, clips and strokes the curves
 * and draws them only when needed; where they go and what surrounds them is shared with the exported SVG
 * (frame.js, curve.js).
 */

import { paintAnnotations } from './annotations.js';
import { canvasPainter } from './canvas-painter.js';
import { traceCurve } from './curve.js';
import { layOut, paintAxes, paintBackdrop, plotBox } from './frame.js';
import { resolveColor } from './palette.js';

/** uPlot's own scales are not used: curves are handed over in pixels. */
const UNUSED = [0, 1];

/**
 * A plot in an element.
 *
 * @param {HTMLElement} host
 * @param {string} family font of upright text
 * @returns {{over: HTMLElement, layout: () => object, show(spec: object, xRange: [number, number], theme:
 *   string): void, resize(): void, destroy(): void}} layout as in frame.js; over is the element above the
 *   plot
 */
export function createCanvasPlot(host, family) {
  let shown = null;
  let layout = null;

  const plot = new uPlot({
    ...sizeOf(host),
    pxAlign: 0,
    padding: [0, 0, 0, 0],
    legend: { show: false },
    cursor: { show: false },
    scales: { x: { time: false, auto: false, range: UNUSED }, y: { auto: false, range: UNUSED } },
    axes: [axis('top', 0), axis('right', 1), axis('bottom', 2), axis('left', 3)],
    series: [{}],
    hooks: {
      drawClear: [(u) => paint(u, paintBackdrop)],
      draw: [(u) => paint(u, paintSurroundings)],
    },
  }, [UNUSED], host);

  function paint({ ctx }, painting) {
    if (layout) {
      ctx.save();
      ctx.scale(uPlot.pxRatio, uPlot.pxRatio);
      painting(canvasPainter(ctx, family), layout);
      ctx.restore();
    }
  }

  function pathOf(series) {
    const path = new Path2D();
    const { toX, toY, box } = layout;
    const scale = uPlot.pxRatio;
    const edges = [box.left * scale, box.right * scale];
    traceCurve(series, (x) => toX(x) * scale, (y) => toY(y) * scale, edges, path);
    return { stroke: path, fill: null, clip: null, band: null, gaps: null, flags: 0 };
  }

  function addCurve() {
    plot.addSeries({
      scale: 'y',
      auto: false,
      points: { show: false },
      stroke: (_, index) => resolveColor(shown.spec.series[index - 1].color, shown.theme),
      paths: (_, index) => pathOf(shown.spec.series[index - 1]),
    }, plot.series.length);
  }

  function matchCurves({ series }) {
    while (plot.series.length <= series.length) {
      addCurve();
    }
    while (plot.series.length > series.length + 1) {
      plot.delSeries(plot.series.length - 1);
    }
    series.forEach(({ width, dash }, i) => {
      Object.assign(plot.series[i + 1], { width, dash: dash.map((length) => length * uPlot.pxRatio) });
    });
  }

  function redraw() {
    const { spec, xRange, theme } = shown;
    layout = layOut(spec, xRange, plotBox(plot.width, plot.height), theme);
    plot.batch(() => {
      matchCurves(spec);
      plot.setData([UNUSED, ...spec.series.map(() => UNUSED)], false);
      plot.redraw(true, false);
    });
  }

  return {
    over: plot.over,
    layout: () => layout,
    show(spec, xRange, theme) {
      shown = { spec, xRange, theme };
      redraw();
    },
    resize() {
      const size = sizeOf(host);
      if (size.width !== plot.width || size.height !== plot.height) {
        plot.setSize(size);
      }
      if (shown) {
        redraw();
      }
    },
    destroy() {
      plot.destroy();
    },
  };
}

function sizeOf({ clientWidth, clientHeight }) {
  return { width: Math.max(clientWidth, 200), height: Math.max(clientHeight, 120) };
}

function paintSurroundings(painter, layout) {
  paintAxes(painter, layout);
  paintAnnotations(painter, layout);
}

/** An axis that only keeps room free: frame.js draws it. */
function axis(side, number) {
  return {
    scale: number % 2 === 0 ? 'x' : 'y',
    side: number,
    size: ({ width, height }) => {
      const box = plotBox(width, height);
      return { top: box.top, right: width - box.right, bottom: height - box.bottom, left: box.left }[side];
    },
    splits: () => [],
    grid: { show: false },
    ticks: { show: false },
  };
}
