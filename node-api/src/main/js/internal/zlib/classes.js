// Constructors in the old style: callable without `new`, and by subclasses as `Inflate.call(this, options)`.

function makeClass(name, Base, mode, prepare = (options) => options) {
  const Class = {
    [name]: function(options) {
      if (!(this instanceof Class)) return new Class(options);
      Reflect.apply(Base, this, [prepare(options), mode]);
    },
  }[name];
  Object.setPrototypeOf(Class.prototype, Base.prototype);
  Object.setPrototypeOf(Class, Base);
  return Class;
}

module.exports = { makeClass };
