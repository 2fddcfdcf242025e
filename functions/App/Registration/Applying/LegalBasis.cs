namespace ThaffFunctions.Registration.Applying;

/// <summary>
/// On what legal basis the operator handles the data of registrations (Art. 6 (1) DSGVO); <see cref="LegalBasisWords"/> words it.
/// </summary>
public enum LegalBasis
{
    /// <summary>A task in the public interest (letter e), for public bodies of Thuringia.</summary>
    PublicTask,

    /// <summary>What the person asks for (letter b), for operators that are no public body.</summary>
    Request,
}
