using System.Net;

namespace ThaffFunctions.LocalHost.Pages;

/// <summary>The HTML layout of the host's own pages.</summary>
static class Page
{
    public static IResult Show(string title, string body, int status = StatusCodes.Status200OK) => Results.Content($$"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{{Text(title)}} · local host</title>
        <style>
          body { font: 1rem/1.5 system-ui, sans-serif; max-width: 72rem; margin: 0 auto; padding: 1rem; color: light-dark(#1c2733, #e6ebf0); background: light-dark(#fff, #12181f); color-scheme: light dark; overflow-wrap: anywhere }
          table { border-collapse: collapse; width: 100% } th, td { text-align: left; vertical-align: top; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid light-dark(#d5dde5, #3a4754) }
          .wide { overflow-x: auto } th, .wide td { overflow-wrap: break-word } input, select, button { font: inherit; max-width: 100%; box-sizing: border-box }
          code, pre { font: .9em/1.5 ui-monospace, monospace; background: light-dark(#f2f5f8, #1b242d); padding: .1em .3em } pre { padding: .8rem; overflow-x: auto; white-space: pre-wrap }
          iframe { width: 100%; height: 36rem; border: 1px solid light-dark(#d5dde5, #3a4754); background: #fff } a { color: light-dark(#0b5cad, #8ccbe6) }
        </style>
        </head>
        <body>
        <nav aria-label="Local host"><a href="/">The app</a> · <a href="/_local">Local host</a> · <a href="/_local/mailbox">Mailbox</a></nav>
        <main>
        <h1>{{Text(title)}}</h1>
        {{body}}
        </main>
        </body>
        </html>
        """, "text/html; charset=utf-8", statusCode: status);

    /// <summary>Encodes text as HTML.</summary>
    public static string Text(string? text) => WebUtility.HtmlEncode(text ?? "");
}
