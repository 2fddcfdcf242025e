using System.Globalization;
using System.Text;
using AccessiblePdf.Bidi;

namespace AccessiblePdf.Writer.Fonts;

/// <summary>Turns text into glyphs, with the fonts of one document.</summary>
sealed class Typesetter
{
    const string Unreadable = "\uFFFD";

    /// <summary>
    /// How many texts of a face are remembered: more words than most documents have, and what a table of as many numbers need not keep in
    /// memory.
    /// </summary>
    const int MaxRemembered = 10_000;

    const int WaysToJoin = (int)(Joins.Before | Joins.After) + 1;

    readonly List<EmbeddedFont> fonts = [];
    readonly EmbeddedFont?[] open = new EmbeddedFont?[FontFiles.Count];
    readonly Dictionary<string, ShapedText>?[] shaped = new Dictionary<string, ShapedText>?[FontFiles.Count];

    /// <summary>For each face and each way to be joined to what stands around.</summary>
    readonly Dictionary<string, ShapedText>?[] turned = new Dictionary<string, ShapedText>?[FontFiles.Count * WaysToJoin];

    /// <summary>The fonts used so far, in the order of their first use.</summary>
    public IEnumerable<EmbeddedFont> Fonts => fonts;

    /// <summary>A whole line.</summary>
    public ShapedText Shape(ReadOnlySpan<char> text, Face face)
    {
        var ofFace = shaped[(int)face] ??= [];
        var known = ofFace.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(text, out var shape)) return shape;
        shape = BidiClasses.MayTurn(text) ? Shape(text.ToString(), face, isRightToLeft: false) : ShapeForward(text.ToString(), face);
        if (ofFace.Count == MaxRemembered) ofFace.Clear();
        return known[text] = shape;
    }

    /// <summary>
    /// The hyphen at the end of a line where a word was divided; it reads as the author's soft hyphen (ISO 32000-1, 14.8.2.2.3).
    /// </summary>
    public ShapedText DividingHyphen(Face face)
    {
        var line = new GlyphLine(1);
        Place("-", "\u00AD", face, line);
        return line.ToShapedText("\u00AD");
    }

    /// <summary>Whether some font shows the character, or it needs none.</summary>
    public static bool CanShow(Rune character) =>
        IsInvisible(character) || !IsPrivate(character)
            && (FindFace(character.Value, Face.Regular) is not null || Substitute(character) is not null);

    /// <summary>A whole line of some direction.</summary>
    /// <param name="text">The characters.</param>
    /// <param name="face">The typeface.</param>
    /// <param name="isRightToLeft">Its direction if no letter tells.</param>
    public ShapedText Shape(string text, Face face, bool isRightToLeft)
    {
        var levels = EmbeddingLevels.Of(text, EmbeddingLevels.IsRightToLeft(text) ?? isRightToLeft);
        var (parts, partLevels) = (new List<ShapedText>(), new List<byte>());
        for (var start = 0; start < text.Length;)
        {
            var end = start + 1;
            while (end < text.Length && levels[end] == levels[start]) end++;
            var part = text[start..end];
            parts.Add(ShapePart(part, face, levels[start]));
            partLevels.Add(levels[start]);
            start = end;
        }
        var lefts = new double[parts.Count];
        var width = 0.0;
        foreach (var i in EmbeddingLevels.VisualOrder([.. partLevels])) (lefts[i], width) = (width, width + parts[i].Width);

        var runs = new List<GlyphRun>();
        var pen = 0.0;
        for (var i = 0; i < parts.Count; i++)
        {
            foreach (var (index, run) in parts[i].Runs.Index())
                runs.Add(index > 0 ? run : new(run.Font, run.Codes, run.Spacing) { Lead = run.Lead + lefts[i] - pen });
            pen = lefts[i] + parts[i].End;
        }
        return new(text, runs, width) { End = pen };
    }

    /// <summary>A part of a line that goes one way.</summary>
    /// <param name="text">The characters.</param>
    /// <param name="face">The typeface.</param>
    /// <param name="level">The embedding level of all of them.</param>
    /// <param name="joins">Whether its letters are joined to those around it.</param>
    public ShapedText ShapePart(ReadOnlySpan<char> text, Face face, byte level, Joins joins = Joins.None) =>
        level % 2 == 1 ? ShapeTurned(text.ToString(), face, joins)
        : BidiClasses.MayTurn(text) ? ShapeForward(text.ToString(), face) // an author forced its direction
        : Shape(text, face);

    ShapedText ShapeTurned(string text, Face face, Joins joins)
    {
        var ofFace = turned[(int)face * WaysToJoin + (int)joins] ??= [];
        if (ofFace.TryGetValue(text, out var known)) return known;
        if (ofFace.Count == MaxRemembered) ofFace.Clear();
        return ofFace[text] = new TurnedText(this, face).Shape(text, joins);
    }

    ShapedText ShapeForward(string text, Face face)
    {
        var line = new GlyphLine(text.Length);
        for (var at = 0; at < text.Length;) at += ShapeCluster(text, at, face, line);
        return line.ToShapedText(text);
    }

    int ShapeCluster(string text, int at, Face face, GlyphLine line)
    {
        var character = Rune.GetRuneAt(text, at);
        var length = character.Utf16SequenceLength;
        if (IsInvisible(character))
        {
            line.Add(FontOf(face), FontOf(face).EmptyCodeOf(text.Substring(at, length)));
            return length;
        }
        var marks = MarksAfter(text, at + length);
        if (marks > 0)
        {
            var cluster = text.Substring(at, length + marks);
            var composed = cluster.Normalize(NormalizationForm.FormC);
            if (Rune.GetRuneAt(composed, 0).Utf16SequenceLength == composed.Length
                && FindFace(Rune.GetRuneAt(composed, 0).Value, face) is not null)
            {
                Place(composed, cluster, face, line);
                return cluster.Length;
            }
        }
        Place(text.Substring(at, length), text.Substring(at, length), face, line);
        return length;
    }

    /// <summary>Adds the glyph of <paramref name="shown"/>, one character, that reads as <paramref name="text"/>.</summary>
    void Place(string shown, string text, Face face, GlyphLine line)
    {
        var character = Rune.GetRuneAt(shown, 0);
        var (font, glyph, read) = Find(character, text, face);
        if (IsMark(character)) line.AddMark(font, glyph, read);
        else line.Add(font, font.CodeOf(glyph, read), glyph);
    }

    /// <summary>The font and the glyph that show a character or stand for it, and what they read as.</summary>
    public (EmbeddedFont Font, int Glyph, string Text) Find(Rune character, string text, Face face)
    {
        if (IsPrivate(character)) (character, text) = (new Rune(Unreadable[0]), Unreadable);
        var found = FindFace(character.Value, face);
        if (found is null)
        {
            character = Substitute(character) ?? new Rune(0x25A1); // a box
            found = FindFace(character.Value, face) ?? face;
        }
        var font = FontOf(found.Value);
        return (font, font.Font.GlyphOf(character.Value), text);
    }

    /// <summary>The font that takes a face's characters; when its codes are used up, another one of the same face.</summary>
    public EmbeddedFont FontOf(Face face)
    {
        if (open[(int)face] is { IsFull: false } font) return font;
        open[(int)face] = font = new(FontFiles.Of(face), fonts.Count);
        fonts.Add(font);
        return font;
    }

    static Face? FindFace(int codePoint, Face face)
    {
        if (FontFiles.OfScript(codePoint, face) is { } own && FontFiles.Of(own).GlyphOf(codePoint) != 0) return own;
        foreach (var candidate in FontFiles.Searched(face))
        {
            if (FontFiles.Of(candidate).GlyphOf(codePoint) != 0) return candidate;
        }
        return null;
    }

    /// <summary>A character that looks the same.</summary>
    static Rune? Substitute(Rune character) => character.Value switch
    {
        0x2010 or 0x2011 => new('-'),
        0x2212 => new('\u2013'),
        _ when Rune.GetUnicodeCategory(character) == UnicodeCategory.SpaceSeparator => new(' '),
        _ => null,
    };

    /// <summary>How many units of a text's marks stand at a place.</summary>
    public static int MarksAfter(string text, int start)
    {
        var at = start;
        while (at < text.Length && IsMark(Rune.GetRuneAt(text, at))) at += Rune.GetRuneAt(text, at).Utf16SequenceLength;
        return at - start;
    }

    public static bool IsMark(Rune character) =>
        Rune.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark && !IsInvisible(character);

    /// <summary>Characters that only guide line breaking, writing direction or the choice of glyphs.</summary>
    public static bool IsInvisible(Rune character) => character.Value is 0xAD or 0x34F or 0x2060 or 0x61C
        or >= 0x200B and <= 0x200F or >= 0x202A and <= 0x202E or >= 0x2061 and <= 0x2069 or >= 0xFE00 and <= 0xFE0F
        or >= 0xE0000 and <= 0xE01EF;

    /// <summary>Private characters mean nothing to a reader without the author's font (ISO 19005-2, 6.2.11.7.3).</summary>
    static bool IsPrivate(Rune character) => Rune.GetUnicodeCategory(character) == UnicodeCategory.PrivateUse;
}
