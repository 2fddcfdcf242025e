namespace ThaffFunctions.Browser.Tests;

/// <summary>How somebody has set up screen and browser.</summary>
sealed record DisplaySettings(int Width, ColorScheme Scheme, ForcedColors Forced)
{
    static readonly (ColorScheme Scheme, ForcedColors Forced)[] s_colours =
    [
        (ColorScheme.Light, ForcedColors.None), (ColorScheme.Dark, ForcedColors.None), (ColorScheme.Light, ForcedColors.Active),
    ];

    public static IReadOnlyList<DisplaySettings> All { get; } =
    [
        .. from width in new[] { 1280, 390, 320 }
           from colours in s_colours
           select new DisplaySettings(width, colours.Scheme, colours.Forced),
    ];

    public async Task ApplyAsync(IPage page)
    {
        await page.SetViewportSizeAsync(Width, 800);
        await page.EmulateMediaAsync(new() { ColorScheme = Scheme, ForcedColors = Forced, ReducedMotion = ReducedMotion.Reduce });
    }
}
