using ThaffFunctions.Shared;

namespace ThaffFunctions.Statistics;

/// <summary>
/// The one rule by which a count is broken down in public (statistical disclosure control). It names groups of at least
/// <see cref="DisclosureThreshold.Minimum"/> persons and folds all others, also those that nobody belongs to, into one number of at least that size.
/// <para>
/// A reader who knows the rule, the exact total and every exact number published cannot tell the size of a group of one to four persons:
/// what is published is the same whichever of the folded groups is which. So only equal groups could be told, and equal groups of less than
/// four could as well differ by one in each direction. Equal groups of four could not, so such a breakdown is not published.
/// </para>
/// </summary>
static class Breakdown
{
    public const string Others = "Übrige";

    /// <returns>The named groups in the order given, then the others if there are any; null if only the total may be told.</returns>
    public static IReadOnlyList<PublicCount>? Of(IReadOnlyList<PublicCount> groups)
    {
        var named = groups.Where(group => group.Count >= DisclosureThreshold.Minimum).ToList();
        var folded = groups.Sum(group => group.Count) - named.Sum(group => group.Count);
        if (named.Count == 0) return null;
        if (folded == 0) return named;

        if (folded < DisclosureThreshold.Minimum)
        {
            var smallest = named.Min(group => group.Count); // all that are equally small: which of them it was would tell about the others
            folded += named.RemoveAll(group => group.Count == smallest) * smallest;
        }

        var isTold = groups.Except(named).All(group => group.Count == DisclosureThreshold.Minimum - 1);
        return named.Count == 0 || isTold ? null : [.. named, new(Others, folded)];
    }
}
