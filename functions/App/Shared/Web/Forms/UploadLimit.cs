namespace ThaffFunctions.Shared.Web.Forms;

/// <summary>
/// How much may be uploaded at once: all files of a form together. The setting FUNCTIONS_REQUEST_BODY_SIZE_LIMIT of the host is higher.
/// </summary>
static class UploadLimit
{
    public const int Megabytes = 100;

    public const long Bytes = Megabytes * 1024L * 1024;
}
