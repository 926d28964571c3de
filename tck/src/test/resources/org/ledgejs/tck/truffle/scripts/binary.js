// One buffer, several views.
(() => {
  const buffer = new ArrayBuffer(16, { maxByteLength: 32 })
  const view = new DataView(buffer), bytes = new Uint8Array(buffer), tail = new Int16Array(buffer, 8, 2)
  view.setFloat64(0, Math.PI)
  view.setInt16(8, -2, true)
  view.setBigUint64(8, view.getBigUint64(8) ^ 0xffn)
  bytes.set([1, 2], 14)
  buffer.resize(24)
  return [bytes.length, bytes.subarray(0, 2).join('.'), tail.join('.'), bytes.findLastIndex(b => b === 2), bytes.toHex().slice(28, 34), new Float32Array([0.1])[0] === 0.1].join(' ')
})
