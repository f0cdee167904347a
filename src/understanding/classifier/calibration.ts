/** Turning margins into probabilities, fitted on margins of lines that the model was not trained on. */

/** Softmax of `margins * sharpness`, in place of `out`. */
export function softmax(margins: ArrayLike<number>, sharpness: number, out: Float64Array): void {
  let top = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < margins.length; at++) top = Math.max(top, margins[at]!);
  let sum = 0;
  for (let at = 0; at < margins.length; at++) {
    out[at] = Math.exp((margins[at]! - top) * sharpness);
    sum += out[at]!;
  }
  for (let at = 0; at < margins.length; at++) out[at] = out[at]! / sum;
}

export function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

/** The sharpness at which the true labels are likeliest: one number, found by golden section on its logarithm. */
export function fitSharpness(margins: readonly ArrayLike<number>[], truth: ArrayLike<number>): number {
  const out = new Float64Array(margins[0]?.length ?? 0);
  const loss = (logSharpness: number) => {
    let sum = 0;
    for (let line = 0; line < margins.length; line++) {
      softmax(margins[line]!, Math.exp(logSharpness), out);
      sum -= Math.log(Math.max(out[truth[line]!]!, 1e-12));
    }
    return sum;
  };
  const ratio = (Math.sqrt(5) - 1) / 2;
  let low = Math.log(0.25);
  let high = Math.log(64);
  let left = high - ratio * (high - low);
  let right = low + ratio * (high - low);
  let lossLeft = loss(left);
  let lossRight = loss(right);
  while (high - low > 1e-3) {
    if (lossLeft < lossRight) {
      high = right;
      right = left;
      lossRight = lossLeft;
      left = high - ratio * (high - low);
      lossLeft = loss(left);
    } else {
      low = left;
      left = right;
      lossLeft = lossRight;
      right = low + ratio * (high - low);
      lossRight = loss(right);
    }
  }
  return Math.exp((low + high) / 2);
}

export interface Sigmoid {
  slope: number;
  offset: number;
}

/**
 * Platt's sigmoid over one label's margins, by Newton's method (Lin, Lin and Weng, 2007).
 * Targets are drawn in from 0 and 1 by the number of lines, so that few lines give no certainty.
 */
export function fitSigmoid(margins: ArrayLike<number>, positive: ArrayLike<number>): Sigmoid {
  let positives = 0;
  for (let at = 0; at < margins.length; at++) positives += positive[at]!;
  const negatives = margins.length - positives;
  const high = (positives + 1) / (positives + 2);
  const low = 1 / (negatives + 2);
  let slope = 1;
  let offset = Math.log((positives + 1) / (negatives + 1));
  for (let round = 0; round < 60; round++) {
    let gradientSlope = 0;
    let gradientOffset = 0;
    let curveSlope = 1e-9;
    let curveOffset = 1e-9;
    let curveBoth = 0;
    for (let at = 0; at < margins.length; at++) {
      const margin = margins[at]!;
      const guess = sigmoid(slope * margin + offset);
      const error = guess - (positive[at] === 1 ? high : low);
      const curve = guess * (1 - guess);
      gradientSlope += error * margin;
      gradientOffset += error;
      curveSlope += curve * margin * margin;
      curveOffset += curve;
      curveBoth += curve * margin;
    }
    const determinant = curveSlope * curveOffset - curveBoth * curveBoth;
    if (Math.abs(determinant) < 1e-12) break;
    // Half steps where a full one would overshoot: the logistic loss is flat far from its minimum.
    const stepSlope = (curveOffset * gradientSlope - curveBoth * gradientOffset) / determinant;
    const stepOffset = (curveSlope * gradientOffset - curveBoth * gradientSlope) / determinant;
    const damp = Math.min(1, 2 / Math.max(Math.abs(stepSlope), Math.abs(stepOffset), 1e-9));
    slope -= damp * stepSlope;
    offset -= damp * stepOffset;
    if (Math.abs(stepSlope) + Math.abs(stepOffset) < 1e-6) break;
  }
  // A label whose held-out margins point the wrong way has too few lines to be trusted: fall back on a mild slope.
  return slope > 0 ? { slope, offset } : { slope: 1, offset: Math.log((positives + 1) / (negatives + 1)) };
}
