// How many colours a terminal shows, by its environment.

const depth16 = 4;
const depth256 = 8;
const depthTrue = 24;

const byTerm = {
  '__proto__': null, 'eterm': depth16, 'cons25': depth16, 'console': depth16, 'cygwin': depth16, 'dtterm': depth16,
  'gnome': depth16, 'hurd': depth16, 'jfbterm': depth16, 'konsole': depth16, 'kterm': depth16, 'mlterm': depth16,
  'mosh': depthTrue, 'putty': depth16, 'st': depth16, 'rxvt-unicode-24bit': depthTrue, 'terminator': depthTrue,
  'xterm-kitty': depthTrue,
};
const byTermPattern = /ansi|color|linux|direct|^con[0-9]*x[0-9]|^rxvt|^screen|^xterm|^vt100|^vt220/i;
const ciWithColors = ['APPVEYOR', 'BUILDKITE', 'CIRCLECI', 'DRONE', 'GITEA_ACTIONS', 'GITHUB_ACTIONS', 'GITLAB_CI', 'TRAVIS'];

let warned = false;
function warnOnDeactivatedColors(env) {
  if (warned) return;
  const names = [];
  if (env.NODE_DISABLE_COLORS !== undefined && env.NODE_DISABLE_COLORS !== '') names.push('NODE_DISABLE_COLORS');
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') names.push('NO_COLOR');
  if (names.length === 0) return;
  process.emitWarning(`The '${names[0]}' env is ignored due to the 'FORCE_COLOR' env being set.`, 'Warning');
  warned = true;
}

/** 1, 4, 8 or 24 bits a colour. */
function getColorDepth(env = process.env) {
  if (env.FORCE_COLOR !== undefined) {
    switch (env.FORCE_COLOR) {
      case '': case '1': case 'true': warnOnDeactivatedColors(env); return depth16;
      case '2': warnOnDeactivatedColors(env); return depth256;
      case '3': warnOnDeactivatedColors(env); return depthTrue;
      default: return 1;
    }
  }
  if ((env.NODE_DISABLE_COLORS !== undefined && env.NODE_DISABLE_COLORS !== '') ||
      (env.NO_COLOR !== undefined && env.NO_COLOR !== '') || env.TERM === 'dumb') return 1;
  if (process.platform === 'win32') return depthTrue;
  if (env.TMUX) return depthTrue;
  if ('TF_BUILD' in env && 'AGENT_NAME' in env) return depth16;
  if ('CI' in env) {
    if (['CIRCLECI', 'GITEA_ACTIONS', 'GITHUB_ACTIONS'].some((name) => name in env)) return depthTrue;
    return ciWithColors.some((name) => name in env) || env.CI_NAME === 'codeship' ? depth256 : 1;
  }
  if ('TEAMCITY_VERSION' in env) return /^(9\.(0*[1-9]\d*)\.|\d{2,}\.)/.test(env.TEAMCITY_VERSION) ? depth16 : 1;
  switch (env.TERM_PROGRAM) {
    case 'iTerm.app':
      return !env.TERM_PROGRAM_VERSION || /^[0-2]\./.test(env.TERM_PROGRAM_VERSION) ? depth256 : depthTrue;
    case 'HyperTerm': case 'MacTerm': return depthTrue;
    case 'Apple_Terminal': return depth256;
  }
  if (env.COLORTERM === 'truecolor' || env.COLORTERM === '24bit') return depthTrue;
  if (env.TERM) {
    if (/truecolor/.test(env.TERM)) return depthTrue;
    if (/^xterm-256/.test(env.TERM)) return depth256;
    const term = env.TERM.toLowerCase();
    if (byTerm[term]) return byTerm[term];
    if (byTermPattern.test(term)) return depth16;
  }
  return env.COLORTERM ? depth16 : 1;
}

function hasColors(count, env) {
  const { validateInteger } = require('internal/validators');
  if (env === undefined && (count === undefined || (typeof count === 'object' && count !== null))) {
    env = count;
    count = 16;
  } else {
    validateInteger(count, 'count', 2);
  }
  return count <= 2 ** getColorDepth(env);
}

module.exports = { getColorDepth, hasColors };
