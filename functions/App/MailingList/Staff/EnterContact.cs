using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.MailingList.Contacts;
using ThaffFunctions.Shared.Time;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Shared.Web.Pages;
using ThaffFunctions.Staff;

namespace ThaffFunctions.MailingList.Staff;

/// <summary><c>/redaktion/verteiler/aufnehmen</c>: one address is entered, with evidence of its consent or without.</summary>
public sealed class EnterContact(
    ContactAdmission admission, SubscriberStore subscribers, ListPages pages, StaffArea staff, TimeProvider clock)
{
    const string Route = FindSubscriber.Route + "/aufnehmen";
    public const string Path = "/" + Route;

    const string EnteredAt = "Seite der Redaktion";

    [Function(nameof(BeginContact))]
    public async Task<IResult> BeginContact(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, CancellationToken cancellation) =>
        await staff.ShowAsync(new ContactFormModel(
            staff.FrameOf(request), ContactFields.Empty, await pages.TopicsAsync(null, cancellation), FieldProblems.None));

    [Function(nameof(EnterContact))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, CancellationToken cancellation)
    {
        var topics = await pages.TopicsAsync(null, cancellation);
        return await staff.ActAsync<ContactFormPage>(request, post => EnterAsync(post, TypedOf(post, topics), cancellation),
            post => Task.FromResult<IModelOf<ContactFormPage>>(
                new ContactFormModel(post.Frame, TypedOf(post, topics), topics, post.Problems)),
            cancellation, "regions", "sectors", "topics");
    }

    async Task<StaffDone?> EnterAsync(StaffPost post, ContactFields typed, CancellationToken cancellation)
    {
        var (entry, problems) = ContactCheck.Check(typed, Berlin.Date(clock.GetUtcNow()));
        foreach (var (field, text) in problems.All) post.Problems.Add(field, text);
        if (entry is null) return null;

        var outcome = await admission.AddAsync(entry, EnteredAt, cancellation);
        if (outcome is not (AddOutcome.Added or AddOutcome.Asked)) post.Problems.Add("email", ContactWords.Of(outcome));
        return post.Problems.Any ? null : new(FindSubscriber.Path, ContactWords.Of(outcome),
            outcome == AddOutcome.Added ? "In den Verteiler aufgenommen" : "Um Bestätigung des Newsletters gebeten",
            $"Adresse {subscribers.KeyOf(entry.Email)[..12]}");
    }

    static ContactFields TypedOf(StaffPost post, IReadOnlyList<(string Key, string Name)> topics) => new(
        post["email"].Trim(), post["name"], post["organisation"], post["kind"], post.Body.List("regions"), post.Body.List("sectors"),
        [.. topics.Where(topic => post.Body.List("topics").Contains(topic.Key)).Select(topic => topic.Name)],
        post.Body.Has("documentation") ? "true" : "", post["language"], post["source"], post["given"]);
}
