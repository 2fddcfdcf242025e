using System.Text;
using ThaffFunctions.NotesReading.Letters;

namespace ThaffFunctions.NotesReading.Tests.Letters;

/// <summary>Text written in one encoding and read in another, in every pairing.</summary>
public sealed class GarbledTextTests
{
    static readonly (string Name, Encoding Encoding)[] Encodings =
    [
        ("UTF-8", Encoding.UTF8), ("Windows-1252", CodePage(1252)), ("Latin-1", Encoding.Latin1), ("MS-DOS 850", CodePage(850)),
        ("MS-DOS 437", CodePage(437)), ("Mac Roman", CodePage(10000)),
    ];

    /// <summary>Each letter alone: at the start of a word, inside, at its end.</summary>
    static readonly string[] Words =
    [
        "ähnlich", "nächste", "Verträge", "Änderung", "Ämter", "öffnen", "möglich", "Lösung", "Öffnung", "Österreich", "über", "für",
        "Prüfung", "Übung", "Überblick", "Straße", "groß", "Maßnahme", "GRÖSSE", "ÜBUNG",
    ];

    public static IEnumerable<object[]> Pairings =>
        from written in Encodings
        from assumed in Encodings
        where written.Name != assumed.Name
        select new object[] { written.Name, assumed.Name };

    [Theory]
    [MemberData(nameof(Pairings))]
    public void Every_german_letter_is_found_garbled_or_stays_itself(string written, string assumed)
    {
        foreach (var word in Words)
        {
            var read = Named(assumed).GetString(Named(written).GetBytes($"Erste Zeile\nEin {word} hier\n"));

            Assert.True(read.Contains(word, StringComparison.Ordinal) || GarbledText.FindLine(read, isGuess: false) == 2,
                $"{word} is read as {read}");
        }
    }

    [Theory]
    [MemberData(nameof(Pairings))]
    public void Words_that_are_not_common_are_found_by_their_letters(string written, string assumed)
    {
        const string text = "Zeile\nKöstritz, Kälbchen und Drübeck, Grüze und JÄGER\n";
        var read = Named(assumed).GetString(Named(written).GetBytes(text));

        Assert.True(read == text || GarbledText.FindLine(read, isGuess: false) == 2, read);
    }

    [Theory]
    [MemberData(nameof(Pairings))]
    public void Text_garbled_twice_is_found(string written, string assumed)
    {
        var once = Named(assumed).GetString(Named(written).GetBytes("Größe für Übungen, Maßnahmen ändern"));
        var twice = Named(assumed).GetString(Named(written).GetBytes(once));

        Assert.True(written != "UTF-8" || GarbledText.FindLine(twice, isGuess: false) == 1, twice);
    }

    [Theory]
    [InlineData("André, Tomáš und Škoda in Genève; Señor Núñez, François, Ångström, Łódź, İstanbul, Ñandú")]
    [InlineData("Seán Juárez trägt vor")]
    [InlineData("„Wort“ – ’s geht … und „noch” eins… 10 €, § 5, 20 m³, 1º, 90 ‰, ™")]
    [InlineData("Mitarbeiter·innen, Kund·innen und Student·innen, jede·r")]
    [InlineData("l’été à Orléans, père, mère, hôtel, île, dîner, être, où, ça")]
    [InlineData("Cześć, żółw; çok güzel; ånd, åben; põe; šel, můžeš")]
    [InlineData("Αθήνα Москва עברית العربية 東京")]
    [InlineData("Er sagte„Hallo und ging")]
    [InlineData("√2 ≠ ½, a·b, 5÷2, x²; ─── Kasten ───")]
    [InlineData("Größe, Straße, Übung, Äpfel, Öl, für")]
    [InlineData("GRÖSSE, STRAßE, MAẞE")]
    public void Text_of_other_languages_and_signs_is_left_alone(string text) =>
        Assert.Null(GarbledText.FindLine(text, isGuess: false));

    static Encoding Named(string name) => Encodings.Single(encoding => encoding.Name == name).Encoding;

    static Encoding CodePage(int number) => CodePagesEncodingProvider.Instance.GetEncoding(number)!;
}
