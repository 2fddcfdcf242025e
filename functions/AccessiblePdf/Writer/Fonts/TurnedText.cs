using System.Text;
using AccessiblePdf.Bidi;

namespace AccessiblePdf.Writer.Fonts;

/// <summary>
/// Text from right to left as glyphs. They come in the order of reading, and each is shown by itself after the pen has moved to its place:
/// so the file holds the text as it was written, for tools that follow the content as well as for those that look where glyphs stand.
/// </summary>
sealed class TurnedText(Typesetter typesetter, Face face)
{
    const int NoGlyph = -1, Step = 2, MaxSteps = 8;

    readonly List<Glyph> glyphs = [];

    /// <summary>The last letter, and how much was attached to it.</summary>
    Glyph? letter;
    int attached;

    public ShapedText Shape(string text, Joins joins)
    {
        Rune[] characters = [.. text.EnumerateRunes()];
        var forms = ArabicJoining.Of(characters, joins);
        var part = 0; // of the ligature that the last letter is
        var joined = -1; // the letter that the ligature before it shows
        for (var i = 0; i < characters.Length; i++)
        {
            var written = characters[i].ToString();
            if (Typesetter.IsInvisible(characters[i]))
            {
                AddHidden(typesetter.FontOf(face), written);
                continue;
            }
            var (font, glyph, read) = typesetter.Find(new(Mirrors.Of(characters[i].Value)), written, face);
            if (Typesetter.IsMark(characters[i]))
            {
                AddMark(font, glyph, read, part);
                continue;
            }
            if (i == joined)
            {
                AddShown(font, read);
                part = 1;
                continue;
            }
            part = 0;
            if (IsArabic(characters[i], font))
            {
                glyph = font.Font.Substitutions.FormOf(glyph, forms[i]);
                if (Next(i) is { } next && LigatureWith(next) is { } ligature) (glyph, joined) = (ligature, next);
            }
            AddLetter(font, glyph, read);

            int? LigatureWith(int other)
            {
                var (otherFont, otherGlyph, _) = typesetter.Find(characters[other], "", face);
                return otherFont != font ? null
                    : font.Font.Substitutions.LigatureOf(glyph, font.Font.Substitutions.FormOf(otherGlyph, forms[other]));
            }
        }
        return ToShapedText(text);

        // the next letter, marks left out
        int? Next(int at)
        {
            do at++;
            while (at < characters.Length && Typesetter.IsMark(characters[at]));
            return at < characters.Length && !Typesetter.IsInvisible(characters[at]) ? at : null;
        }
    }

    bool IsArabic(Rune character, EmbeddedFont font) =>
        FontFiles.OfScript(character.Value, face) is (Face.Arabic or Face.ArabicBold) and var own && font.Font == FontFiles.Of(own);

    /// <summary>A glyph, in the order of reading.</summary>
    sealed record Glyph(EmbeddedFont Font, ushort Code, int Number, double Advance)
    {
        /// <summary>The letter that it stands on; <see langword="null"/> for a letter.</summary>
        public Glyph? Letter { get; init; }

        /// <summary>How far right of and above its letter's place a mark is, in font units.</summary>
        public (int X, int Y) Place { get; init; }

        /// <summary>Where the pen begins to draw it.</summary>
        public double X { get; set; }
    }

    /// <summary>
    /// How far left of its letter's place the next mark begins, wherever it is drawn, in font units: tools that sort by place then find it
    /// after its letter. Nor is it raised above the line, which such tools take for another line, but its glyph drawn higher.
    /// </summary>
    int Behind => Step * Math.Min(attached + 1, MaxSteps);

    /// <summary>What shows nothing.</summary>
    void AddHidden(EmbeddedFont font, string text) => Attach(font, font.EmptyCodeOf(text), NoGlyph, default);

    /// <summary>A letter that the ligature before it shows.</summary>
    void AddShown(EmbeddedFont font, string text) => Attach(font, font.CodeOfShown(text), NoGlyph, default);

    void AddMark(EmbeddedFont font, int glyph, string text, int part)
    {
        var (x, y) = letter is null ? default : PlaceOf(font, glyph, letter, part);
        Attach(font, letter is null ? font.CodeOf(glyph, text) : font.CodeOf(glyph, x + Behind, y, text), glyph, (x, y));
    }

    void Attach(EmbeddedFont font, ushort code, int number, (int X, int Y) place)
    {
        glyphs.Add(new(font, code, number, 0) { Letter = letter, Place = place, X = letter is null ? 0 : -font.InThousandths(Behind) });
        attached++;
    }

    void AddLetter(EmbeddedFont font, int glyph, string text)
    {
        letter = new(font, font.CodeOf(glyph, text), glyph, font.InThousandths(font.Font.AdvanceOf(glyph)));
        glyphs.Add(letter);
        attached = 0;
    }

    (int X, int Y) PlaceOf(EmbeddedFont font, int glyph, Glyph on, int part)
    {
        if (on.Font == font)
        {
            var positions = font.Font.MarkPositions;
            if (glyphs[^1] is { Letter: not null, Number: not NoGlyph } lower && positions.OnMark(lower.Number, glyph) is var (across, up))
                return (lower.Place.X + across, lower.Place.Y + up);
            if (positions.OnLetter(on.Number, glyph, part) is { } place) return place;
        }
        // else centred
        var (under, mark) = (on.Font.Font.BoxOf(on.Number), font.Font.BoxOf(glyph));
        var middle = (under.Left + under.Right) * font.Font.UnitsPerEm / on.Font.Font.UnitsPerEm;
        return ((middle - mark.Left - mark.Right) / 2, 0);
    }

    ShapedText ToShapedText(string text)
    {
        var width = 0.0;
        foreach (var glyph in glyphs) width += glyph.Advance;
        var (runs, pen, left) = (new List<GlyphRun>(glyphs.Count), 0.0, width);
        foreach (var glyph in glyphs)
        {
            if (glyph.Letter is { } under) glyph.X += under.X;
            else glyph.X = left -= glyph.Advance;
            runs.Add(new(glyph.Font, [glyph.Code], [0]) { Lead = glyph.X - pen });
            pen = glyph.X + glyph.Font.WidthOf(glyph.Code);
        }
        return new(text, runs, width) { End = pen };
    }
}
