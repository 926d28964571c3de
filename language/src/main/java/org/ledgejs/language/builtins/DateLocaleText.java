package org.ledgejs.language.builtins;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/**
 * Dates in the words of a locale: toLocaleString and its like with the options that ECMA-402 gives them (§19.4), on the locale
 * data of the Java runtime. The locale is American English unless another is asked for.
 */
final class DateLocaleText {
    private final JSObject options;
    private final Locale locale;
    private final ZonedDateTime time;

    private DateLocaleText(JSObject options, Locale locale, ZonedDateTime time) {
        this.options = options;
        this.locale = locale;
        this.time = time;
    }

    /** @param date whether the date is shown unless options say what is @param clock likewise the time of day */
    static TruffleString format(Realm realm, double t, Args args, boolean date, boolean clock) {
        Locale locale = StringUnicode.locale(args.get(0), Locale.US);
        JSObject options = args.get(1) == Undefined.INSTANCE ? JSObject.create((JSObject) null) : Conversions.toObject(realm, args.get(1));
        ZoneId zone = zone(realm, options);
        if (t != t) {
            return Strings.of("Invalid Date");
        }
        return Strings.of(new DateLocaleText(options, locale, Instant.ofEpochMilli((long) t).atZone(zone)).text(date, clock));
    }

    private static ZoneId zone(Realm realm, JSObject options) {
        Object name = options.get(PropertyKey.of("timeZone"));
        if (name == Undefined.INSTANCE) {
            return DateConstructor.zone(realm);
        }
        String text = Conversions.toJavaString(name);
        try {
            return ZoneId.of(text.equalsIgnoreCase("utc") ? "UTC" : text);
        } catch (DateTimeException e) {
            throw Errors.rangeError("Invalid time zone specified: " + text);
        }
    }

    /** An option's text, or null. */
    private String option(String name) {
        Object value = options.get(PropertyKey.of(name));
        return value == Undefined.INSTANCE ? null : Conversions.toJavaString(value);
    }

    private String text(boolean date, boolean clock) {
        String dateStyle = option("dateStyle");
        String timeStyle = option("timeStyle");
        if (dateStyle != null || timeStyle != null) {
            return joined(styledDate(dateStyle), styledTime(timeStyle), "full".equals(dateStyle) || "long".equals(dateStyle) ? " at " : ", ");
        }
        String dateSkeleton = field("year", "y", "yy", null, null) + field("month", "M", "MM", "MMM", "MMMM")
                + field("weekday", null, null, "E", "EEEE") + field("day", "d", "dd", null, null);
        String timeSkeleton = timeSkeleton(option("hour"), option("minute"), option("second"));
        if (dateSkeleton.isEmpty() && timeSkeleton.isEmpty()) {
            dateSkeleton = date ? "yMd" : "";
            timeSkeleton = clock ? hourLetter() + "ms" : "";
        } else if (date && !clock && dateSkeleton.isEmpty()) {
            dateSkeleton = "yMd";
        } else if (clock && !date && timeSkeleton.isEmpty()) {
            timeSkeleton = hourLetter() + "ms";
        }
        if (!timeSkeleton.isEmpty() && option("timeZoneName") != null) {
            timeSkeleton += option("timeZoneName").equals("long") ? "zzzz" : "z";
        }
        return joined(localized(dateSkeleton), localized(timeSkeleton), ", ");
    }

    private static String joined(String date, String clock, String separator) {
        return date.isEmpty() ? clock : clock.isEmpty() ? date : date + separator + clock;
    }

    private String field(String name, String numeric, String twoDigit, String shortForm, String longForm) {
        String value = option(name);
        if (value == null) {
            return "";
        }
        String letters = switch (value) {
            case "numeric" -> numeric;
            case "2-digit" -> twoDigit;
            case "short", "narrow" -> shortForm;
            case "long" -> longForm;
            default -> null;
        };
        if (letters == null) {
            throw Errors.rangeError("Value " + value + " out of range for Intl.DateTimeFormat options property " + name);
        }
        return letters;
    }

    private String timeSkeleton(String hour, String minute, String second) {
        String letter = hourLetter();
        return (hour == null ? "" : hour.equals("2-digit") ? letter + letter : letter) + (minute == null ? "" : "m")
                + (second == null ? "" : "s");
    }

    /** How hours are counted: as the locale does, unless an option says. */
    private String hourLetter() {
        Object hour12 = options.get(PropertyKey.of("hour12"));
        if (hour12 != Undefined.INSTANCE) {
            return Conversions.toBoolean(hour12) ? "h" : "H";
        }
        String cycle = option("hourCycle");
        return cycle == null ? "j" : cycle.equals("h23") || cycle.equals("h24") ? "H" : "h";
    }

    private String styledDate(String style) {
        return style == null ? "" : localized(switch (style) {
            case "full" -> "yMMMMEEEEd";
            case "long" -> "yMMMMd";
            case "medium" -> "yMMMd";
            case "short" -> "yyMd";
            default -> throw Errors.rangeError("Value " + style + " out of range for Intl.DateTimeFormat options property dateStyle");
        });
    }

    private String styledTime(String style) {
        return style == null ? "" : localized(hourLetter() + switch (style) {
            case "full" -> "mszzzz";
            case "long" -> "msz";
            case "medium" -> "ms";
            case "short" -> "m";
            default -> throw Errors.rangeError("Value " + style + " out of range for Intl.DateTimeFormat options property timeStyle");
        });
    }

    /**
     * By the locale's pattern for these fields, with the widths asked for: locale data has patterns for few widths. CLDR's narrow
     * space before AM and PM becomes a plain one, as in V8.
     */
    private String localized(String skeleton) {
        if (skeleton.isEmpty()) {
            return "";
        }
        StringBuilder base = new StringBuilder();
        Map<Character, Integer> widths = new HashMap<>();
        for (String run : runs(skeleton)) {
            char letter = run.charAt(0);
            widths.put(letter == 'j' || letter == 'H' ? 'h' : letter, run.length());
            base.append(letter == 'M' && run.length() > 2 ? "MMM" : run.substring(0, 1));
        }
        String pattern;
        try {
            pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(base.toString(), IsoChronology.INSTANCE, locale);
        } catch (DateTimeException e) {
            // No locale has a pattern for such fields together: in the order given.
            pattern = String.join(" ", runs(skeleton)).replace('j', 'H');
        }
        return DateTimeFormatter.ofPattern(widened(pattern, widths), locale).format(time).replace('\u202F', ' ');
    }

    /** Its runs of one letter. */
    private static String[] runs(String skeleton) {
        return skeleton.split("(?<=(.))(?!\\1)");
    }

    private static String widened(String pattern, Map<Character, Integer> widths) {
        StringBuilder out = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < pattern.length();) {
            char c = pattern.charAt(i);
            int end = i + 1;
            while (end < pattern.length() && pattern.charAt(end) == c) {
                end++;
            }
            quoted ^= c == '\'' && (end - i & 1) == 1;
            out.repeat(c, quoted || !Character.isLetter(c) ? end - i : width(c, end - i, widths));
            i = end;
        }
        return out.toString();
    }

    /** A field is as wide as asked for, but a numeric one as wide as the locale has it. */
    private static int width(char letter, int present, Map<Character, Integer> widths) {
        char field = switch (letter) {
            case 'L' -> 'M';
            case 'c' -> 'E';
            case 'H', 'K', 'k' -> 'h';
            default -> letter;
        };
        int wanted = widths.getOrDefault(field, present);
        return wanted == 1 && field != 'y' ? present : wanted;
    }
}
