using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Registration.Staff;

/// <summary>A mail about their session that somebody has not got yet, because something holds it up.</summary>
/// <param name="Since">Since when; null if it is held back on purpose.</param>
/// <param name="Until">Until when it is held back, because enough went to its address; else null.</param>
/// <param name="Why">A sentence for staff.</param>
public sealed record WaitingMail(DateTimeOffset? Since, DateTimeOffset? Until, string Why)
{
    /// <summary>As the list of registrations calls it.</summary>
    public string InList => Since is { } since ? $"E-Mail wartet seit {Berlin.Moment(since)}" : $"E-Mail wartet bis {Berlin.Moment(Until!.Value)}";

    /// <returns>null if it is settled, or on its way as usual.</returns>
    public static WaitingMail? Of(Delivery mail, DateTimeOffset now) => mail.HeldUpSince(now) is { } since ? new(since, null, WhyOf(mail))
        : mail.State == DeliveryState.Queued && mail.QueuedAt > now
        ? new(null, mail.QueuedAt, "An diese Adresse gingen gerade schon viele E-Mails.")
        : null;

    static string WhyOf(Delivery mail) => mail switch
    {
        { State: DeliveryState.Sending } or { ExpiredClaims: > 0 } =>
            "Der Maildienst hat noch nicht geantwortet; vielleicht ist sie angekommen.",
        { Reason: { } reason } => $"Bisher ging sie nicht hinaus ({reason.TrimEnd('.')}).",
        _ => "Der Maildienst hat sie noch nicht angenommen.",
    };
}
