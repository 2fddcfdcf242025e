namespace ThaffFunctions.Mail;

/// <summary>
/// A calendar entry (RFC 5545) as attachment <c>termin.ics</c>; the method (REQUEST, CANCEL) stands in the body. Slice Programme makes it.
/// </summary>
public sealed record CalendarPart(string Ics);
