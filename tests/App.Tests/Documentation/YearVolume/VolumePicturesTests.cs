using AccessiblePdf.Model;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Documentation.YearVolume;
using ThaffFunctions.NotesReading;

namespace ThaffFunctions.Tests.Documentation.YearVolume;

public sealed class VolumePicturesTests
{
    static readonly DocumentPath Path = DocumentPath.Of(VolumeDesk.October.Id);

    [Fact]
    public async Task Equal_pictures_count_once_and_what_does_not_fit_is_named_with_the_way_to_it()
    {
        await using var stage = await Stage.OpenAsync(settings: VolumeDesk.ByHand);
        var files = stage.Service<PublishedFiles>();
        Picture first = new("a.png", "image/png", 64, 32, TestPictures.Png()),
            other = new("c.png", "image/png", 66, 33, TestPictures.Png(66, 33));
        var same = first with { Name = "b.png", Bytes = first.Bytes.ToArray() };
        Picture[] pictures = [first, same, other];
        foreach (var picture in pictures) await files.PutPictureAsync(Path, "v", picture, default);
        var blocks = ContentFile.Read(ContentFile.Write(new([.. pictures.Select(FigureOf)], pictures)));

        var found = await new VolumePictures(files, mostBytes: first.Bytes.Length).ReadAsync(Path, "v", blocks, default);
        var chapter = new Chapter(new(VolumeDesk.October.Id, null!, null!, default), blocks,
            found!).Below(new("https://thaff.example/dokumentation/x"));

        Assert.Equal(["a.png", "b.png"], found!.Keys.Order());
        Assert.Equal(["Figure", "Figure", "Paragraph"], chapter.Select(block => block.GetType().Name));
        Assert.Equal("https://thaff.example/dokumentation/x",
            Assert.Single(((Paragraph)chapter[2]).Content.OfType<Link>()).Target.AbsoluteUri);
        Assert.Null(await new VolumePictures(files).ReadAsync(Path, "ersetzt", blocks, default));
    }

    [Fact]
    public void What_a_picture_elsewhere_shows_is_said_in_its_own_language()
    {
        var figure = new Figure { Image = TestPictures.Png(), AlternativeText = "Two people", Language = "en" };
        var blocks = ContentFile.Read(ContentFile.Write(new([figure], [new("a.png", "image/png", 64, 32, figure.Image)])));

        var chapter = new Chapter(
            new(VolumeDesk.October.Id, null!, null!, default), blocks, new Dictionary<string, ReadOnlyMemory<byte>>());

        var paragraph = Assert.IsType<Paragraph>(Assert.Single(chapter.Below(new("https://thaff.example/x"))));
        Assert.Equal([(null, "[Bild: "), ("en", "Two people"), (null, " – "), (null, "]")],
            paragraph.Content.OfType<TextRun>().Select(run => (run.Language, run.Text)));
    }

    static Figure FigureOf(Picture picture) => new() { Image = picture.Bytes, AlternativeText = picture.Name };
}
