namespace ThaffFunctions.Registration.Mails;

/// <summary>The mails about a registration, as their deliveries name them.</summary>
static class RegistrationMailKind
{
    public const string Seated = "registration-seated";
    public const string Waiting = "registration-waiting";
    public const string Promoted = "registration-promoted";
    public const string Switched = "registration-switched";
    public const string Cancelled = "registration-cancelled";
    public const string Lapsed = "registration-lapsed";
    public const string WaitingCancelled = "registration-waiting-cancelled";

    /// <summary>To who applied before the session was cancelled and could not be given a place any more.</summary>
    public const string CalledOff = "registration-called-off";

    /// <summary>To an address with the most registrations it may have; does not tell who applied.</summary>
    public const string AddressFull = "registration-address-full";

    public static readonly IReadOnlyList<string> All =
        [Seated, Waiting, Promoted, Switched, Cancelled, Lapsed, WaitingCancelled, CalledOff, AddressFull];

    /// <summary>Of the mail that tells somebody how they stand.</summary>
    public static string Of(AttendeeState state) => state switch
    {
        AttendeeState.Seated => Seated,
        AttendeeState.Waiting => Waiting,
        _ => CalledOff,
    };

    public static string OfCancelled(AttendeeState before) => before == AttendeeState.Seated ? Cancelled : WaitingCancelled;
}
