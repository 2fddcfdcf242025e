using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Shared.Web;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Privacy.Staff;

/// <summary>Collects what the page on one person shows.</summary>
public sealed class PersonPages(PersonalData persons, IEnumerable<ShownRetention> retentions, ErasureRuns runs)
{
    public async Task<PersonModel> EmptyAsync(StaffFrame frame, string typed, FieldProblems problems, CancellationToken cancellation)
    {
        var known = await runs.AllAsync(cancellation);
        return new(frame, typed, [.. retentions.Select(one => (one, known.GetValueOrDefault(one.Timer)))], problems);
    }

    /// <summary>The page again: with what is stored, if the address is one.</summary>
    public async Task<PersonModel> PageAsync(StaffPost post, CancellationToken cancellation)
    {
        var typed = post["email"].Trim();
        var page = await EmptyAsync(post.Frame, typed, post.Problems, cancellation);
        return EmailAddress.Read(typed).Address is { } address
            ? page with { Typed = address.Value, Records = await persons.FindAsync(address, cancellation).ToListAsync(cancellation) }
            : page;
    }
}
