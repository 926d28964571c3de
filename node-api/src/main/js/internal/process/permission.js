// process.permission, and what is said at the start about options that undo what --permission is for. It is there when
// the command line or the embedding keeps anything from the program.

const { isUint8Array } = require('util/types');
const { validateString } = require('internal/validators');

const binding = internalBinding('permission');

/** The resource as a string; undefined stands for all of a scope. */
function resourceOf(reference) {
  if (reference == null) return undefined;
  if (isUint8Array(reference)) return internalBinding('buffer').utf8Slice(reference, 0, reference.length);
  validateString(reference, 'reference');
  return reference;
}

const permission = {
  /** Whether a scope (`fs.read`), or one resource of it, may be used. */
  has(scope, reference) {
    validateString(scope, 'scope');
    return binding.has(scope, resourceOf(reference));
  },

  /** Gives up a grant, as it was given, or all of a scope. There is no way back. */
  drop(scope, reference) {
    validateString(scope, 'scope');
    binding.drop(scope, resourceOf(reference));
  },
};

const grants = binding.grants();

/** The options that give a child what this program has. */
function inheritedOptions() {
  return grants === '' ? [] : grants.split('\n').filter((grant) => !grant.startsWith('entry=')).map((grant) => `--${grant}`);
}

/** The environment for a program that is started: it gets the options that were given here, unless it is given its own. */
function inherit(env, args) {
  const options = inheritedOptions();
  const own = (text) => /(^|\s)--(experimental-)?permission(\s|$)/.test(text);
  if (options.length === 0 || own(`${env.NODE_OPTIONS ?? ''}`) || args.some((arg) => own(`${arg}`))) return env;
  return { ...env, NODE_OPTIONS: [env.NODE_OPTIONS ?? '', ...options].join(' ').trim() };
}

for (const flag of ['addons', 'child-process', 'inspector', 'wasi', 'worker']) {
  if (!grants.split('\n').includes(`allow-${flag}`)) continue;
  process.emitWarning(`The flag --allow-${flag} must be used with extreme caution. It could invalidate the permission model.`,
    'SecurityWarning', 'PERM0002');
}
for (const flag of ['allow-fs-read', 'allow-fs-write']) {
  const values = grants.split('\n').filter((grant) => grant.startsWith(`${flag}=`));
  if (values.length === 1 && values[0].includes(',')) {
    process.emitWarning(`The --${flag} CLI flag has changed. Passing a comma-separated list of paths is no longer valid. ` +
      'Documentation can be found at https://nodejs.org/api/permissions.html#file-system-permissions', 'Warning');
  }
}

module.exports = { inherit, permission };
