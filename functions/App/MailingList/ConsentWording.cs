namespace ThaffFunctions.MailingList;

/// <summary>
/// What people agree to. Each consent keeps the version it was given to, so that it can be shown in full later (BGH I ZR 164/09):
/// a new wording is put in front, an old one never changes.
/// </summary>
sealed record ConsentWording(string Version, string Text)
{
    public static readonly IReadOnlyList<ConsentWording> All =
    [
        new("2026-1", "Ich möchte per E-Mail Einladungen zu den Terminen des ThAFF Praxisaustauschs erhalten und, wenn ich das "
            + "angekreuzt habe, "
            + "Hinweise auf neue Dokumentationen. Diese Einwilligung kann ich jederzeit widerrufen, zum Beispiel über den Abmeldelink "
            + "in jeder Aussendung."),
    ];

    public static ConsentWording Current => All[0];

    public static ConsentWording Of(string version) => All.First(wording => wording.Version == version);
}
