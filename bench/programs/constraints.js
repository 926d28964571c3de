// An incremental solver of one-way constraints with strengths, in the manner of DeltaBlue: a plan is made once and run
// often; adding or removing a constraint repairs only what depends on it. The constraints are classes of four kinds.

const REQUIRED = 0;
const PREFERRED = 2;
const NORMAL = 4;
const WEAKEST = 6;

const LENGTH = 100;

class Variable {
  constraints = [];
  /** The constraint that gives the value. */
  determinedBy = null;
  walkaboutStrength = WEAKEST;
  stay = true;
  mark = 0;

  constructor(value) {
    this.value = value;
  }

  remove(constraint) {
    this.constraints = this.constraints.filter((other) => other !== constraint);
    if (this.determinedBy === constraint) {
      this.determinedBy = null;
    }
  }
}

/** A constraint can be enforced by computing one of its variables, the output, from the others. */
class Constraint {
  output = null;

  constructor(strength, variables) {
    this.strength = strength;
    this.variables = variables;
  }

  get satisfied() {
    return this.output !== null;
  }

  get isInput() {
    return false;
  }

  inputs() {
    return this.variables.filter((variable) => variable !== this.output);
  }

  /** Variables that may become the output. */
  candidates() {
    return this.variables;
  }

  /** Chooses the weakest candidate not decided yet; none is chosen where all are at least as strong as this. */
  choose(mark) {
    this.output = null;
    let weakest = this.strength;
    for (const variable of this.candidates()) {
      if (variable.mark !== mark && variable.walkaboutStrength > weakest) {
        weakest = variable.walkaboutStrength;
        this.output = variable;
      }
    }
  }

  inputsKnown(mark) {
    return this.inputs().every((variable) => variable.mark === mark || variable.stay || variable.determinedBy === null);
  }

  recalculate() {
    const output = this.output;
    output.walkaboutStrength = this.candidates().reduce(
      (weakest, variable) => (variable === output ? weakest : Math.max(weakest, variable.walkaboutStrength)),
      this.strength,
    );
    output.stay = this.inputs().every((variable) => variable.stay);
    if (output.stay) {
      this.execute();
    }
  }
}

class Stay extends Constraint {
  execute() {}

  recalculate() {
    this.output.walkaboutStrength = this.strength;
    this.output.stay = true;
  }
}

class Edit extends Constraint {
  get isInput() {
    return true;
  }

  execute() {}

  recalculate() {
    this.output.walkaboutStrength = this.strength;
    this.output.stay = false;
  }
}

class Equal extends Constraint {
  execute() {
    const [a, b] = this.variables;
    this.output.value = this.output === a ? b.value : a.value;
  }
}

/** target = source × scale + offset; scale and offset are inputs always. */
class Scale extends Constraint {
  constructor(strength, source, scale, offset, target) {
    super(strength, [source, target, scale, offset]);
  }

  candidates() {
    return this.variables.slice(0, 2);
  }

  execute() {
    const [source, target, scale, offset] = this.variables;
    if (this.output === target) {
      target.value = source.value * scale.value + offset.value;
    } else {
      source.value = (target.value - offset.value) / scale.value;
    }
  }
}

class Planner {
  #mark = 0;

  add(constraint) {
    constraint.variables.forEach((variable) => variable.constraints.push(constraint));
    const mark = ++this.#mark;
    for (let overridden = this.#satisfy(constraint, mark); overridden !== null;) {
      overridden = this.#satisfy(overridden, mark);
    }
  }

  remove(constraint) {
    const output = constraint.output;
    constraint.output = null;
    constraint.variables.forEach((variable) => variable.remove(constraint));
    if (output === null) {
      return;
    }
    output.walkaboutStrength = WEAKEST;
    output.stay = true;
    const unsatisfied = this.#propagate(output);
    unsatisfied.sort((a, b) => a.strength - b.strength).forEach((other) => {
      const mark = ++this.#mark;
      for (let next = other; next !== null;) {
        next = this.#satisfy(next, mark);
      }
    });
  }

