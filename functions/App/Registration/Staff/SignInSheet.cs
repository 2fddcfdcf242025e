using AccessiblePdf;
using AccessiblePdf.Model;
using Microsoft.Extensions.Options;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Registration.Staff;

/// <summary>The sheet on which those who come sign, in the order of their names.</summary>
public sealed class SignInSheet(IOptions<SiteOptions> site, TimeProvider clock)
{
    /// <summary>Lines for who comes without a registration.</summary>
    const int SpareLines = 5;

    /// <summary>A signature is higher than a line of text.</summary>
    const string RoomToSign = "\u00A0";

    public byte[] Print(Session session, IReadOnlyList<Attendee> attendees)
    {
        var rows = attendees.OrderBy(attendee => attendee.LastName, StringComparer.Create(Berlin.German, ignoreCase: true))
            .ThenBy(attendee => attendee.FirstName, StringComparer.Create(Berlin.German, ignoreCase: true))
            .Select((attendee, at) => Row(at + 1, $"{attendee.LastName}, {attendee.FirstName}", attendee.Company))
            .Concat(Enumerable.Range(attendees.Count + 1, SpareLines).Select(number => Row(number, RoomToSign, RoomToSign)));
        using var file = new MemoryStream();
        PdfWriter.Write(new()
        {
            Title = $"Unterschriftenliste: {session.Title}",
            Author = site.Value.Operator,
            Created = clock.GetUtcNow(),
            TitleBlock = new()
            {
                Overline = "ThAFF Praxisaustausch",
                Lines = [$"{Berlin.Day(session.Start)}, {Berlin.Hours(session.Start, session.End)}", session.Venue],
            },
            Blocks =
            [
                new Table
                {
                    Caption = ["Teilnehmende"],
                    Header = [new TableRow("Nr.", "Name", "Unternehmen oder Einrichtung", "Unterschrift")],
                    Rows = [.. rows],
                },
            ],
        }, file);
        return file.ToArray();
    }

    static TableRow Row(int number, string name, string company) => new(
        $"{number}", new TableCell(new Paragraph(name)) { IsRowHeader = true }, company.Length > 0 ? company : RoomToSign,
        new TableCell(new Paragraph(RoomToSign), new Paragraph(RoomToSign)));
}
