using System.Reflection;

namespace AccessiblePdf.Tests;

/// <summary>
/// The checkpoints of the Matterhorn Protocol 1.1 and what answers for each: a test, the word "human", or why it cannot occur. Below them
/// every failure condition that the protocol leaves to machines, with the rule that looks for it; all others are for humans.
/// </summary>
public sealed class MatterhornTests
{
    const string Everything = nameof(ReportTests) + "." + nameof(ReportTests.A_report_with_everything_conforms);
    const string Anything = nameof(LayoutTests) + "." + nameof(LayoutTests.Any_document_conforms);
    const string Text = nameof(TextTests) + "." + nameof(TextTests.Text_is_read_back_as_it_was_written);
    const string Human = "human";

    public static TheoryData<string, string> Checkpoints => new()
    {
        { "01 Real content tagged", Anything },
        { "02 Role mapping", Everything },
        { "03 Flickering", "never: the library draws no animation" },
        { "04 Colour and contrast", Human },
        { "05 Sound", "never: the library embeds no media" },
        { "06 Metadata", Everything },
        { "07 Dictionary", Everything },
        { "08 OCR validation", "never: text is text" },
        { "09 Appropriate tags", Anything },
        { "10 Character mappings", Text },
        { "11 Declared natural language", nameof(RefusalTests) + "." + nameof(RefusalTests.A_language_that_is_none_is_refused) },
        { "12 Stretchable characters", "never: the library draws no formulas" },
        { "13 Graphics", nameof(RefusalTests) + "." + nameof(RefusalTests.A_figure_without_alternative_text_is_refused) },
        { "14 Headings", nameof(RefusalTests) + "." + nameof(RefusalTests.A_skipped_heading_level_is_refused_and_named) },
        { "15 Tables", nameof(RefusalTests) + "." + nameof(RefusalTests.A_table_without_header_is_refused) },
        { "16 Lists", nameof(LayoutTests) + "." + nameof(LayoutTests.Lists_count_on_from_their_start) },
        { "17 Mathematical expressions", "never: the model has no formulas" },
        { "18 Page headers and footers", nameof(ReportTests) + "." + nameof(ReportTests.Every_page_but_the_title_page_says_its_number) },
        { "19 Notes and references", nameof(LayoutTests) + "." + nameof(LayoutTests.A_note_referred_to_twice_is_one_note) },
        { "20 Optional content", "never: the library writes no layers" },
        { "21 Embedded files", "never: the library embeds no files" },
        { "22 Article threads", "never: the library writes no threads" },
        { "23 Digital signatures", "never: the library signs nothing" },
        { "24 Non-interactive forms", "never: the model has no forms" },
        { "25 XFA", "never: the model has no forms" },
        { "26 Security", "never: the library encrypts nothing" },
        { "27 Navigation", nameof(ReportTests) + "." + nameof(ReportTests.Bookmarks_follow_the_headings) },
        { "28 Annotations", nameof(LayoutTests) + "." + nameof(LayoutTests.A_link_over_two_lines_can_be_clicked_on_both) },
        { "29 Actions", "never: the library writes no scripts" },
        { "30 XObjects", nameof(ImageTests) + "." + nameof(ImageTests.The_same_image_is_embedded_once) },
        { "31 Fonts", Text },
    };

