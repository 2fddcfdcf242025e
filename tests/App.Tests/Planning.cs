using ThaffFunctions.Programme;

namespace ThaffFunctions.Tests;

static class Planning
{
    /// <summary>Stores a session as an import does, and what follows from it.</summary>
    public static async Task<Session> PlanAsync(this Stage stage, Session session)
    {
        var store = stage.Service<ProgrammeStore>();
        var known = await store.FindAsync(session.Id, CancellationToken.None);
        await store.WriteAsync([new(session, "programm.yaml", stage.Clock.GetUtcNow(), known?.ETag ?? default)], CancellationToken.None);
        await stage.FireAsync("FollowProgramme", session.Id.Value);
        return session;
    }
}
