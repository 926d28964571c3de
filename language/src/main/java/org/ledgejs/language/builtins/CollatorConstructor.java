package org.ledgejs.language.builtins;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.graalvm.shadowed.com.ibm.icu.text.Collator;
import org.graalvm.shadowed.com.ibm.icu.text.RuleBasedCollator;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/** The Intl.Collator constructor and prototype (ECMA-402 §10). The order of strings is ICU's. */
final class CollatorConstructor {
    private static final Builtin CONSTRUCTOR = Builtin.constructor("Collator", 0, CollatorConstructor::construct);
    private static final Builtin COMPARE = Builtin.function("", 2, (realm, thisValue, args) -> {
        Instance instance = args.state();
        return instance.compare(Conversions.toJavaString(args.get(0)), Conversions.toJavaString(args.get(1)));
    });
    private static final PropertyTable STATICS = new PropertyTable()
            .method("supportedLocalesOf", 1, (realm, thisValue, args) -> IntlLocales.supported(realm, Available.TAGS, args.get(0), args.get(1)));
    private static final PropertyTable PROTOTYPE = new PropertyTable()
            .intrinsic("constructor", Intrinsic.INTL_COLLATOR)
            .getter("compare", (realm, thisValue, args) -> {
                Instance instance = thisCollator(thisValue, "compare");
                if (instance.bound == null) {
                    instance.bound = BuiltinData.closure(realm, COMPARE, instance);
                }
                return instance.bound;
            })
            .method("resolvedOptions", 0, (realm, thisValue, args) -> thisCollator(thisValue, "resolvedOptions").settings.toObject(realm))
            .toStringTag("Intl.Collator");

    private CollatorConstructor() { }

    /** Made when somebody asks for a locale. */
    private static final class Available {
        static final Set<String> TAGS = Arrays.stream(Collator.getAvailableLocales()).map(Locale::toLanguageTag).collect(Collectors.toUnmodifiableSet());
    }

    /** What localeCompare uses without locales and options. */
    private static final class Default {
        static final Collator COLLATOR = Settings.of(null, List.of()).collator();
    }

    /**
     * What a collator was asked for, resolved.
     *
     * @param collation a type of UTS #35, or default
     * @param caseFirst upper, lower or false
     */
    private record Settings(String locale, String usage, String sensitivity, boolean ignorePunctuation, String collation, boolean numeric, String caseFirst) {

        /** InitializeCollator (§10.1.2), options being read in its order. @param options null for none */
        static Settings of(JSObject options, List<String> wishes) {
            String usage = IntlLocales.option(options, "usage", "sort", "search");
            IntlLocales.matcher(options);
            Object wishedCollation = IntlLocales.value(options, "collation");
            String collation = wishedCollation == Undefined.INSTANCE ? null : type(Conversions.toJavaString(wishedCollation));
            Object wishedNumeric = IntlLocales.value(options, "numeric");
            String caseFirst = IntlLocales.option(options, "caseFirst", null, "upper", "lower", "false");
            String locale = wishes.isEmpty() ? IntlLocales.DEFAULT : IntlLocales.resolve(Available.TAGS, wishes);
            Locale extended = wishes.stream().filter(wish -> locale.equals(IntlLocales.bestAvailable(Available.TAGS, wish))).findFirst()
                    .map(Locale::forLanguageTag).orElse(Locale.ROOT);
            String numeric = extended.getUnicodeLocaleType("kn");
            String first = extended.getUnicodeLocaleType("kf");
            String type = extended.getUnicodeLocaleType("co");
            String sensitivity = IntlLocales.option(options, "sensitivity", "variant", "base", "accent", "case");
            Object punctuation = IntlLocales.value(options, "ignorePunctuation");
            return new Settings(locale, usage, sensitivity,
                    punctuation == Undefined.INSTANCE ? locale.equals("th") || locale.startsWith("th-") : Conversions.toBoolean(punctuation),
                    supported(locale, collation != null ? collation : type),
                    wishedNumeric == Undefined.INSTANCE ? numeric != null && (numeric.isEmpty() || numeric.equals("true")) : Conversions.toBoolean(wishedNumeric),
                    caseFirst != null ? caseFirst : "upper".equals(first) || "lower".equals(first) ? first : "false");
        }

