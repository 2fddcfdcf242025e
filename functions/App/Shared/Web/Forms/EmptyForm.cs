using Microsoft.AspNetCore.Http;

namespace ThaffFunctions.Shared.Web.Forms;

/// <summary>Pages with an empty form.</summary>
static class EmptyForm
{
    /// <summary>
    /// Browsers forget what was typed into a page that must not be stored when the visitor goes back to it. The empty form holds nothing
    /// personal, so it may be kept, and with it what the visitor typed.
    /// </summary>
    public static void MayBeGoneBackTo(HttpResponse response) => response.Headers.CacheControl = "no-cache";
}
