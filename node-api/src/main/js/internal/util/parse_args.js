// util.parseArgs: options and positionals of a command line.

const {
  codes: {
    ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_PARSE_ARGS_INVALID_OPTION_VALUE, ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL,
    ERR_PARSE_ARGS_UNKNOWN_OPTION,
  },
} = require('internal/errors');
const { kEmptyObject } = require('internal/util');
const {
  validateArray, validateBoolean, validateBooleanArray, validateObject, validateString, validateStringArray,
} = require('internal/validators');

/** The arguments of the program itself, past what `-e` or `-p` took. */
function mainArgs() {
  return process.argv.slice(internalBinding('process').evalSource === undefined ? 2 : 1);
}

const own = (object, key) => (Object.hasOwn(object, key) ? object[key] : undefined);

function longOptionOf(short, options) {
  for (const name of Object.keys(options)) if (own(options[name], 'short') === short) return name;
  return short;
}

const isOptionLike = (value) => value.length > 1 && value[0] === '-';
const typeOf = (options, name) => (Object.hasOwn(options, name) ? own(options[name], 'type') : undefined);

/** Breaks the arguments into tokens of kinds option, positional and option-terminator. */
function tokenize(args, options) {
  const tokens = [];
  const rest = args.map((arg, index) => ({ arg, index }));
  let groupLeft = 0;
  while (rest.length > 0) {
    const { arg, index } = rest.shift();
    const next = rest[0]?.arg;
    if (groupLeft > 0) groupLeft--;
    if (arg === '--') {
      tokens.push({ kind: 'option-terminator', index });
      for (const each of rest) tokens.push({ kind: 'positional', index: each.index, value: each.arg });
      break;
    }
    if (/^-[^-]$/.test(arg)) {
      const name = longOptionOf(arg[1], options);
      const token = { kind: 'option', name, rawName: arg, index, value: undefined, inlineValue: undefined };
      if (typeOf(options, name) === 'string' && next !== undefined && groupLeft === 0) {
        token.value = rest.shift().arg;
        token.inlineValue = false;
      }
      tokens.push(token);
    } else if (arg.length > 2 && arg[0] === '-' && arg[1] !== '-') {
      const first = longOptionOf(arg[1], options);
      if (typeOf(options, first) === 'string') {
        tokens.push({ kind: 'option', name: first, rawName: `-${arg[1]}`, index, value: arg.slice(2), inlineValue: true });
        continue;
      }
      // A group: expand it, the last may take a value.
      const expanded = [];
      for (let i = 1; i < arg.length; i++) {
        const name = longOptionOf(arg[i], options);
        if (typeOf(options, name) !== 'string' || i === arg.length - 1) {
          expanded.push({ arg: `-${arg[i]}`, index });
        } else {
          expanded.push({ arg: `-${arg.slice(i)}`, index });
          break;
        }
      }
      rest.unshift(...expanded);
      groupLeft = expanded.length;
    } else if (arg.startsWith('--') && arg.length > 2) {
      const equals = arg.indexOf('=', 3);
      if (equals === -1) {
        const name = arg.slice(2);
        const token = { kind: 'option', name, rawName: arg, index, value: undefined, inlineValue: undefined };
        if (typeOf(options, name) === 'string' && next !== undefined) {
          token.value = rest.shift().arg;
          token.inlineValue = false;
        }
        tokens.push(token);
      } else {
        const name = arg.slice(2, equals);
        tokens.push({ kind: 'option', name, rawName: `--${name}`, index, value: arg.slice(equals + 1), inlineValue: true });
      }
    } else {
      tokens.push({ kind: 'positional', index, value: arg });
    }
  }
  return tokens;
}

