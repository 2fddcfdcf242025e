using System.Globalization;
using System.Text;

namespace AccessiblePdf.Writer.Fonts;

/// <summary>Which form each letter of a text takes (Unicode, chapter 9.2, rules R1 to R7).</summary>
static class ArabicJoining
{
    /// <summary>First and last of the letters that join on both sides, and of those that join only the one before them.</summary>
    static readonly string[] Dual =
    [
        "\u0620\u0620", "\u0626\u0626", "\u0628\u0628", "\u062A\u062E", "\u0633\u063F", "\u0641\u0647", "\u0649\u064A", "\u066E\u066F",
        "\u0678\u0687", "\u069A\u06BF", "\u06C1\u06C2", "\u06CC\u06CC", "\u06CE\u06CE", "\u06D0\u06D1", "\u06FA\u06FC", "\u06FF\u06FF",
        "\u0750\u0758", "\u075C\u076A", "\u076D\u0770", "\u0772\u0772", "\u0775\u0777", "\u077A\u077F", "\u0886\u0886", "\u0889\u088D",
        "\u08A0\u08A9", "\u08AF\u08B0", "\u08B3\u08B8", "\u08BA\u08C8",
    ],
    Right =
    [
        "\u0622\u0625", "\u0627\u0627", "\u0629\u0629", "\u062F\u0632", "\u0648\u0648", "\u0671\u0673", "\u0675\u0677", "\u0688\u0699",
        "\u06C0\u06C0", "\u06C3\u06CB", "\u06CD\u06CD", "\u06CF\u06CF", "\u06D2\u06D3", "\u06D5\u06D5", "\u06EE\u06EF", "\u0759\u075B",
        "\u076B\u076C", "\u0771\u0771", "\u0773\u0774", "\u0778\u0779", "\u0870\u0882", "\u088E\u088E", "\u08AA\u08AC", "\u08AE\u08AE",
        "\u08B1\u08B2", "\u08B9\u08B9",
    ];

    enum Type
    {
        None,
        Right,
        Dual,
        Transparent,
    }

    /// <summary>A form for each character; that of what is no Arabic letter has no meaning.</summary>
    /// <param name="text">A text, or a part of one.</param>
    /// <param name="around">How the part is joined to the rest.</param>
    public static JoiningForm[] Of(IReadOnlyList<Rune> text, Joins around = Joins.None)
    {
        var forms = new JoiningForm[text.Count];
        var (previous, isJoined) = (-1, around.HasFlag(Joins.Before));
        for (var i = 0; i < text.Count; i++)
        {
            var type = TypeOf(text[i]);
            if (type == Type.Transparent) continue;
            if (isJoined && type != Type.None)
            {
                if (previous >= 0) forms[previous] = JoinedOn(forms[previous]);
                forms[i] = JoiningForm.Final;
            }
            (previous, isJoined) = (i, type == Type.Dual);
        }
        if (isJoined && previous >= 0 && around.HasFlag(Joins.After)) forms[previous] = JoinedOn(forms[previous]);
        return forms;

        static JoiningForm JoinedOn(JoiningForm form) => form == JoiningForm.Final ? JoiningForm.Medial : JoiningForm.Initial;
    }

    /// <summary>How a part of a text is joined to what stands before and after it.</summary>
    /// <param name="before">All before it that stands beside it.</param>
    /// <param name="after">All after it that stands beside it.</param>
    /// <param name="whole">How the text is joined to what is around it.</param>
    public static Joins Around(ReadOnlySpan<char> before, ReadOnlySpan<char> after, Joins whole = Joins.None) =>
        (Last(before) switch { Type.Dual => Joins.Before, Type.Transparent => whole & Joins.Before, _ => Joins.None })
        | (First(after) switch { Type.Dual or Type.Right => Joins.After, Type.Transparent => whole & Joins.After, _ => Joins.None });

    /// <summary>The type of the first character that has one.</summary>
    static Type First(ReadOnlySpan<char> text)
    {
        foreach (var character in text.EnumerateRunes())
        {
            if (TypeOf(character) is not Type.Transparent and var type) return type;
        }
        return Type.Transparent;
    }

    static Type Last(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            Rune.DecodeLastFromUtf16(text, out var character, out var length);
            if (TypeOf(character) is not Type.Transparent and var type) return type;
            text = text[..^length];
        }
        return Type.Transparent;
    }

    static Type TypeOf(Rune character)
    {
        if (character.Value is 0x0640 or 0x200D or >= 0x0883 and <= 0x0885) return Type.Dual; // what only joins
        // by Unicode's file ArabicShaping: signs around numbers, the non-joiner and what isolates are not transparent
        if (character.Value is >= 0x0600 and <= 0x0605 or 0x06DD or 0x0890 or 0x0891 or 0x08E2 or 0x200C or >= 0x2066 and <= 0x2069)
            return Type.None;
        if (Rune.GetUnicodeCategory(character)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format) return Type.Transparent;
        return IsIn(Dual, character) ? Type.Dual : IsIn(Right, character) ? Type.Right : Type.None;
    }

    static bool IsIn(string[] ranges, Rune character) =>
        Array.Exists(ranges, range => character.Value >= range[0] && character.Value <= range[1]);
}
