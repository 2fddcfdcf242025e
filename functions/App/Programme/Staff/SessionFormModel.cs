using ThaffFunctions.Programme.Import;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Shared.Web.Pages;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Programme.Staff;

/// <summary>The page on which a session is edited, or made.</summary>
public sealed record SessionFormModel : IModelOf<SessionFormPage>
{
    public required StaffFrame Frame { get; init; }

    /// <summary>As it is stored; null for a new one.</summary>
    public StoredSession? Stored { get; init; }

    internal IReadOnlyDictionary<SessionField, string> Typed { get; init; } = SessionText.Fields.ToDictionary(field => field, _ => "");

    public FieldProblems Problems { get; init; } = FieldProblems.None;

    /// <summary>What somebody else changed since the form was opened.</summary>
    public IReadOnlyList<(string Label, string Stored)> ChangedMeanwhile { get; init; } = [];

    /// <summary>Whether it was confirmed already that the session is to be cancelled.</summary>
    public bool IsCancelling { get; init; }

    /// <summary>Whether the session is over.</summary>
    public bool IsPast { get; init; }

    /// <summary>What is to be confirmed before the form is saved; see <see cref="SessionConsequences"/>.</summary>
    public IReadOnlyList<string> ToConfirm { get; init; } = [];

    /// <summary>Whether just that was confirmed already.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>The field that confirms it; its value names what was read, so that nothing else is taken as confirmed.</summary>
    public const string SureField = "sicher";

    public static string SureOf(IReadOnlyList<string> toConfirm) => FormVersion.Of(toConfirm);

    /// <summary>Why it cannot be deleted; none: it can. See <see cref="SessionTies"/>.</summary>
    public IReadOnlyList<string> Ties { get; init; } = [];

    /// <summary>Whether it was confirmed already that the session is to be deleted.</summary>
    public bool IsDeleting { get; init; }

    /// <summary>The field that confirms it.</summary>
    public const string DeleteField = "weg";

    /// <summary>What other slices tell of it.</summary>
    public IReadOnlyList<SessionNote> Notes { get; init; } = [];

    public string Path => Stored is null ? CreateSession.Path : EditSession.PathOf(Stored.Session.Id);

    public string Version => Stored is null ? "" : VersionOf(Stored);

    internal static string VersionOf(StoredSession stored) => SessionFields.Form.VersionOf(SessionText.Of(stored.Session));
}
