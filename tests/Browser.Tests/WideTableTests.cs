namespace ThaffFunctions.Browser.Tests;

/// <summary>Tables with many columns, with names and addresses as people have them.</summary>
public sealed class WideTableTests : RedaktionVisit
{
    /// <summary>Words that are broken in two though they are no longer than a column may well be; hyphens part words.</summary>
    const string BrokenWords = """
        () => [...document.querySelectorAll('table.rows td, table.rows th')].flatMap(cell => {
          const broken = [], texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
          for (let text; text = texts.nextNode();)
            for (const word of text.data.matchAll(/(?<![^\s-])[^\s-]{2,20}(?![^\s-])/g)) {
              const range = document.createRange();
              range.setStart(text, word.index);
              range.setEnd(text, word.index + word[0].length);
              if (new Set([...range.getClientRects()].map(line => Math.round(line.top))).size > 1) broken.push(word[0]);
            }
          return broken;
        })
        """;

    /// <summary>By how many pixels a table is wider than the text around it.</summary>
    const string Excess = """
        () => Math.max(0, ...[...document.querySelectorAll('table.rows')].map(table =>
          Math.round(table.getBoundingClientRect().width - document.querySelector('main h1').getBoundingClientRect().width)))
        """;

    /// <summary>One column more: how they take part.</summary>
    protected override string More => """

            onlineLink: https://konferenz.example/raum
            seatsOnline: 5
        """;

    [Theory]
    [InlineData(1280)]
    [InlineData(1000)]
    [InlineData(390)]
    [InlineData(320)]
    public async Task No_word_is_broken_letter_by_letter_and_nothing_runs_sideways(int width)
    {
        await RegisterAsync("Bo", "Klein", "bo@pflege.example");
        await RegisterAsync("Veronika-Charlotte", "Größenwahn-Müllerschmidt", "veronika@handwerkskammer-suedthueringen.example");
        await visitor.SignInAsync();
        await visitor.Page.SetViewportSizeAsync(width, 900);
        List<string> faults = [];
        foreach (var path in new[]
        {
            List, "/redaktion/termine", "/redaktion/aussendungen", "/redaktion/datenschutz", "/redaktion/dokumentation",
            $"/redaktion/dokumentation/{Session}", "/redaktion/protokoll", "/redaktion/anleitung",
            "/redaktion/anleitung/contacts-file", "/redaktion/anleitung/notes-file", "/redaktion/anleitung/programme-file",
            "/redaktion/anleitung/insights",
        })
        {
            await visitor.OpenAsync(path);
            faults.AddRange((await visitor.Page.EvaluateAsync<string[]>(BrokenWords)).Select(word => $"{path}: {word}"));
            if (await visitor.OverhangAsync() is > 0 and var pixels) faults.Add($"{path}: {pixels} px sideways");
            if (await visitor.Page.EvaluateAsync<int>(Excess) is > 0 and var wider) faults.Add($"{path}: {wider} px wider than the page");
        }

        Assert.Empty(faults);
    }
}
