using ThaffFunctions.Mail;
using ThaffFunctions.MailingList.Choosing;
using ThaffFunctions.MailingList.Contacts;
using ThaffFunctions.MailingList.Figures;
using ThaffFunctions.MailingList.Import;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Staff;

namespace ThaffFunctions.MailingList.Staff;

/// <summary>Collects what the page of the mailing list shows.</summary>
public sealed class ListPages(
    SubscriberStore subscribers, Suppression suppression, ListFiguresStore figures, ContactReports reports, ProgrammeQuery programme)
{
    const int MaxReports = 10;

    public async Task<ListModel> EmptyAsync(StaffFrame frame, string typed, FieldProblems problems, CancellationToken cancellation) =>
        new(frame, typed, await figures.FindAsync(cancellation), await reports.LatestAsync(MaxReports, cancellation), problems);

    /// <summary>The page again: with what is known of the address, if it is one.</summary>
    public async Task<ListModel> PageAsync(StaffPost post, CancellationToken cancellation)
    {
        var typed = post["email"].Trim();
        var page = await EmptyAsync(post.Frame, typed, post.Problems, cancellation);
        if (EmailAddress.Read(typed).Address is not { } address) return page;

        var found = await subscribers.FindAsync(subscribers.KeyOf(address), cancellation);
        var topics = await TopicsAsync(found, cancellation);
        var (choice, changed) = post[FormVersion.Field].Length > 0 && found is { State: SubscriberState.Active }
            ? SubscriberForms.Choice.Merge(post[FormVersion.Field], SubscriberForms.ChoiceOf(found),
                (ChosenIn(post, topics), Language.Of(post["language"])))
            : default;
        var (contact, contactChanged) = post[ListModel.ContactVersion].Length > 0 && found is not null
            ? SubscriberForms.Contact.Merge(
                post[ListModel.ContactVersion], found.Contact ?? SubscriberForms.Nobody, ContactIn(post, new()))
            : default;
        return page with
        {
            Typed = address.Value,
            Found = new(address, found, await suppression.FindAsync(address, cancellation)),
            Topics = topics,
            Chosen = choice.Chosen,
            ChosenLanguage = choice.Language,
            ChangedMeanwhile = changed ?? [],
            Contact = contact,
            ContactChangedMeanwhile = contactChanged ?? [],
            Reason = post["grund"],
            IsSure = post.Body.Has(ActOnSubscriber.SureField),
        };
    }

    /// <param name="post">The form of a subscriber's choice.</param>
    /// <param name="topics">Those that the form offered.</param>
    public static Preferences ChosenIn(StaffPost post, IReadOnlyList<(string Key, string Name)> topics) => new(
        [.. post.Body.List("regions").Select(Region.Find).OfType<Region>()], post.Body.Has("documentation"))
    {
        Sectors = [.. post.Body.List("sectors").Select(Sector.Find).OfType<Sector>()],
        Topics = [.. topics.Where(topic => post.Body.List("topics").Contains(topic.Key)).Select(topic => topic.Name)],
    };

    public static Contact ContactIn(StaffPost post, FieldProblems problems) =>
        ContactCheck.Read(post["name"].Trim(), post["organisation"].Trim(), post["kind"].Trim(), problems);

    /// <summary>Topics of the programme, and those that were chosen before.</summary>
    public async Task<IReadOnlyList<(string Key, string Name)>> TopicsAsync(Subscriber? subscriber, CancellationToken cancellation) =>
    [
        .. (await programme.AllAsync(cancellation)).Select(session => session.Focus).Where(focus => focus.Length > 0)
            .Concat(subscriber?.Preferences.Topics ?? []).Distinct(StringComparer.OrdinalIgnoreCase).Order()
            .Select(topic => (NewsletterChoiceModel.KeyOf(topic), topic)),
    ];
}
