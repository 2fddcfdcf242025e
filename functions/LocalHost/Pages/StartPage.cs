using System.Collections.Concurrent;
using ThaffFunctions.LocalHost.Blobs;
using ThaffFunctions.LocalHost.Functions;
using ThaffFunctions.LocalHost.Mail;
using ThaffFunctions.LocalHost.Worker;

namespace ThaffFunctions.LocalHost.Pages;

/// <summary>The page <c>/_local</c>: functions, addresses, folders and faults.</summary>
sealed class StartPage(FunctionCatalog catalog, FunctionWords words, ManualRun run, StartPageSettings settings, Faults faults)
{
    public IResult Show() => Page.Show("Local host", $$"""
        <p>This is the app's own development host. It runs the same functions as Azure would, without Azure, and stands in for the services around them.</p>

        <h2>Mail</h2>
        <p>Mail sent to <code>POST /v3/mail/send</code> is taken as SendGrid would take it, and goes no further:
        <a href="/_local/mailbox">mailbox</a>, <a href="/_local/mails">as JSON</a> (<code>?to=address</code>; <code>DELETE</code> empties it).</p>
        <p>The app is told by signed events that a mail was processed and delivered. Mail to these domains fares otherwise:</p>
        <ul>{{string.Concat(MailboxSimulator.EventsByDomain.Select(simulated => $"<li><code>@{simulated.Key}</code>: {string.Join(", ", simulated.Value)}</li>"))}}</ul>
        <p><code>POST /_local/events</code> with <code>{"mail": "ID", "event": "bounce"}</code> sends one more event; further fields go into it as they are.</p>

        <h2 id="faults">Faults of the mail service</h2>
        {{FaultsHtml.Form(faults.All)}}

        {{UploadForm.Html(settings.Watched)}}
        <h2>Timers</h2>
        {{Groups<TimerTrigger>()}}
        <p>A timer runs when its schedule (UTC) says so, or now by its button or <code>POST /admin/functions/NAME</code>.</p>

        <h2>Queues</h2>
        {{Table<QueueTrigger>("Queues")}}
        <p><code>POST /admin/functions/NAME</code> with <code>{"input": "…"}</code> hands a function a message too.</p>

        <h2>Pages</h2>
        {{Table<HttpTrigger>("Pages")}}

        <h2>Sign-in</h2>
        <p><a href="/.auth/login/aad">Sign in</a> as an invented person in place of Microsoft Entra, <a href="/.auth/logout">sign out</a>, <a href="/.auth/me">see who you are</a>.</p>

        <h2>Storage</h2>
        <p>Azurite, the official storage emulator, answers to this connection string; Azure Storage Explorer takes it too:</p>
        <pre>{{Page.Text(settings.Storage)}}</pre>
        <p>Data is kept in <code>{{Page.Text(settings.DataFolder)}}</code>; <code>dotnet run --project functions/App -- --fresh</code> starts anew.</p>
        <ul>{{string.Concat(settings.Watched.Select(Watched))}}</ul>
        """);

    /// <summary>Runs the function whose button was pressed.</summary>
    public async Task<IResult> FireAsync(HttpContext http)
    {
        if (catalog.Find((string)http.Request.RouteValues["name"]!) is not { Trigger: not HttpTrigger } function) return Results.NotFound();

        var input = http.Request.HasFormContentType ? (await http.Request.ReadFormAsync(http.RequestAborted))["input"].ToString() : "";
        ConcurrentQueue<string> said = [];
        var problem = await run.OfAsync(function, input, http.RequestAborted, log =>
        {
            if (log.Level >= RpcLog.Types.Level.Information) said.Enqueue(log.Message);
        });
        return Page.Show(function.Name, $"""
            <p>{Page.Text(words.Of(function))}</p>
            {(problem is null ? "<p>It ran to its end.</p>" : $"<p>It failed:</p><pre>{Page.Text(problem.ToString())}</pre>")}
            {(said.IsEmpty ? "<p>It logged nothing: most functions do so only when they had something to do.</p>"
                : $"<h2>What it said</h2><ul>{string.Concat(said.Select(line => $"<li>{Page.Text(line)}</li>"))}</ul>")}
            <p><a href="/_local">Back to all functions</a></p>
            """);
    }

    string Table<TTrigger>(string label) where TTrigger : Trigger =>
        Table(label, catalog.All.Where(function => function.Trigger is TTrigger));

    /// <summary>A table for each part of the app: the last but one name before the class of a function is its folder.</summary>
    string Groups<TTrigger>() where TTrigger : Trigger => string.Concat(catalog.All.Where(function => function.Trigger is TTrigger)
        .GroupBy(PartOf).OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => $"<h3>{Page.Text(part.Key)}</h3>{Table($"Timers: {part.Key}", part)}"));

    static string PartOf(Function function) =>
        function.Metadata.EntryPoint.Split('.') is [_, var part, _, _, ..] ? part : "The app";

    string Table(string label, IEnumerable<Function> functions) => $"""
        <div class="wide" tabindex="0" role="region" aria-label="{Page.Text(label)}"><table>
        <tr><th scope="col">Name</th><th scope="col">Started by</th><th scope="col">Now</th></tr>
        {string.Join('\n', functions.OrderBy(function => function.Name, StringComparer.Ordinal).Select(Row))}
        </table></div>
        """;

    string Row(Function function) => $"""
        <tr><td>{Page.Text(function.Name)}{(catalog.IsDisabled(function) ? " (switched off)" : "")}{DoesOf(function)}</td><td>{Page.Text(function.Kind)}</td><td>{Button(function)}</td></tr>
        """;

    string DoesOf(Function function) =>
        words.Of(function) is { Length: > 0 } does ? $"<br><small>{Page.Text(does)}</small>" : "";

    static string Button(Function function) => function.Trigger switch
    {
        TimerTrigger => $"""<form method="post" action="/_local/functions/{function.Name}"><button>Run {function.Name}</button></form>""",
        QueueTrigger => $"""<form method="post" action="/_local/functions/{function.Name}"><label>Message <input name="input"></label> <button>Run {function.Name}</button></form>""",
        _ => "",
    };

    static string Watched(WatchedContainer watched) =>
        $"<li>A blob put into <code>{Page.Text(watched.Container)}</code>, replaced or deleted becomes an Event Grid message in "
        + $"<code>{Page.Text(watched.Queue)}</code>.</li>";
}