function checkUsage(config, token) {
  let short;
  let type;
  let { name } = token;
  if (Object.hasOwn(config.options, name)) {
    short = own(config.options[name], 'short');
    type = own(config.options[name], 'type');
  } else if (config.allowNegative && name.startsWith('no-') && typeOf(config.options, name.slice(3)) === 'boolean') {
    name = name.slice(3);
    type = 'boolean';
    short = own(config.options[name], 'short');
  } else {
    throw new ERR_PARSE_ARGS_UNKNOWN_OPTION(token.rawName, config.allowPositionals);
  }
  const shortAndLong = short ? `-${short}, --${name}` : `--${name}`;
  if (type === 'string' && typeof token.value !== 'string') {
    throw new ERR_PARSE_ARGS_INVALID_OPTION_VALUE(`Option '${shortAndLong} <value>' argument missing`);
  }
  if (type === 'boolean' && token.value != null) {
    throw new ERR_PARSE_ARGS_INVALID_OPTION_VALUE(`Option '${shortAndLong}' does not take an argument`);
  }
  // `--foo -x` is likely a mistake of the user.
  if (type === 'string' && !token.inlineValue && isOptionLike(token.value)) {
    const example = token.rawName.startsWith('--') ? `'${token.rawName}=-XYZ'` : `'--${name}=-XYZ' or '${token.rawName}-XYZ'`;
    throw new ERR_PARSE_ARGS_INVALID_OPTION_VALUE(
      `Option '${token.rawName}' argument is ambiguous.\nDid you forget to specify the option argument for '${token.rawName}'?\n` +
      `To specify an option argument starting with a dash use ${example}.`);
  }
}

function store(name, value, options, values, allowNegative) {
  if (name === '__proto__') return;
  if (allowNegative && value === undefined && name.startsWith('no-')) {
    const positive = name.slice(3);
    if (typeOf(options, positive) === 'boolean' || !Object.hasOwn(options, name)) {
      name = positive;
      value = false;
    }
  }
  const settled = value ?? true;
  if (Object.hasOwn(options, name) && own(options[name], 'multiple')) {
    (values[name] ??= []).push(settled);
  } else {
    values[name] = settled;
  }
}

function checkOptions(options) {
  validateObject(options, 'options');
  for (const [name, config] of Object.entries(options)) {
    validateObject(config, `options.${name}`);
    const type = own(config, 'type');
    if (type !== 'string' && type !== 'boolean') throw new ERR_INVALID_ARG_TYPE(`options.${name}.type`, "('string|boolean')", type);
    if (Object.hasOwn(config, 'short')) {
      validateString(config.short, `options.${name}.short`);
      if (config.short.length !== 1) {
        throw new ERR_INVALID_ARG_VALUE(`options.${name}.short`, config.short, 'must be a single character');
      }
    }
    const multiple = own(config, 'multiple');
    if (Object.hasOwn(config, 'multiple')) validateBoolean(multiple, `options.${name}.multiple`);
    const fallback = own(config, 'default');
    if (fallback !== undefined) {
      const check = type === 'string'
        ? multiple ? validateStringArray : validateString
        : multiple ? validateBooleanArray : validateBoolean;
      check(fallback, `options.${name}.default`);
    }
  }
}

function parseArgs(config = kEmptyObject) {
  const args = own(config, 'args') ?? mainArgs();
  const strict = own(config, 'strict') ?? true;
  const allowPositionals = own(config, 'allowPositionals') ?? !strict;
  const returnTokens = own(config, 'tokens') ?? false;
  const allowNegative = own(config, 'allowNegative') ?? false;
  const options = own(config, 'options') ?? { __proto__: null };
  const checked = { args, strict, options, allowPositionals, allowNegative };
  validateArray(args, 'args');
  validateBoolean(strict, 'strict');
  validateBoolean(allowPositionals, 'allowPositionals');
  validateBoolean(returnTokens, 'tokens');
  validateBoolean(allowNegative, 'allowNegative');
  checkOptions(options);
  const tokens = tokenize(args, options);
  const result = { values: { __proto__: null }, positionals: [] };
  if (returnTokens) result.tokens = tokens;
  for (const token of tokens) {
    if (token.kind === 'option') {
      if (strict) checkUsage(checked, token);
      store(token.name, token.value, options, result.values, allowNegative);
    } else if (token.kind === 'positional') {
      if (!allowPositionals) throw new ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL(token.value);
      result.positionals.push(token.value);
    }
  }
  for (const [name, option] of Object.entries(options)) {
    const fallback = own(option, 'default');
    if (fallback !== undefined && name !== '__proto__' && result.values[name] === undefined) result.values[name] = fallback;
  }
  return result;
}

module.exports = { parseArgs };
