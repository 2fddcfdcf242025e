using ThaffFunctions.MailingList.Contacts;

namespace ThaffFunctions.MailingList.Import;

/// <param name="Line">Where it begins in the file, from 1.</param>
/// <param name="Fields">What it says.</param>
sealed record ContactLine(int Line, ContactFields Fields);
