// V8's serialisation format, version 15: what its bytes mean. Writer and reader share it.

const tag = (character) => character.charCodeAt(0);

module.exports = {
  VERSION: 15,
  TAG: {
    VERSION: 0xFF, PADDING: 0, THE_HOLE: tag('-'), UNDEFINED: tag('_'), NULL: tag('0'), TRUE: tag('T'), FALSE: tag('F'), INT32: tag('I'),
    UINT32: tag('U'), DOUBLE: tag('N'), BIGINT: tag('Z'), UTF8_STRING: tag('S'), ONE_BYTE_STRING: tag('"'), TWO_BYTE_STRING: tag('c'),
    OBJECT_REFERENCE: tag('^'), BEGIN_OBJECT: tag('o'), END_OBJECT: tag('{'), BEGIN_SPARSE_ARRAY: tag('a'), END_SPARSE_ARRAY: tag('@'),
    BEGIN_DENSE_ARRAY: tag('A'), END_DENSE_ARRAY: tag('$'), DATE: tag('D'), TRUE_OBJECT: tag('y'), FALSE_OBJECT: tag('x'),
    NUMBER_OBJECT: tag('n'), BIGINT_OBJECT: tag('z'), STRING_OBJECT: tag('s'), REGEXP: tag('R'), BEGIN_MAP: tag(';'), END_MAP: tag(':'),
    BEGIN_SET: tag("'"), END_SET: tag(','), ARRAY_BUFFER: tag('B'), RESIZABLE_ARRAY_BUFFER: tag('~'), ARRAY_BUFFER_TRANSFER: tag('t'),
    ARRAY_BUFFER_VIEW: tag('V'), SHARED_ARRAY_BUFFER: tag('u'), HOST_OBJECT: tag('\\'), ERROR: tag('r'), VERIFY_COUNT: tag('?'),
  },
  // The kinds of views, by their tag.
  views: [
    ['b', 'Int8Array'], ['B', 'Uint8Array'], ['C', 'Uint8ClampedArray'], ['w', 'Int16Array'], ['W', 'Uint16Array'], ['d', 'Int32Array'],
    ['D', 'Uint32Array'], ['h', 'Float16Array'], ['f', 'Float32Array'], ['F', 'Float64Array'], ['q', 'BigInt64Array'],
    ['Q', 'BigUint64Array'], ['?', 'DataView'],
  ].map(([character, name]) => [tag(character), name]),
  VIEW_LENGTH_TRACKING: 1,
  VIEW_BUFFER_RESIZABLE: 2,
  // Bits of a regular expression's flags.
  regExpFlags: [['g', 1], ['i', 2], ['m', 4], ['y', 8], ['u', 16], ['s', 32], ['d', 128], ['v', 256]],
  errorTag: {
    EvalError: tag('E'), RangeError: tag('R'), ReferenceError: tag('F'), SyntaxError: tag('S'), TypeError: tag('T'), URIError: tag('U'),
    MESSAGE: tag('m'), CAUSE: tag('c'), STACK: tag('s'), END: tag('.'),
  },
};
