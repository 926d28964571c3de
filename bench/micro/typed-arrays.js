// Typed arrays of four element types, one buffer seen in two ways, DataView, set, subarray, fill.

const SIZE = 60_000;

benchmark('typed-arrays', {
  run() {
    const bytes = new Uint8Array(SIZE);
    const words = new Int32Array(SIZE);
    const doubles = new Float64Array(SIZE);
    for (let i = 0; i < SIZE; i++) {
      bytes[i] = i;
      words[i] = i * 3 - bytes[i];
      doubles[i] = words[i] / 2;
    }
    let sum = 0;
    for (let i = 0; i < SIZE; i++) {
      sum += doubles[i] * 2 + bytes[i] - words[i];
    }
    const buffer = new ArrayBuffer(64);
    const view = new DataView(buffer);
    const halves = new Uint16Array(buffer);
    for (let i = 0; i < 1000; i++) {
      view.setUint32((i % 8) * 4, 0x00010002, true);
      sum += halves[(i % 8) * 2] - view.getUint16((i % 8) * 4, true);
    }
    bytes.set(bytes.subarray(0, 100), 200);
    sum += bytes[250] - bytes[50];
    return sum + new Uint8ClampedArray(4).fill(300)[3];
  },
  check: (sum) => sum === 234 * 255 * 128 + 96 * 95 / 2 + 255,
});
