using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Site;

/// <summary>The home page.</summary>
/// <param name="Ahead">Sessions in the future, the next one first; including cancelled ones, so that nobody travels in vain.</param>
/// <param name="Past">Sessions that are over, the latest first.</param>
public sealed record ProgrammePageModel(IReadOnlyList<SessionListing> Ahead, IReadOnlyList<SessionListing> Past) : IModelOf<ProgrammePage>
{
    /// <summary>The next session that takes place.</summary>
    public SessionListing? Next => Ahead.FirstOrDefault(listing => listing.IsAhead);

    /// <summary>The sessions in the future without <see cref="Next"/>.</summary>
    public IEnumerable<SessionListing> Later => Ahead.Where(listing => listing != Next);

    public static ProgrammePageModel Of(IReadOnlyList<SessionListing> ascending) =>
        new([.. ascending.Where(listing => !listing.IsPast)], [.. ascending.Where(listing => listing.IsPast).Reverse()]);
}
