/** `instanceof` that never throws. */
function isInstanceof(object, constructor) {
  try {
    return object instanceof constructor;
  } catch {
    return false;
  }
}

module.exports = { isInstanceof };
