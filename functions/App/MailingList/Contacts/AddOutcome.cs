namespace ThaffFunctions.MailingList.Contacts;

/// <summary>What became of an address that staff wanted on the mailing list.</summary>
public enum AddOutcome
{
    /// <summary>It is on the list now; its consent is kept as proof.</summary>
    Added,

    /// <summary>A mail asks it to confirm.</summary>
    Asked,

    /// <summary>It is on the list already; nothing changed.</summary>
    OnList,

    /// <summary>It was asked before and has not confirmed yet; nothing changed.</summary>
    Waiting,

    /// <summary>Its owner left, or had it erased; only they come back.</summary>
    HasLeft,

    /// <summary>It must not be mailed: there is no such mailbox, or its owner complained.</summary>
    Suppressed,
}
