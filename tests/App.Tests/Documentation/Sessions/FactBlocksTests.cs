using AccessiblePdf.Model;
using ThaffFunctions.Documentation.Sessions;
using ThaffFunctions.Shared.Text;

namespace ThaffFunctions.Tests.Documentation.Sessions;

public sealed class FactBlocksTests
{
    [Fact]
    public void Each_fact_of_a_session_has_its_name_beside_it_and_a_line_of_its_own()
    {
        var facts = FactBlocks.Of(SessionFacts.Of(TestSessions.October with { Speakers = ["Dr. Ines Beispiel", "Tom Probe"] }));

        Assert.True(facts.TermsBeside);
        Assert.Equal(
            ["Wo: Haus der Wirtschaft, Erfurt und online", "Schwerpunkt: Sprachförderung", "Impulse von: Dr. Ines Beispiel | Tom Probe",
                "Moderation: Jonas Muster", "Partner: Handwerkskammer Musterstadt"],
            facts.Items.Select(Written));
    }

    [Fact]
    public void What_the_programme_leaves_out_is_not_named()
    {
        var facts = FactBlocks.Of(SessionFacts.Of(TestSessions.October with { Focus = "", Speakers = [], Moderators = [], Partners = [] }),
            new Definition(["Online"], new Paragraph("hier")));

        Assert.Equal(["Wo: Haus der Wirtschaft, Erfurt und online", "Online: hier"], facts.Items.Select(Written));
    }

    static string Written(Definition fact) => $"{BlockText.Of(fact.Term)}: {string.Join(" | ", fact.Content.Cast<Paragraph>().Select(line => BlockText.Of(line.Content)))}";
}
