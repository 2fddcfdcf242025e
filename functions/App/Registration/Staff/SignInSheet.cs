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
        var sorted = attendees.OrderBy(attendee => attendee.LastName, StringComparer.Create(Berlin.German, ignoreCase: true))
            .ThenBy(attendee => attendee.FirstName, StringComparer.Create(Berlin.German, ignoreCase: true)).ToList();
        var (online, here) = (sorted.FindAll(IsOnline), sorted.FindAll(attendee => !IsOnline(attendee)));
        var rows = here.Select((attendee, at) => Row(at + 1, NameOf(attendee), attendee.Company))
            .Concat(Enumerable.Range(here.Count + 1, SpareLines).Select(number => Row(number, RoomToSign, RoomToSign)));
        using var file = new MemoryStream();
        PdfWriter.Write(new()
        {
            Title = $"Unterschriftenliste: {session.Title}",
            Language = "de-DE",
            Author = site.Value.Operator.Name,
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
                    Caption = [session.SeatsOnline is null ? "Teilnehmer*innen" : "Teilnehmer*innen vor Ort"],
                    Header = [new TableRow("Nr.", "Name", "Unternehmen oder Einrichtung", "Unterschrift")],
                    Rows = [.. rows],
                },
                .. online.Count == 0 ? Array.Empty<Block>() :
                [
                    new Table
                    {
                        Caption = ["Teilnehmer*innen online (unterschreiben nicht)"],
                        Header = [new TableRow("Nr.", "Name", "Unternehmen oder Einrichtung")],
                        Rows = [.. online.Select((attendee, at) => new TableRow($"{at + 1}",
                            new TableCell(new Paragraph(NameOf(attendee))) { IsRowHeader = true },
                            attendee.Company.Length > 0 ? attendee.Company : RoomToSign))],
                    },
                ],
            ],
        }, file);
        return file.ToArray();
    }

    static bool IsOnline(Attendee attendee) => attendee.Mode == AttendanceMode.Online;

    static string NameOf(Attendee attendee) => $"{attendee.LastName}, {attendee.FirstName}";

    static TableRow Row(int number, string name, string company) => new(
        $"{number}", new TableCell(new Paragraph(name)) { IsRowHeader = true }, company.Length > 0 ? company : RoomToSign,
        new TableCell(new Paragraph(RoomToSign), new Paragraph(RoomToSign)));
}
