using ThaffFunctions.Insights;
using ThaffFunctions.Insights.Reading;

namespace ThaffFunctions.Tests.Insights;

public sealed class SectionNamesTests
{
    [Theory]
    [InlineData("Erkenntnisse", InsightKind.Finding)]
    [InlineData("ERKENNTNISSE:", InsightKind.Finding)]
    [InlineData("3. Erkenntnisse", InsightKind.Finding)]
    [InlineData("IV. Unsere wichtigsten Erkenntnisse", InsightKind.Finding)]
    [InlineData("Zentrale Erkenntnisse aus der Diskussion", InsightKind.Finding)]
    [InlineData("Kernerkenntnisse", InsightKind.Finding)]
    [InlineData("Erkenntnis des Tages", InsightKind.Finding)]
    [InlineData("Erkenntnisse und Ergebnisse", InsightKind.Finding)]
    [InlineData("Ergebnisse", InsightKind.Result)]
    [InlineData("2.1 Ergebnisse der Runde", InsightKind.Result)]
    [InlineData("Gemeinsame Ergebnisse und Vereinbarungen", InsightKind.Result)]
    [InlineData("Die Ergebnisse im Überblick", InsightKind.Result)]
    [InlineData("Diskussionsergebnisse", InsightKind.Result)]
    [InlineData("Offene Fragen", InsightKind.OpenQuestion)]
    [InlineData("offene frage", InsightKind.OpenQuestion)]
    [InlineData("Noch offene Fragen", InsightKind.OpenQuestion)]
    [InlineData("Fragen, die offen geblieben sind", InsightKind.OpenQuestion)]
    [InlineData("Offene Punkte", InsightKind.OpenQuestion)]
    [InlineData("Ungeklärte Fragen", InsightKind.OpenQuestion)]
    [InlineData("Fragen für künftige Lösungen", InsightKind.OpenQuestion)]
    [InlineData("Offene Fragen zur Anerkennung", InsightKind.OpenQuestion)]
    [InlineData("Offene Fragen und Anliegen", InsightKind.OpenQuestion)]
    [InlineData("Anliegen", InsightKind.Concern)]
    [InlineData("Anliegen der Betriebe an Land und Bund", InsightKind.Concern)]
    [InlineData("Wichtige Anliegen", InsightKind.Concern)]
    public void Headings_that_name_a_section(string heading, InsightKind expected) => Assert.Equal(expected, SectionNames.KindOf(heading));

    [Theory]
    [InlineData("")]
    [InlineData("7.")]
    [InlineData("Worum es ging")]
    [InlineData("Fragen und Antworten")]
    [InlineData("Häufige Fragen")]
    [InlineData("Ergebnisse der Umfrage zum Spracherwerb")]
    [InlineData("Ergebnisoffen beraten")]
    [InlineData("Vom Anliegen zur Lösung")]
    [InlineData("Anliegerstraßen")]
    [InlineData("Wie wir zu neuen Erkenntnissen kommen")]
    [InlineData("Eine lange Überschrift, die irgendwann nach sehr vielen Worten auch noch die Erkenntnisse des ganzen Tages erwähnt")]
    public void Headings_of_something_else(string heading) => Assert.Null(SectionNames.KindOf(heading));
}
