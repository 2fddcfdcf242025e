using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Shared.Web.Forms;
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

    /// <summary>The page again: with what is stored, if the address is one; with who has the name, if that was asked for.</summary>
    public async Task<PersonModel> PageAsync(StaffPost post, CancellationToken cancellation)
    {
        var (typed, name) = (post["email"].Trim(), post["name"].Trim());
        var page = await EmptyAsync(post.Frame, typed, post.Problems, cancellation) with { Name = name };
        if (name.Length > 0) return page with { Named = await persons.FindByNameAsync(name, cancellation).ToListAsync(cancellation) };
        return ReadAddress(typed).Address is { } address
            ? page with
            {
                Typed = address.HasMailbox ? address.Value : "",
                Address = address,
                Again = post["nochmals"],
                Chosen = post[ErasePerson.Whom],
                Records = await persons.FindAsync(address, cancellation).ToListAsync(cancellation),
            }
            : page;
    }

    /// <summary>An address, or what stands for that of a person without one, which the page itself put into the form.</summary>
    public static (EmailAddress? Address, Bilingual? Problem) ReadAddress(string typed) =>
        EmailAddress.ReadNone(typed) is { } none ? (none, null) : EmailAddress.Read(typed);
}
