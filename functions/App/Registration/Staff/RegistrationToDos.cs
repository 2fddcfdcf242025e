using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Shared.Time;
using ThaffFunctions.Staff.Today;

namespace ThaffFunctions.Registration.Staff;

/// <summary>What the start page says of registrations for the sessions ahead.</summary>
sealed class RegistrationToDos(
    RegistrationStore store, SeatStore seats, AttendeePages attendees, UnreachedAttendees unreached, ProgrammeQuery programme,
    TimeProvider clock)
{
    /// <summary>A year's sessions and some more: what is wanted or did not arrive long before a session must be told, too.</summary>
    const int MaxSessions = 24;

    /// <summary>Questions of the next session are prepared within so many days.</summary>
    static readonly TimeSpan Prepared = TimeSpan.FromDays(14);

    public async Task<IReadOnlyList<ToDo>> NotArrivedAsync(CancellationToken cancellation) =>
    [
        .. (await Task.WhenAll((await NextAsync(cancellation)).Select(async session =>
            (Session: session, Lost: await unreached.OfAsync(session.Id, cancellation))))).Where(found => found.Lost.Count > 0)
            .Select(found => new ToDo($"{found.Session.Title}: {LostMail.InWords([.. found.Lost.Values])}",
                AttendeePages.ListOf(found.Session.Id))),
    ];

    /// <summary>Whom no mail can reach; of cancelled sessions ahead, too.</summary>
    public async Task<IReadOnlyList<ToDo>> CallsAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var ahead = (await programme.AllAsync(cancellation)).Where(session => !session.IsPastAt(now)).Take(MaxSessions);
        var calls = await Task.WhenAll(ahead.Select(async session =>
            (Session: session, Count: await store.ToCallAsync(session.Id, cancellation).CountAsync(cancellation))));
        return
        [
            .. calls.Where(found => found.Count > 0).Select(found => new ToDo(
                $"{found.Session.Title}: {(found.Count == 1 ? "1 Person" : $"{found.Count} Personen")} ohne E-Mail-Adresse",
                AttendeePages.ListOf(found.Session.Id) + "#anrufen")),
        ];
    }

    /// <summary>Who waits for seats online that the programme has withdrawn: they, or staff for them, say what they want now.</summary>
    public async Task<IReadOnlyList<ToDo>> WaitingInVainAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var ahead = (await programme.AllAsync(cancellation))
            .Where(session => !session.IsCancelled && !session.IsPastAt(now) && session.SeatsOnline is null).Take(MaxSessions);
        var waiting = await Task.WhenAll(ahead.Select(async session =>
            (Session: session, Count: (await seats.ReadAsync(session.Id, cancellation))?.Seats.WaitingInVain ?? 0)));
        return
        [
            .. waiting.Where(found => found.Count > 0).Select(found => new ToDo(
                $"{found.Session.Title}: {(found.Count == 1 ? "1 Person wartet" : $"{found.Count} Personen warten")} auf einen Platz online, "
                + "den es nicht mehr gibt", AttendeePages.ListOf(found.Session.Id) + "#ohne-online")),
        ];
    }

    /// <summary>Seats that somebody waits for and nobody gets by themselves any more.</summary>
    public async Task<IReadOnlyList<ToDo>> SeatsToGiveAsync(CancellationToken cancellation)
    {
        var found = await Task.WhenAll((await NextAsync(cancellation)).Select(async session =>
            (Session: session, (await attendees.ToGiveAsync(session, cancellation)).Words)));
        return
        [
            .. found.Where(one => one.Words.Length > 0).Select(one => new ToDo(
                $"{one.Session.Title}: {one.Words}. {AttendeePages.NobodyMovesUp}", AttendeePages.ListOf(one.Session.Id) + "#vergeben")),
        ];
    }

    public async Task<IReadOnlyList<ToDo>> NeedsAsync(CancellationToken cancellation) =>
    [
        .. (await Task.WhenAll((await NextAsync(cancellation)).Select(async session => (Session: session, Open: await store
            .WithOpenNeedsAsync(session.Id, cancellation).CountAsync(cancellation)))))
            .Where(found => found.Open > 0)
            .Select(found => new ToDo($"{found.Session.Title}: {(found.Open == 1 ? "1 Person wartet" : $"{found.Open} Personen warten")} "
                + "auf eine Antwort", AnswerNeeds.Path)),
    ];

    public async Task<IReadOnlyList<ToDo>> QuestionsAsync(CancellationToken cancellation)
    {
        if (await NextAsync(cancellation) is not [var next, ..] || next.Start > clock.GetUtcNow() + Prepared) return [];

        var count = await store.WithQuestionsAsync(next.Id, cancellation).CountAsync(cancellation);
        return count == 0 ? [] : [new($"{next.Title}: {(count == 1 ? "1 Frage" : $"{count} Fragen")} an die Runde",
            AttendeePages.ListOf(next.Id) + "#fragen")];
    }

    public async Task<IReadOnlyList<ToDo>> NextSessionAsync(CancellationToken cancellation) =>
        await NextAsync(cancellation) is [var next, ..] ? [new($"{next.Title}, {(next.Start > clock.GetUtcNow() ? "" : "läuft seit ")}{Berlin.Moment(next.Start)}: "
            + await attendees.SeatsOfAsync(next, cancellation), AttendeePages.ListOf(next.Id))]
        : [];

    async Task<IReadOnlyList<Session>> NextAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return [.. (await programme.AllAsync(cancellation)).Where(session => !session.IsCancelled && !session.IsPastAt(now))
            .Take(MaxSessions)];
    }
}