  /** The constraints that follow from `sources`, each after those that compute its inputs. */
  plan(sources) {
    const mark = ++this.#mark;
    const ready = sources.filter((constraint) => constraint.isInput && constraint.satisfied);
    const plan = [];
    while (ready.length > 0) {
      const constraint = ready.pop();
      if (constraint.output.mark !== mark && constraint.inputsKnown(mark)) {
        plan.push(constraint);
        constraint.output.mark = mark;
        ready.push(...this.#consumers(constraint.output));
      }
    }
    return plan;
  }

  /** Enforces `constraint` if it can be; returns the weaker one that had to give way. */
  #satisfy(constraint, mark) {
    constraint.choose(mark);
    if (!constraint.satisfied) {
      if (constraint.strength === REQUIRED) {
        throw new Error('a required constraint cannot be satisfied');
      }
      return null;
    }
    constraint.inputs().forEach((variable) => { variable.mark = mark; });
    const output = constraint.output;
    const overridden = output.determinedBy;
    if (overridden !== null) {
      overridden.output = null;
    }
    output.determinedBy = constraint;
    this.#propagate(output, constraint);
    output.mark = mark;
    return overridden;
  }

  /** Recalculates everything downstream of `variable`; returns what is unsatisfied there. */
  #propagate(variable, first = null) {
    const unsatisfied = [];
    const todo = first === null ? [] : [first];
    const visit = (changed) => {
      unsatisfied.push(...changed.constraints.filter((constraint) => !constraint.satisfied));
      todo.push(...this.#consumers(changed));
    };
    if (first === null) {
      visit(variable);
    }
    while (todo.length > 0) {
      const constraint = todo.pop();
      constraint.recalculate();
      visit(constraint.output);
    }
    return unsatisfied;
  }

  #consumers(variable) {
    return variable.constraints.filter((constraint) => constraint.satisfied && constraint !== variable.determinedBy);
  }
}

function set(planner, variable, values) {
  const edit = new Edit(PREFERRED, [variable]);
  planner.add(edit);
  const plan = planner.plan([edit]);
  for (const value of values) {
    variable.value = value;
    plan.forEach((constraint) => constraint.execute());
  }
  planner.remove(edit);
  return plan.length;
}

/** A chain of equalities: what is written at one end has to arrive at the other. */
function chain() {
  const planner = new Planner();
  const variables = Array.from({ length: LENGTH }, () => new Variable(0));
  for (let i = 1; i < LENGTH; i++) {
    planner.add(new Equal(REQUIRED, [variables[i - 1], variables[i]]));
  }
  planner.add(new Stay(NORMAL, [variables[LENGTH - 1]]));
  let sum = 0;
  for (let value = 1; value <= 20; value++) {
    sum += set(planner, variables[0], [value, value * 2, value * 3]) + variables[LENGTH - 1].value;
  }
  return sum;
}

/** Many scalings by the same two variables: changing one of these changes all targets. */
function projection() {
  const planner = new Planner();
  const scale = new Variable(10);
  const offset = new Variable(1000);
  const pairs = [];
  for (let i = 0; i < LENGTH; i++) {
    const pair = [new Variable(i), new Variable(i)];
    pairs.push(pair);
    planner.add(new Stay(NORMAL, [pair[0]]));
    planner.add(new Scale(REQUIRED, pair[0], scale, offset, pair[1]));
  }
  let sum = 0;
  const total = () => pairs.reduce((result, [, target]) => result + target.value, 0);
  set(planner, pairs[7][0], [17]);
  sum += pairs[7][1].value;
  set(planner, pairs[8][1], [1050]);
  sum += pairs[8][0].value;
  set(planner, scale, [5, 6, 7]);
  sum += total();
  set(planner, offset, [2000, 3000]);
  return sum + total();
}

benchmark('constraints', {
  run: () => `${chain()} ${projection()}`,
  check: (sums) => sums === '2630 470573',
});
