using System.Text.Json;
using ThaffFunctions.LocalHost.Pages;

namespace ThaffFunctions.LocalHost.Mail;

/// <summary>The form to switch faults on and off.</summary>
static class FaultsHtml
{
    static readonly (FaultKind Kind, string Words)[] s_kinds =
    [
        (FaultKind.TooManyRequests, "429, too many requests; come again in 5 seconds"),
        (FaultKind.ServerError, "500, an error of SendGrid's own"),
        (FaultKind.TimeoutBefore, "no answer, and the mail isn't taken"),
        (FaultKind.TimeoutAfter, "no answer, though the mail is taken"),
        (FaultKind.Cut, "the connection is cut, and the mail isn't taken"),
        (FaultKind.NoEvents, "the mail is taken, but no event tells of it"),
    ];

    public static string Form(IReadOnlyList<Fault> waiting) => $$"""
        <form method="post" action="/_local/faults/form">
        <label>The next requests end in <select name="kind">{{string.Concat(s_kinds.Select(Option))}}</select></label>
        <label>how many <input name="count" type="number" min="1" value="1"></label>
        <button>Switch on</button> <button name="kind" value="none">Switch all off</button>
        </form>
        <p>{{(waiting.Count == 0 ? "None is on." : $"On now: {string.Join(", then ", waiting.Select(fault => $"{fault.Count} × {Page.Text(Name(fault.Kind))}"))}.")}}
        A program sends <code>POST /_local/faults</code> with <code>{"kind": "429", "count": 1, "resetAfterSeconds": 5}</code>; kinds are
        {{string.Join(", ", s_kinds.Select(kind => $"<code>{Name(kind.Kind)}</code>"))}}. <a href="/_local/faults">Which are on</a>; <code>DELETE</code> switches all off.</p>
        """;

    static string Option((FaultKind Kind, string Words) kind) => $"<option value=\"{Name(kind.Kind)}\">{Page.Text(kind.Words)}</option>";

    static string Name(FaultKind kind) => JsonSerializer.Serialize(kind).Trim('"');
}
