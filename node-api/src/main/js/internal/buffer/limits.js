// The largest sizes: what the engine's arrays can hold.

module.exports = { kMaxLength: 2 ** 31 - 9, kStringMaxLength: 2 ** 29 - 24 };
