using ThaffFunctions.Insights;
using ThaffFunctions.Insights.Reading;
using ThaffFunctions.Programme;

namespace ThaffFunctions.Tests.Insights;

/// <summary>Which entry is which when notes are replaced.</summary>
public sealed class InsightMatchingTests
{
    static readonly SessionId March = SessionId.Parse("2027-03-anerkennung")!.Value;
    static readonly InsightSource Source = new(March, "Anerkennung", "", new(2027, 3, 9, 9, 0, 0, TimeSpan.Zero));
    static readonly NotedProgress Done = new(null, new("Das Land.", null, null), false);

    [Theory]
    [InlineData("Wer trägt die Kosten, wenn das Verfahren nach einer Kündigung weiterläuft?",
        "Wer trägt die Kosten, wenn ein Verfahren nach der Kündigung weiterläuft?")]
    [InlineData("Wer trägt die Kosten der Übersetzung?", "Wer trägt die Kosten für die Übersetzung?")]
    [InlineData("Wer trägt die Kosten der Übersetzung?", "wer traegt die kosten der Übersetzung")]
    [InlineData("Wer trägt die Kosten der Übersetzung?", "Wer trägt die Kosten der Übersetzung, und wer die der Beglaubigung?")]
    [InlineData("Wir wünschen uns mehr Termine im Amt.", "Wir wünschen uns deutlich mehr Termine in den Ämtern.")]
    [InlineData("Wer zahlt den Kurs?", "Wer zahlt den Sprachkurs?")]
    [InlineData("Mehr Termien!", "Mehr Termine!")]
    public void A_mended_entry_keeps_its_id_and_what_became_of_it(string before, string after)
    {
        var first = New().Follow("1", Source, [Question(before, Done)]);
        var second = first.Follow("2", Source, [Question("Was ist etwas ganz anderes?"), Question(after)]);

        Assert.Equal(first.Insights[0].Id, second.Insights[1].Id);
        Assert.Equal(after, second.Insights[1].Text);
        Assert.Equal("Das Land.", second.Insights[1].Progress.Answer?.Text);
        Assert.Equal(InsightStage.Open, second.Insights[0].Progress.Stage);
        Assert.Empty(second.Retired);
    }

    [Theory]
    [InlineData("Wer trägt die Kosten der Übersetzung?", "Wo gibt es Kurse am Abend?")]
    [InlineData("Mehr Termine.", "Mehr Personal im Amt.")]
    [InlineData("Ja?", "Nein?")]
    public void Another_entry_is_new(string before, string after)
    {
        var first = New().Follow("1", Source, [Question(before, Done)]);
        var second = first.Follow("2", Source, [Question(after)]);

        Assert.NotEqual(first.Insights[0].Id, second.Insights[0].Id);
        Assert.Equal(InsightStage.Open, second.Insights[0].Progress.Stage);
        Assert.Equal(first.Insights, second.Retired);
    }

    [Fact]
    public void An_answer_needs_more_likeness_than_a_mere_id()
    {
        var (before, after) = ("Wir wünschen uns mehr Termine.", "Die Betriebe wünschen sich mehr Termine.");
        var open = New().Follow("1", Source, [Question(before)]);
        var answered = New().Follow("1", Source, [Question(before, Done)]);

        Assert.Equal(open.Insights[0].Id, open.Follow("2", Source, [Question(after)]).Insights[0].Id);
        Assert.NotEqual(answered.Insights[0].Id, answered.Follow("2", Source, [Question(after)]).Insights[0].Id);
    }

    [Fact]
    public void Entries_that_change_places_stay_themselves_and_the_likest_pairs_win()
    {
        string[] texts = ["Wer trägt die Kosten der Übersetzung?", "Wer trägt die Kosten der Anerkennung?", "Wo gibt es Kurse?"];
        var first = New().Follow("1", Source, [.. texts.Select(text => Question(text))]);

        var second = first.Follow("2", Source,
            [Question(texts[2]), Question("Wer trägt denn die Kosten der Anerkennung?"), Question(texts[0])]);

        Assert.Equal([first.Insights[2].Id, first.Insights[1].Id, first.Insights[0].Id], second.Insights.Select(insight => insight.Id));
    }