        private static String type(String collation) {
            if (!collation.matches("[a-zA-Z0-9]{3,8}(-[a-zA-Z0-9]{3,8})*")) {
                throw Errors.rangeError("Invalid collation : " + collation);
            }
            return collation.toLowerCase(Locale.ROOT);
        }

        /** A collation there is for the locale has rules of its own. */
        private static String supported(String locale, String collation) {
            boolean known = collation != null && !collation.equals("standard") && !collation.equals("search")
                    && !ofLocale(locale + "-u-co-" + collation).getRules().equals(ofLocale(locale).getRules());
            return known ? collation : "default";
        }

        private static RuleBasedCollator ofLocale(String tag) {
            return (RuleBasedCollator) Collator.getInstance(Locale.forLanguageTag(tag));
        }

        Collator collator() {
            String extension = usage.equals("search") ? "-u-co-search" : collation.equals("default") ? "" : "-u-co-" + collation;
            RuleBasedCollator collator = ofLocale(locale + extension).cloneAsThawed();
            collator.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
            collator.setStrength(switch (sensitivity) {
                case "base", "case" -> Collator.PRIMARY;
                case "accent" -> Collator.SECONDARY;
                default -> Collator.TERTIARY;
            });
            collator.setCaseLevel(sensitivity.equals("case"));
            collator.setNumericCollation(numeric);
            collator.setUpperCaseFirst(caseFirst.equals("upper"));
            collator.setLowerCaseFirst(caseFirst.equals("lower"));
            collator.setAlternateHandlingShifted(ignorePunctuation);
            return collator.freeze();
        }

        /** §10.3.4, in the order of its table. */
        JSObject toObject(Realm realm) {
            JSObject object = JSObject.create(realm);
            define(object, "locale", Strings.of(locale));
            define(object, "usage", Strings.of(usage));
            define(object, "sensitivity", Strings.of(sensitivity));
            define(object, "ignorePunctuation", ignorePunctuation);
            define(object, "collation", Strings.of(collation));
            define(object, "numeric", numeric);
            define(object, "caseFirst", Strings.of(caseFirst));
            return object;
        }

        private static void define(JSObject object, String name, Object value) {
            object.define(PropertyKey.of(name), value, PropertyFlags.DEFAULT);
        }
    }

    private static final class Instance extends JSObject {
        private final Settings settings;
        private final Collator collator;
        private JSFunction bound;

        Instance(JSObject prototype, Settings settings) {
            super(ROOT, prototype);
            this.settings = settings;
            this.collator = settings.collator();
        }

        int compare(String a, String b) {
            return Integer.signum(collator.compare(a, b));
        }
    }

    static JSObject create(Realm realm) {
        return PropertyTable.constructor(realm, Intrinsic.INTL_COLLATOR, Intrinsic.INTL_COLLATOR_PROTOTYPE, CONSTRUCTOR, STATICS);
    }

    static JSObject createPrototype(Realm realm) {
        JSObject prototype = realm.register(Intrinsic.INTL_COLLATOR_PROTOTYPE, JSObject.create(realm));
        PROTOTYPE.define(realm, prototype);
        return prototype;
    }

    /** §10.1.1: also without new. */
    private static Object construct(Realm realm, JSObject newTarget, Args args) {
        JSObject prototype = newTarget == null ? realm.intrinsic(Intrinsic.INTL_COLLATOR_PROTOTYPE)
                : ObjectOperations.prototypeFromConstructor(newTarget, Intrinsic.INTL_COLLATOR_PROTOTYPE);
        return new Instance(prototype, settings(realm, args.get(0), args.get(1)));
    }

    private static Settings settings(Realm realm, Object locales, Object options) {
        List<String> wishes = IntlLocales.list(realm, locales);
        return Settings.of(options == Undefined.INSTANCE ? null : Conversions.toObject(realm, options), wishes);
    }

    /** String.prototype.localeCompare (§20.1.1): what a collator of these locales and options says. */
    static int compare(Realm realm, String a, String b, Object locales, Object options) {
        Collator collator = locales == Undefined.INSTANCE && options == Undefined.INSTANCE ? Default.COLLATOR : settings(realm, locales, options).collator();
        return Integer.signum(collator.compare(a, b));
    }

    private static Instance thisCollator(Object value, String method) {
        if (value instanceof Instance instance) {
            return instance;
        }
        throw Errors.typeError("Method Intl.Collator.prototype." + method + " called on incompatible receiver " + Errors.describe(value));
    }
}
