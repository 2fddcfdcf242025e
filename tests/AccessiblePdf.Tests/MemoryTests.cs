namespace AccessiblePdf.Tests;

public sealed class MemoryTests
{
    [Theory]
    [InlineData("png-bomb")]
    [InlineData("png-bomb-interlaced")]
    [InlineData("png-bomb-palette")]
    public void A_picture_that_unpacks_to_more_than_it_announces_is_refused(string file) =>
        Assert.Equal("OverfullImage", LimitedProcess.Run(file));

    [Fact]
    public void Profiles_and_texts_of_a_picture_are_not_unpacked() => Assert.Equal("published", LimitedProcess.Run("png-texts"));

    [Theory]
    [InlineData("png-largest")]
    [InlineData("png-largest-interlaced")]
    [InlineData("jpeg-turned-largest")]
    public void The_largest_picture_is_published_on_the_smallest_instance(string file) =>
        Assert.Equal("published", LimitedProcess.Run(file));

    [Theory]
    [InlineData("table-50000")]
    [InlineData("headings-10000")]
    public void A_document_of_more_than_a_thousand_pages_is_published_on_the_smallest_instance(string document) =>
        Assert.Equal("published", LimitedProcess.Run(document));
}