    [Fact]
    public void The_same_words_of_another_kind_are_another_entry()
    {
        var first = New().Follow("1", Source, [Question("Mehr Termine im Amt")]);
        var second = first.Follow("2", Source, [Question("Mehr Termine im Amt") with { Kind = InsightKind.Concern }]);

        Assert.NotEqual(first.Insights[0].Id, second.Insights[0].Id);
    }

    [Fact]
    public void An_entry_that_returns_as_it_was_is_known_and_a_like_one_is_new()
    {
        var first = New().Follow("1", Source, [Question("Wer trägt die Kosten der Übersetzung?", Done)]);
        var without = first.Follow("2", Source, []);

        var back = without.Follow("3", Source, [Question("Wer trägt die Kosten der Übersetzung?")]);
        var like = without.Follow("3", Source, [Question("Wer trägt die Kosten der Anerkennung?")]);

        Assert.Equal(first.Insights, back.Insights);
        Assert.NotEqual(first.Insights[0].Id, like.Insights[0].Id);
    }

    [Fact]
    public void Withdrawn_entries_come_back_as_they_were_even_if_mended()
    {
        var first = New().Follow("1", Source, [Question("Wer trägt die Kosten der Übersetzung?", Done)]);
        var withdrawn = first.Withdraw();

        var back = withdrawn.Follow("2", Source, [Question("Wer trägt die Kosten für die Übersetzung?")]);

        Assert.Null(withdrawn.Source);
        Assert.Equal(first.Insights[0].Id, back.Insights[0].Id);
        Assert.Equal(InsightStage.Answered, back.Insights[0].Progress.Stage);
    }

    [Fact]
    public void Notes_that_say_so_open_an_entry_again_and_say_it_anew()
    {
        var passed = new PassedOn("das Land", new(2027, 4, 3));
        var first = New().Follow("1", Source, [Question("Wer zahlt?", new(passed, new("Niemand.", null, null), false))]);

        var open = first.Follow("2", Source, [Question("Wer zahlt?", new(null, null, true))]);
        var other = first.Follow("2", Source, [Question("Wer zahlt?", new(null, new("Alle.", null, null), false))]);

        Assert.Equal(Progress.None, open.Insights[0].Progress);
        Assert.Equal(new(passed, new("Alle.", null, null)), other.Insights[0].Progress);
    }

    [Fact]
    public void Equal_entries_have_ids_of_their_own_and_doing_it_again_changes_nothing()
    {
        NotedInsight[] noted = [Question("Wer zahlt?"), Question("Wer zahlt?"), Question("🙂"), Question("…")];
        var first = New().Follow("1", Source, noted);
        var second = first.Follow("1", Source, noted);

        Assert.Equal(4, first.Insights.Select(insight => insight.Id).Distinct().Count());
        Assert.Equal(first.Insights, second.Insights);
        Assert.Empty(second.Retired);
        Assert.Equal(first.Insights, New().Follow("1", Source, noted).Insights);
    }

    [Fact]
    public void What_is_gone_is_kept_within_limits_and_what_has_a_story_longest()
    {
        var sheet = New().Follow("0", Source, [Question("Mit Geschichte?", Done)]);
        for (var round = 1; round <= 100; round++)
            sheet = sheet.Follow($"{round}", Source, [Question($"{round} {new string((char)('a' + round % 26), 20)}{round * 7919}")]);

        Assert.InRange(sheet.Retired.Count, 10, 40);
        Assert.Equal("Mit Geschichte?", sheet.Retired[0].Text);
    }

    static SessionInsightRecord New() => SessionInsightRecord.New(March);

    static NotedInsight Question(string text, NotedProgress? progress = null) =>
        new(InsightKind.OpenQuestion, text, [], progress ?? NotedProgress.None);
}
