using System.Runtime.CompilerServices;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Headcounts;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Shared.Text;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Registration.PersonalData;

/// <summary>
/// What is stored about a person who registered: of all sessions, under all names given with the address. A seat ahead is freed by the
/// usual rules; the count of a past session is kept before its persons go.
/// </summary>
sealed class RegisteredPerson(
    RegistrationStore store, PersonalRowStore rows, AttendeeErasure erasure, HeadcountStore headcounts, ProgrammeQuery programme,
    RestoreMarks marks, TimeProvider clock)
    : IHoldsPersonalData
{
    public async IAsyncEnumerable<PersonalRecord> FindAsync(
        EmailAddress address, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (await KnowingAsync(address, cancellation) is not { Count: > 0 } knowing) yield break;

        var names = await NamesAsync(cancellation);
        foreach (var session in knowing.OrderBy(id => names.GetValueOrDefault(id)?.Start))
        {
            Dictionary<string, string> persons = [];
            await foreach (var row in rows.RowsOfAsync(session, address, cancellation))
            {
                var key = PersonalRowStore.PersonOf(row);
                var named = $"{row["FirstName"]} {row["LastName"]}".Trim();
                if (key.Length > 0 && named.Length > 0) persons[key] = named; // before the rows that have its key alone
                yield return PersonalRecord.Of(Tables.Registrations, PersonalRowStore.KindOf(row), row) with
                {
                    About = AboutOf(session, names),
                    Person = named.Length > 0 ? named : persons.GetValueOrDefault(key),
                    SeparateId = PersonalRowStore.IsAttendee(row) ? new RegistrationId(session, key).ToString() : null,
                };
            }
        }
    }

    public async IAsyncEnumerable<NamedPerson> FindByNameAsync(string name, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var words = WordSearch.WordsOf(name);
        if (words is []) yield break;

        var search = new WordSearch(words);
        var names = await NamesAsync(cancellation);
        await foreach (var session in store.SessionsAsync(cancellation))
            await foreach (var attendee in store.WithoutAddressAsync(session, cancellation))
                if (search.Finds(FoldedText.Of(attendee.Name)))
                    yield return new(attendee.Email, attendee.Name,
                        $"Anmeldung vom {Berlin.Moment(attendee.RegisteredAt)}, Termin {AboutOf(session, names)}");
    }

    public async Task<string?> EraseAsync(EmailAddress address, CancellationToken cancellation)
    {
        // whether or not the address has its row: an erasure that was cut off has removed it, a restored backup may lack it
        await foreach (var session in store.SessionsAsync(cancellation)) await EraseAsync(session, address, cancellation);
        return null;
    }

    public async Task<bool> EraseOneAsync(EmailAddress address, string separateId, CancellationToken cancellation)
    {
        if (RegistrationId.TryParse(separateId) is not (var session, var key)) return false;
        if (await store.FindAttendeeAsync(session, key, cancellation) is not { } attendee || attendee.Email.Canonical != address.Canonical)
            return false;

        // the mark comes first: cut off after it, somebody erases again, and a restored backup does not bring the person back
        await ReapplyErasures.MarkAsync(marks, attendee, cancellation);
        await KeepCountAsync(session, cancellation);
        await erasure.EraseAsync(session, key, cancellation);
        return true;
    }

    /// <summary>The sessions in which something is stored under the address; all are asked at once.</summary>
    async Task<IReadOnlyList<SessionId>> KnowingAsync(EmailAddress address, CancellationToken cancellation)
    {
        var asked = await Task.WhenAll((await store.SessionsAsync(cancellation).ToListAsync(cancellation)).Select(
            async session => (Session: session, Knows: await rows.KnowsAsync(session, address, cancellation))));
        return [.. asked.Where(one => one.Knows).Select(one => one.Session)];
    }

    async Task<IReadOnlyDictionary<SessionId, Session>> NamesAsync(CancellationToken cancellation) =>
        (await programme.AllAsync(cancellation)).ToDictionary(session => session.Id);

    static string AboutOf(SessionId id, IReadOnlyDictionary<SessionId, Session> names) =>
        names.GetValueOrDefault(id)?.TitleAndDay ?? id.Value;

    async Task EraseAsync(SessionId id, EmailAddress address, CancellationToken cancellation)
    {
        var persons = (await rows.PersonsAsync(id, address, cancellation)).ToHashSet();
        if (persons.Count > 0) await KeepCountAsync(id, cancellation);
        foreach (var person in persons) await FreeAsync(id, person, cancellation);
        await rows.EraseRestAsync(id, address, persons, cancellation);
    }

    async Task FreeAsync(SessionId id, string key, CancellationToken cancellation)
    {
        try
        {
            await erasure.EraseAsync(id, key, cancellation);
        }
        catch (UnreadableException)
        {
            // the row is deleted all the same; the seats count one too many until somebody mends them
        }
    }

    async Task KeepCountAsync(SessionId id, CancellationToken cancellation)
    {
        try
        {
            var session = await programme.FindAsync(id, cancellation);
            if (session is { IsCancelled: false } && session.IsPastAt(clock.GetUtcNow())) await headcounts.KeepAsync(session, cancellation);
        }
        catch (UnreadableException)
        {
            // a count that cannot be read is not published either
        }
    }
}
