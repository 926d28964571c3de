// Changing who the process runs as. Users and groups are numbers, or names the system's files know.

const {
  codes: { ERR_INVALID_ARG_TYPE, ERR_UNKNOWN_CREDENTIAL },
  uvErrmessage, uvErrname,
} = require('internal/errors');
const { validateArray, validateUint32 } = require('internal/validators');

const host = internalBinding('process');

/** As Node's own natives say it: `EPERM, Operation not permitted`. */
function failure(status, syscall) {
  const text = uvErrmessage(status);
  const code = uvErrname(status);
  return Object.assign(new Error(`${code}, ${text[0].toUpperCase()}${text.slice(1)}`), { errno: -status, code, syscall });
}

function checkId(id, name) {
  if (typeof id === 'number') validateUint32(id, name);
  else if (typeof id !== 'string') throw new ERR_INVALID_ARG_TYPE(name, ['number', 'string'], id);
}

/** The third field of the line that begins with the name. */
function lookUp(file, name) {
  let text;
  try {
    text = require('fs').readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  for (const line of text.split('\n')) {
    const fields = line.split(':');
    if (fields[0] === name) return Number(fields[2]);
  }
  return undefined;
}

function numberOf(id, kind) {
  if (typeof id === 'number') return id | 0;
  const number = lookUp(kind === 'User' ? '/etc/passwd' : '/etc/group', id);
  if (number === undefined) throw new ERR_UNKNOWN_CREDENTIAL(kind, id);
  return number;
}

function setter(call, kind) {
  return {
    [call](id) {
      checkId(id, 'id');
      const status = host.setId(call, numberOf(id, kind));
      if (status < 0) throw failure(status, call);
    },
  }[call];
}

function setgroups(groups) {
  validateArray(groups, 'groups');
  groups.forEach((group, i) => checkId(group, `groups[${i}]`));
  const status = host.setGroups(groups.map((group) => numberOf(group, 'Group')));
  if (status < 0) throw failure(status, 'setgroups');
}

function initgroups(user, extraGroup) {
  checkId(user, 'user');
  checkId(extraGroup, 'extraGroup');
  const group = numberOf(extraGroup, 'Group');
  let name = user;
  if (typeof user === 'number') {
    const line = require('fs').readFileSync('/etc/passwd', 'utf8').split('\n').find((each) => Number(each.split(':')[2]) === user);
    if (line === undefined) throw new ERR_UNKNOWN_CREDENTIAL('User', user);
    [name] = line.split(':');
  } else {
    numberOf(user, 'User');
  }
  const members = require('fs').readFileSync('/etc/group', 'utf8').split('\n').map((line) => line.split(':'))
    .filter((fields) => fields[3]?.split(',').includes(name)).map((fields) => Number(fields[2]));
  const status = host.setGroups([...new Set([group, ...members])]);
  if (status < 0) throw failure(status, 'initgroups');
}

module.exports = {
  initgroups,
  setegid: setter('setegid', 'Group'),
  seteuid: setter('seteuid', 'User'),
  setgid: setter('setgid', 'Group'),
  setgroups,
  setuid: setter('setuid', 'User'),
};
