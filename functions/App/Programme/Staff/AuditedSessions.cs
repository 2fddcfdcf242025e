namespace ThaffFunctions.Programme.Staff;

/// <summary>The sessions that the audit names: by their ids, or by ids and paths that contain them.</summary>
sealed class AuditedSessions(ProgrammeQuery programme)
{
    public async Task<Func<string, string?>> ReadAsync(CancellationToken cancellation)
    {
        var names = (await programme.AllAsync(cancellation)).ToDictionary(session => session.Id.Value, session => session.TitleAndDay);
        return on => on.Split(' ', '/', '.', ',').Select(word => names.GetValueOrDefault(word)).FirstOrDefault(name => name is not null);
    }
}
