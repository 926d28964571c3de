// How util.inspect shows a Buffer: its first bytes in hex, then its own properties.

const limit = { bytes: 50 };

function inspectBuffer(buffer, recurseTimes, context) {
  const max = limit.bytes;
  const shown = Math.min(max, buffer.length);
  const remaining = buffer.length - max;
  let text = internalBinding('buffer').hexSlice(buffer, 0, shown).replace(/(.{2})/g, '$1 ').trim();
  if (remaining > 0) text += ` ... ${remaining} more byte${remaining > 1 ? 's' : ''}`;
  if (context) {
    const keys = internalBinding('util').getOwnNonIndexProperties(buffer, !context.showHidden);
    if (keys.length > 0) {
      const own = { __proto__: null };
      for (const key of keys) own[key] = buffer[key];
      if (buffer.length !== 0) text += ', ';
      // Only what stands between "[Object: null prototype] { " and " }".
      text += require('internal/inspect').inspect(own, { ...context, breakLength: Infinity, compact: true }).slice(27, -2);
    }
  }
  let name = 'Buffer';
  try {
    const { constructor } = buffer;
    if (typeof constructor === 'function' && Object.hasOwn(constructor, 'name')) ({ name } = constructor);
  } catch { /* keep the plain name */ }
  return `<${name} ${text}>`;
}

module.exports = { inspectBuffer, limit };
