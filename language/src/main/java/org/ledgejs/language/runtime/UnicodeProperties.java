package org.ledgejs.language.runtime;

import java.util.Set;

/** The names that \p{…} may use (ECMA-262 tables 65 to 68 and the scripts of Unicode). */
final class UnicodeProperties {
    private static final Set<String> GENERAL_CATEGORIES = words("""
            Cased_Letter LC Close_Punctuation Pe Connector_Punctuation Pc Control Cc cntrl Currency_Symbol Sc Dash_Punctuation Pd
            Decimal_Number Nd digit Enclosing_Mark Me Final_Punctuation Pf Format Cf Initial_Punctuation Pi Letter L
            Letter_Number Nl Line_Separator Zl Lowercase_Letter Ll Mark M Combining_Mark Math_Symbol Sm Modifier_Letter Lm
            Modifier_Symbol Sk Nonspacing_Mark Mn Number N Open_Punctuation Ps Other C Other_Letter Lo Other_Number No
            Other_Punctuation Po Other_Symbol So Paragraph_Separator Zp Private_Use Co Punctuation P punct Separator Z
            Space_Separator Zs Spacing_Mark Mc Surrogate Cs Symbol S Titlecase_Letter Lt Unassigned Cn Uppercase_Letter Lu""");
    private static final Set<String> BINARY = words("""
            ASCII ASCII_Hex_Digit AHex Alphabetic Alpha Any Assigned Bidi_Control Bidi_C Bidi_Mirrored Bidi_M Case_Ignorable CI
            Cased Changes_When_Casefolded CWCF Changes_When_Casemapped CWCM Changes_When_Lowercased CWL
            Changes_When_NFKC_Casefolded CWKCF Changes_When_Titlecased CWT Changes_When_Uppercased CWU Dash
            Default_Ignorable_Code_Point DI Deprecated Dep Diacritic Dia Emoji Emoji_Component EComp Emoji_Modifier EMod
            Emoji_Modifier_Base EBase Emoji_Presentation EPres Extended_Pictographic ExtPict Extender Ext Grapheme_Base Gr_Base
            Grapheme_Extend Gr_Ext Hex_Digit Hex IDS_Binary_Operator IDSB IDS_Trinary_Operator IDST ID_Continue IDC ID_Start IDS
            Ideographic Ideo Join_Control Join_C Logical_Order_Exception LOE Lowercase Lower Math Noncharacter_Code_Point NChar
            Pattern_Syntax Pat_Syn Pattern_White_Space Pat_WS Quotation_Mark QMark Radical Regional_Indicator RI
            Sentence_Terminal STerm Soft_Dotted SD Terminal_Punctuation Term Unified_Ideograph UIdeo Uppercase Upper
            Variation_Selector VS White_Space space XID_Continue XIDC XID_Start XIDS""");
    private static final Set<String> OF_STRINGS = words("""
            Basic_Emoji Emoji_Keycap_Sequence RGI_Emoji_Modifier_Sequence
            RGI_Emoji_Flag_Sequence RGI_Emoji_Tag_Sequence RGI_Emoji_ZWJ_Sequence RGI_Emoji""");

    private UnicodeProperties() { }

    private static Set<String> words(String text) {
        return Set.of(text.split("\\s+"));
    }

    static boolean isStringProperty(String name) {
        return OF_STRINGS.contains(name);
    }

    /** "Name", or "Name=Value" of a general category or a script. */
    static boolean isValid(String expression) {
        int equals = expression.indexOf('=');
        if (equals < 0) {
            return GENERAL_CATEGORIES.contains(expression) || BINARY.contains(expression);
        }
        String value = expression.substring(equals + 1);
        return switch (expression.substring(0, equals)) {
            case "General_Category", "gc" -> GENERAL_CATEGORIES.contains(value);
            case "Script", "sc", "Script_Extensions", "scx" -> isScript(value);
            default -> false;
        };
    }

    /** Names are exact here, while Java takes them in any case. */
    private static boolean isScript(String name) {
        // Spelled as no rule says, and two aliases that Java does not know.
        if (name.equals("SignWriting") || name.equals("Qaac") || name.equals("Qaai")) {
            return true;
        }
        boolean upper = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != '_' && (upper ? c < 'A' || c > 'Z' : c < 'a' || c > 'z') || c == '_' && upper) {
                return false;
            }
            upper = c == '_';
        }
        try {
            Character.UnicodeScript.forName(name);
            return !name.equals("Signwriting");
        } catch (IllegalArgumentException e) {
            return UnicodeUpdate.isScript(name);
        }
    }
}
