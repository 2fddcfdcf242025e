using System.Reflection;

namespace AccessiblePdf.Tests;

/// <summary>The checkpoints of the Matterhorn Protocol 1.1 and what answers for each: a test, the word "human", or why it cannot occur.</summary>
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
}
