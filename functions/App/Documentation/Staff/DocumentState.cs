namespace ThaffFunctions.Documentation.Staff;

/// <summary>How the document of a folder stands, as staff see it.</summary>
public enum DocumentState
{
    /// <summary>There are no notes.</summary>
    None,

    /// <summary>The notes are being read, or will be soon.</summary>
    Waiting,

    /// <summary>It is a draft with a preview.</summary>
    Draft,

    /// <summary>It is public as the notes are now.</summary>
    Public,

    /// <summary>The notes cannot be used; what was public stays so.</summary>
    Refused,
}
