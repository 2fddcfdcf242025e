using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using ThaffFunctions.MailingList;
using ThaffFunctions.Registration;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Site.About;

/// <summary>Erklärung zur Barrierefreiheit.</summary>
public sealed record AccessibilityStatementModel(AboutOptions About) : IModelOf<AccessibilityStatementPage>;
