package org.ledgejs.language.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The names declared in one scope while it is parsed, to find redeclarations. Names are compared by identity. */
final class Scope {

    /** let, const, class, using, or a function where functions are lexical. */
    static final int LEXICAL = 1;
    /** A var, in this scope or in a block of it. */
    static final int VAR = 2;
    static final int PARAMETER = 4;
    /** A plain function in a block of sloppy code, which may be declared again. */
    static final int SLOPPY_FUNCTION = 8;
    /** The only name of {@code catch (name)}, which var may redeclare (ECMA-262 §B.3.4). */
    static final int SIMPLE_CATCH_PARAMETER = 16;
    /** A function at the top level of a function or script: var-like. */
    static final int TOP_FUNCTION = 32;

    private static final int LINEAR_LIMIT = 8;

    final Scope parent;
    /** Whether vars end their way up here. */
    final boolean isVarScope;

    private String[] names;
    private int[] flags;
    private int count;
    private int[] index;

    private List<BlockScope.Lexical> lexicals;
    private List<String> varNames;
    private List<FunctionNode> functions;
    /** Plain functions of this block. */
    private List<FunctionNode> hoistable;
    /** Plain functions of blocks inside that nothing kept from being hoisted so far. */
    private List<FunctionNode> rising;

    Scope(Scope parent, boolean isVarScope) {
        this.parent = parent;
        this.isVarScope = isVarScope;
    }

    /** The flags of a name, 0 if the scope does not know it. */
    int get(String name) {
        int at = find(name);
        return at < 0 ? 0 : flags[at];
    }

    /** Adds flags to a name. */
    void put(String name, int newFlags) {
        int at = find(name);
        if (at >= 0) {
            flags[at] |= newFlags;
            return;
        }
        if (names == null) {
            names = new String[4];
            flags = new int[4];
        } else if (count == names.length) {
            names = Arrays.copyOf(names, count * 2);
            flags = Arrays.copyOf(flags, count * 2);
        }
        names[count] = name;
        flags[count++] = newFlags;
        if (index != null && count * 2 <= index.length) {
            addToIndex(count - 1);
        } else if (count > LINEAR_LIMIT) {
            index = new int[Integer.highestOneBit(count) * 8];
            for (int i = 0; i < count; i++) {
                addToIndex(i);
            }
        }
    }

    @SuppressWarnings("StringEquality")
    private int find(String name) {
        if (index == null) {
            for (int i = 0; i < count; i++) {
                if (names[i] == name) {
                    return i;
                }
            }
            return -1;
        }
        int slot = slotOf(name);
        int at;
        while ((at = index[slot]) != 0) {
            if (names[at - 1] == name) {
                return at - 1;
            }
            slot = slot + 1 & index.length - 1;
        }
        return -1;
    }

    private void addToIndex(int at) {
        int slot = slotOf(names[at]);
        while (index[slot] != 0) {
            slot = slot + 1 & index.length - 1;
        }
        index[slot] = at + 1;
    }

    private int slotOf(String name) {
        int hash = name.hashCode();
        return (hash ^ hash >>> 15) & index.length - 1;
    }

    void addLexical(BlockScope.Lexical lexical) {
        if (lexicals == null) {
            lexicals = new ArrayList<>(4);
        }
        lexicals.add(lexical);
    }

    void addVarName(String name) {
        if (varNames == null) {
            varNames = new ArrayList<>(4);
        }
        varNames.add(name);
    }

    void addFunction(FunctionNode function) {
        if (functions == null) {
            functions = new ArrayList<>(4);
        }
        functions.add(function);
    }

    /** Notes a function declared in this block that may be hoisted (ECMA-262 §B.3.2). */
    void addHoistable(FunctionNode function) {
        if (hoistable == null) {
            hoistable = new ArrayList<>(2);
        }
        hoistable.add(function);
    }

    private void addRising(FunctionNode function) {
        if (rising == null) {
            rising = new ArrayList<>(2);
        }
        rising.add(function);
    }

    /** Ends a block: hands what may be hoisted on to the scope around, unless a name here is in the way. */
    BlockScope closeBlock() {
        if (rising != null) {
            for (FunctionNode function : rising) {
                if ((get(function.name()) & (LEXICAL | PARAMETER | SLOPPY_FUNCTION)) == 0) {
                    parent.addRising(function);
                }
            }
        }
        if (hoistable != null) {
            hoistable.forEach(parent::addRising);
        }
        return lexicals == null ? BlockScope.EMPTY : new BlockScope(List.copyOf(lexicals));
    }

    /** Ends a function body, script, module or static block. */
    VarScope closeVarScope() {
        List<FunctionNode> hoisted = List.of();
        if (rising != null) {
            rising.removeIf(function -> (get(function.name()) & (LEXICAL | PARAMETER)) != 0);
            hoisted = List.copyOf(rising);
        }
        if (lexicals == null && varNames == null && functions == null && hoisted.isEmpty()) {
            return VarScope.EMPTY;
        }
        return new VarScope(copy(lexicals), copy(varNames), copy(functions), hoisted);
    }

    private static <T> List<T> copy(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
