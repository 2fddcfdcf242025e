using System.Net;

namespace ThaffFunctions.LocalHost.Pages;

/// <summary>The HTML layout of the host's own pages.</summary>
static class Page
{
    public static IResult Show(string title, string body) => Results.Content($$"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>{{Text(title)}} · local host</title>
        <style>
          body { font: 1rem/1.5 system-ui, sans-serif; max-width: 72rem; margin: 0 auto; padding: 1rem; color: #1c2733; background: #fff }
          table { border-collapse: collapse; width: 100% } th, td { text-align: left; vertical-align: top; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid #d5dde5 }
          code, pre { font: .9em/1.5 ui-monospace, monospace; background: #f2f5f8; padding: .1em .3em } pre { padding: .8rem; overflow-x: auto; white-space: pre-wrap }
          iframe { width: 100%; height: 36rem; border: 1px solid #d5dde5 } a { color: #0b5cad }
        </style>
        </head>
        <body>
        <p><a href="/">The app</a> · <a href="/_local">Local host</a> · <a href="/_local/mailbox">Mailbox</a></p>
        <h1>{{Text(title)}}</h1>
        {{body}}
        </body>
        </html>
        """, "text/html; charset=utf-8");

    /// <summary>Encodes text as HTML.</summary>
    public static string Text(string? text) => WebUtility.HtmlEncode(text ?? "");
}
