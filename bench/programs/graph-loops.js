// Finds the loops of control-flow graphs, after Havlak's extension of Tarjan's interval analysis, and builds the tree of
// their nesting: maps, sets, union and find, recursion over graphs of objects.

class Block {
  successors = [];
  predecessors = [];

  constructor(number) {
    this.number = number;
  }
}

class Graph {
  blocks = [];

  block() {
    const block = new Block(this.blocks.length);
    this.blocks.push(block);
    return block;
  }

  edge(from, to) {
    from.successors.push(to);
    to.predecessors.push(from);
  }

  /** A block after `from`. */
  follow(from) {
    const block = this.block();
    this.edge(from, block);
    return block;
  }

  diamond(from) {
    const join = this.block();
    this.edge(this.follow(from), join);
    this.edge(this.follow(from), join);
    return join;
  }

  /** A loop around `depth` further ones; returns its exit. */
  loops(from, depth) {
    const header = this.follow(from);
    const body = depth === 0 ? this.diamond(header) : this.loops(this.loops(header, depth - 1), depth - 1);
    const latch = this.follow(body);
    this.edge(latch, header);
    return this.follow(latch);
  }

  /** A loop with two entries. */
  irreducible(from) {
    const a = this.follow(from);
    const b = this.follow(from);
    this.edge(a, b);
    this.edge(b, a);
    return this.follow(b);
  }
}

class Loop {
  parent = null;
  children = new Set();
  blocks = new Set();

  constructor(header, reducible) {
    this.header = header;
    this.reducible = reducible;
  }

  depth() {
    return this.parent === null ? 1 : 1 + this.parent.depth();
  }
}

/** A block in depth-first order, and the loop headers it was merged into so far. */
class Node {
  representative = this;
  back = [];
  others = [];
  loop = null;

  constructor(block, order) {
    this.block = block;
    this.order = order;
    this.last = order;
  }

  find() {
    let root = this;
    while (root.representative !== root) {
      root = root.representative;
    }
    for (let node = this; node !== root;) {
      const next = node.representative;
      node.representative = root;
      node = next;
    }
    return root;
  }

  isAncestorOf(other) {
    return this.order <= other.order && other.order <= this.last;
  }
}

function number(start) {
  const nodes = [];
  const byBlock = new Map();
  function visit(block) {
    const node = new Node(block, nodes.length);
    byBlock.set(block, node);
    nodes.push(node);
    for (const successor of block.successors) {
      if (!byBlock.has(successor)) {
        visit(successor);
      }
    }
    node.last = nodes.length - 1;
  }
  visit(start);
  return { nodes, byBlock };
}

function findLoops(graph) {
  const { nodes, byBlock } = number(graph.blocks[0]);
  const loops = [];
  for (const node of nodes) {
    for (const predecessor of node.block.predecessors) {
      const from = byBlock.get(predecessor);
      if (from !== undefined) {
        (node.isAncestorOf(from) ? node.back : node.others).push(from);
      }
    }
  }
  for (const header of nodes.toReversed()) {
    const body = new Set(header.back.filter((node) => node !== header).map((node) => node.find()));
    const todo = [...body];
    let reducible = true;
    while (todo.length > 0) {
      for (const other of todo.pop().others) {
        const root = other.find();
        if (!header.isAncestorOf(root)) {
          reducible = false;
          header.others.push(root);
        } else if (root !== header && !body.has(root)) {
          body.add(root);
          todo.push(root);
        }
      }
    }
    if (header.back.length > 0) {
      const loop = new Loop(header.block, reducible);
      header.loop = loop;
      for (const node of body) {
        node.representative = header;
        if (node.loop === null) {
          loop.blocks.add(node.block);
        } else {
          node.loop.parent = loop;
          loop.children.add(node.loop);
        }
      }
      loops.push(loop);
    }
  }
  return loops;
}

function build() {
  const graph = new Graph();
  let end = graph.block();
  for (let i = 0; i < 12; i++) {
    end = graph.irreducible(graph.loops(end, 4));
  }
  return graph;
}

benchmark('graph-loops', {
  run() {
    const graph = build();
    const loops = findLoops(graph);
    return [
      graph.blocks.length,
      loops.length,
      loops.filter((loop) => !loop.reducible).length,
      Math.max(...loops.map((loop) => loop.depth())),
      loops.reduce((sum, loop) => sum + loop.blocks.size * loop.depth() + loop.children.size, 0),
    ].join(' ');
  },
  check: (found) => found === '1729 384 12 5 5976',
});