    /// <summary>What a machine can decide. Ruby and Warichu (09-007, 09-008) fail as roles the library does not use.</summary>
    public static TheoryData<string, string> MachineConditions => new()
    {
        { "01-003", "UA:7.1-1" }, { "01-004", "UA:7.1-2" }, { "01-005", "UA:7.1-3" }, { "01-007", "UA:7.1-4" }, { "02-001", "UA:7.1-5" },
        { "02-003", "UA:7.1-6" },
        { "02-004", "UA:7.1-7" }, { "06-001", "UA:7.1-8" }, { "06-002", "UA:5-1" }, { "06-003", "UA:7.1-9" }, { "07-001", "UA:7.1-10" },
        { "07-002", "UA:7.1-10" },
        { "09-004", "UA:7.2-3" }, { "09-005", "UA:7.2-19" }, { "09-006", "UA:7.2-27" }, { "09-007", "UA:7.1-5" }, { "09-008", "UA:7.1-5" },
        { "10-001", "UA:7.21.7-1" },
        { "11-001", "UA:7.2-34" }, { "11-002", "UA:7.2-22" }, { "11-003", "UA:7.2-2" }, { "11-004", "UA:7.2-24" },
        { "11-005", "UA:7.2-25" }, { "11-006", "UA:7.2-33" },
        { "13-004", "UA:7.3-1" }, { "14-002", "UA:7.4.2-1" }, { "14-003", "UA:7.4.2-1" }, { "14-006", "UA:7.4.4-1" },
        { "14-007", "UA:7.4.4-3" },
        { "15-003", "UA:7.5-1" }, { "17-002", "UA:7.7-1" }, { "17-003", "UA:7.7-1" }, { "19-003", "UA:7.9-1" }, { "19-004", "UA:7.9-2" },
        { "20-001", "UA:7.10-1" },
        { "20-002", "UA:7.10-1" }, { "20-003", "UA:7.10-2" }, { "21-001", "UA:7.11-1" }, { "25-001", "UA:7.15-1" },
        { "26-001", "UA:7.16-1" }, { "26-002", "UA:7.16-1" },
        { "28-002", "UA:7.18.1-1" }, { "28-004", "UA:7.18.1-2" }, { "28-005", "UA:7.18.1-3" }, { "28-006", "A:6.3.1-1" },
        { "28-007", "UA:7.18.2-1" },
        { "28-008", "UA:7.18.3-1" }, { "28-009", "UA:7.18.3-1" }, { "28-010", "UA:7.18.4-1" }, { "28-011", "UA:7.18.5-1" },
        { "28-012", "UA:7.18.5-2" },
        { "28-014", "UA:7.18.6.2-1" }, { "28-015", "UA:7.18.6.2-2" }, { "28-016", "UA:7.11-1" }, { "28-017", "UA:7.18.8-1" },
        { "28-018", "UA:7.18.8-1" },
        { "30-001", "UA:7.20-1" }, { "30-002", "UA:7.20-2" }, { "31-001", "UA:7.21.3.1-1" }, { "31-002", "UA:7.21.3.1-1" },
        { "31-003", "UA:7.21.3.1-1" },
        { "31-004", "UA:7.21.3.2-1" }, { "31-005", "UA:7.21.3.2-1" }, { "31-006", "UA:7.21.3.3-1" }, { "31-007", "UA:7.21.3.3-2" },
        { "31-008", "UA:7.21.3.3-3" },
        { "31-009", "UA:7.21.4.1-1" }, { "31-011", "UA:7.21.4.1-2" }, { "31-012", "UA:7.21.4.2-1" }, { "31-013", "UA:7.21.4.2-1" },
        { "31-014", "UA:7.21.4.2-2" },
        { "31-015", "UA:7.21.4.2-2" }, { "31-016", "UA:7.21.5-1" }, { "31-017", "UA:7.21.6-1" }, { "31-018", "UA:7.21.6-1" },
        { "31-019", "UA:7.21.6-2" },
        { "31-020", "UA:7.21.6-2" }, { "31-021", "UA:7.21.6-2" }, { "31-022", "UA:7.21.6-2" }, { "31-023", "UA:7.21.6-2" },
        { "31-024", "UA:7.21.6-3" },
        { "31-025", "UA:7.21.6-4" }, { "31-026", "UA:7.21.6-4" }, { "31-027", "UA:7.21.7-1" }, { "31-028", "UA:7.21.7-2" },
        { "31-029", "UA:7.21.7-2" },
        { "31-030", "UA:7.21.8-1" },
    };

    [Theory]
    [MemberData(nameof(Checkpoints))]
    public void Every_checkpoint_is_answered_for(string checkpoint, string answer)
    {
        Assert.Matches(@"^\d\d \w", checkpoint);
        if (answer == Human || answer.StartsWith("never: ", StringComparison.Ordinal)) return;
        var (type, method) = (answer.Split('.')[0], answer.Split('.')[1]);
        var test = typeof(MatterhornTests).Assembly.GetType($"AccessiblePdf.Tests.{type}")?.GetMethod(method);
        Assert.NotNull(test?.GetCustomAttribute<FactAttribute>());
    }

    [Fact]
    public void Every_failure_condition_for_machines_is_looked_for()
    {
        Assert.Equal(87, MachineConditions.Select(row => (string)row[0]).Distinct().Count());
        Assert.All(MachineConditions, row => Assert.Contains(Rule.All, rule => rule.EachId.Contains((string)row[1])));
    }
}
