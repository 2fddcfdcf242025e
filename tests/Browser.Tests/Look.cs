namespace ThaffFunctions.Browser.Tests;

/// <summary>How somebody has set up screen and browser.</summary>
sealed record Look(int Width, ColorScheme Scheme, ForcedColors Forced)
{
    public static IReadOnlyList<Look> All { get; } =
    [
        .. from width in new[] { 1280, 390, 320 }
           from colours in new[] { (ColorScheme.Light, ForcedColors.None), (ColorScheme.Dark, ForcedColors.None), (ColorScheme.Light, ForcedColors.Active) }
           select new Look(width, colours.Item1, colours.Item2),
    ];

    public async Task ApplyAsync(IPage page)
    {
        await page.SetViewportSizeAsync(Width, 800);
        await page.EmulateMediaAsync(new() { ColorScheme = Scheme, ForcedColors = Forced, ReducedMotion = ReducedMotion.Reduce });
    }
}
