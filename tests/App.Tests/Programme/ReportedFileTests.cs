using ThaffFunctions.Programme;
using ThaffFunctions.Programme.Import;

namespace ThaffFunctions.Tests.Programme;

/// <summary>Files that were read wrongly once, as they were reported.</summary>
public sealed class ReportedFileTests
{
    [Theory]
    [InlineData("excel-sep-line.csv", "Übergänge schaffen: Größe, Maß & Öl")]
    [InlineData("excel-time-hour.csv", "Übergänge schaffen: Größe, Maß & Öl")]
    [InlineData("cancel.yaml", "Warteliste, \"Größe\" & Co; Teil 1")]
    [InlineData("reschedule-and-dates-in-description.yaml", "Warteliste, \"Größe\" & Co; Teil 1")]
    public void A_reported_programme_is_read_as_its_author_meant(string name, string title)
    {
        var file = Read(name);

        Assert.Empty(file.Problems);
        var session = Assert.Single(file.Sessions);
        Assert.Equal(title, session.Title);
        Assert.Equal(name.EndsWith(".csv", StringComparison.Ordinal) ? 10 : 11, ThaffFunctions.Shared.Time.Berlin.Local(session.Start).Hour);
        Assert.Equal(name == "cancel.yaml", session.IsCancelled);
        if (!name.EndsWith(".yaml", StringComparison.Ordinal)) return;

        var html = DescriptionHtml.Of(session.Description).Value;
        Assert.Contains("<p>3. Dezember: Frage einreichen</p>", html, StringComparison.Ordinal);
        Assert.Contains("<p>17. Dezember: Antwort lesen</p>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-cp850.csv", 2, "MS-DOS")]
    [InlineData("y-hash-title.yaml", 3, "in Anführungszeichen")]
    public void A_reported_programme_that_would_be_published_wrongly_is_refused_with_the_line(string name, int line, string expected)
    {
        var file = Read(name);

        Assert.Empty(file.Sessions);
        var problem = Assert.Single(file.Problems);
        Assert.Equal(line, problem.Line);
        Assert.Contains(expected, problem.Text, StringComparison.Ordinal);
    }

    static ProgrammeFile Read(string name) =>
        ProgrammeFile.Read(name, File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Programme", "Reported", name)));
}
