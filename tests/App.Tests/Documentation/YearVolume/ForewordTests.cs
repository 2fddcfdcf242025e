using System.Text;
using ThaffFunctions.Shared.Storage;
using UglyToad.PdfPig;

namespace ThaffFunctions.Tests.Documentation.YearVolume;

public sealed class ForewordTests : IAsyncLifetime
{
    Stage stage = null!;

    public async Task InitializeAsync()
    {
        stage = await Stage.OpenAsync(settings: NotesDesk.Impatient);
        await stage.PlanYearAsync();
        await stage.PutNotesAsync(VolumeDesk.October, "Inhalt.");
        await stage.PutForewordAsync("Das erste Vorwort.");
        await stage.VolumeWithAsync("Das erste Vorwort.", "Inhalt.");
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task A_changed_foreword_changes_the_volume_and_a_deleted_one_leaves_it()
    {
        await stage.PutForewordAsync("# Zum Geleit\n\nDas zweite Vorwort.\n\n## Dank\n\nAn alle.");
        await stage.VolumeWithAsync("Das zweite Vorwort.", "Zum Geleit");

        await stage.DeleteAsync("2026/vorwort.md");
        await Stage.EventuallyAsync(async () => VolumeDesk.PartsOf((await stage.VolumeBytesAsync())!)[0] == "Sprache im Betrieb");
    }

    [Fact]
    public async Task A_bad_foreword_keeps_the_last_volume_and_staff_are_told_what_and_where()
    {
        await stage.PutForewordAsync("Gut.\n\n## \n\nSchlecht.");

        Assert.Contains("Zeile 3", await stage.ProblemsAsync("2026/vorwort.md"), StringComparison.Ordinal);
        await stage.PutNotesAsync(VolumeDesk.November, "Noch ein Termin.");
        await stage.FireAsync("ReconcileYearVolumes");
        Assert.Contains("Das erste Vorwort.", await stage.VolumeTextAsync(), StringComparison.Ordinal);

        await stage.PutForewordAsync("Wieder gut.");
        await stage.VolumeWithAsync("Wieder gut.", "Noch ein Termin.");
    }

    [Fact]
    public async Task A_logo_beside_it_stands_on_the_cover_and_one_that_cannot_be_printed_is_told()
    {
        await stage.PutAsync(Containers.Notes, "2026/logo.png", TestPictures.Png());
        await Stage.EventuallyAsync(async () => PicturesOnCover((await stage.VolumeBytesAsync())!) == 1);

        await stage.PutAsync(Containers.Notes, "2026/logo.png", Encoding.UTF8.GetBytes("kein Bild"));
        Assert.Contains("ohne Logo", await stage.ProblemsAsync("2026/logo.png"), StringComparison.Ordinal);
        await Stage.EventuallyAsync(async () => PicturesOnCover((await stage.VolumeBytesAsync())!) == 0);
    }

    static int PicturesOnCover(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return document.GetPage(1).GetImages().Count();
    }

    [Fact]
    public async Task A_logo_of_another_format_is_told_as_a_logo_not_as_a_foreword()
    {
        await stage.PutAsync(Containers.Notes, "2026/logo.pdf", Encoding.UTF8.GetBytes("%PDF-1.7"));

        var told = await stage.ProblemsAsync("2026/logo.pdf");
        Assert.Contains("Ein Logo mit der Endung „.pdf“ lässt sich nicht drucken.", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Vorwort", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_logo_that_the_foreword_shows_stands_there_only()
    {
        await stage.PutAsync(Containers.Notes, "2026/logo.png", TestPictures.Png());
        await Stage.EventuallyAsync(async () => PicturesOnCover((await stage.VolumeBytesAsync())!) == 1);

        await stage.PutForewordAsync("![Das Zeichen der Agentur](logo.png)\n\nUnser Zeichen.");
        await stage.VolumeWithAsync("Unser Zeichen.");
        await Stage.EventuallyAsync(async () => PicturesOnCover((await stage.VolumeBytesAsync())!) == 0);
    }

    [Fact]
    public async Task A_draft_is_not_in_the_volume()
    {
        await stage.PutForewordAsync("---\nstatus: entwurf\n---\nNoch nicht.");

        await Stage.EventuallyAsync(async () => !(await stage.VolumeTextAsync()).Contains("Vorwort", StringComparison.Ordinal));
        Assert.DoesNotContain("Noch nicht.", await stage.VolumeTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_that_cannot_be_read_is_not_in_the_volume_and_staff_are_told_why()
    {
        await stage.PutForewordAsync("---\nstatus: entwurf\n---\nNoch nicht.\n\n## \n\nText");

        Assert.Contains("Zeile 6", await stage.ProblemsAsync("2026/vorwort.md"), StringComparison.Ordinal);
        await Stage.EventuallyAsync(async () => !(await stage.VolumeTextAsync()).Contains("Vorwort", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_foreword_of_a_kind_that_cannot_be_read_is_expected_under_its_own_name()
    {
        await stage.DeleteAsync("2026/vorwort.md");
        await stage.PutForewordAsync("%PDF-1.7", "vorwort.pdf");

        Assert.Contains("Erwartet wird „vorwort.md“ oder „vorwort.docx“ oder „vorwort.txt“.", await stage.ProblemsAsync("2026/vorwort.pdf"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_forewords_are_one_too_many()
    {
        await stage.PutForewordAsync("Noch eines.", "Vorwort.txt");

        Assert.Contains("mehrere Vorworte", await stage.ProblemsAsync("2026/Vorwort.txt"), StringComparison.Ordinal);
        Assert.Contains("Das erste Vorwort.", await stage.VolumeTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_text_in_the_year_s_folder_is_told_to_staff()
    {
        await stage.PutForewordAsync("Wohin?", "notes.md");

        Assert.Contains("nur das Vorwort", await stage.ProblemsAsync("2026/notes.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_in_the_foreword_that_comes_later_appears()
    {
        await stage.PutForewordAsync("Vorweg ein Bild:\n\n![Zwei Flächen](bild.png)");
        await stage.VolumeWithAsync("[Bild fehlt: Zwei Flächen");

        await stage.PutAsync("notes", "2026/bild.png", TestPictures.Png());

        await Stage.EventuallyAsync(async () => !(await stage.VolumeTextAsync()).Contains("Bild fehlt", StringComparison.Ordinal));
    }
}
