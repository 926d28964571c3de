// The error, where it was made, and who was on the way.
(function entry() {
  const thrower = cause => {
    throw new RangeError('out of reach', { cause })
  }
  thrower(new TypeError('inner'))
})
