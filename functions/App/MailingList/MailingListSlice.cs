using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using ThaffFunctions.Mail;
using ThaffFunctions.MailingList.Choosing;
using ThaffFunctions.MailingList.Consents;
using ThaffFunctions.MailingList.Contacts;
using ThaffFunctions.MailingList.Figures;
using ThaffFunctions.MailingList.Import;
using ThaffFunctions.MailingList.Leaving;
using ThaffFunctions.MailingList.SigningUp;
using ThaffFunctions.MailingList.Staff;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Staff;
using ThaffFunctions.Staff.Today;

namespace ThaffFunctions.MailingList;

static class MailingListSlice
{
    public static IServiceCollection AddMailingList(this IServiceCollection services)
    {
        services.AddCheckedOptions<MailingListOptions, MailingListOptionsValidator>(MailingListOptions.Section);
        services.AddRetention<MailingListOptions>("Bestellungen des Newsletters, die niemand bestätigt hat",
            options => $"{options.ConfirmationDays} Tage", "MailingList__ConfirmationDays", nameof(EraseUnconfirmed));
        services.AddRetention<MailingListOptions>("Abbestellte Adressen und Nachweise ihrer Einwilligung",
            options => $"bis zum Ende des {options.ProofYears}. Jahres nach dem der Abbestellung", "MailingList__ProofYears",
            nameof(EraseProofs));
        services.AddSingleton<TopicsToCome>();
        services.AddSingleton<SubscriberStore>();
        services.AddSingleton<SubscriberErasureStore>();
        services.AddSingleton<Subscribers>();
        services.AddSingleton<DoubleOptIn>();
        services.AddSingleton<ContactAdmission>();
        services.AddSingleton<ContactReports>();
        services.AddSingleton<ContactImport>();
        services.AddSingleton<IMessageCompletion, ContactImportCompletion>();
        services.AddSingleton<ListFiguresStore>();
        services.AddSingleton<ListPages>();
        services.AddSingleton<RefusedLines>();
        services.AddToDo(ToDoPlace.RefusedContacts, "Listen von Kontakten mit Fehlern", provider => provider.GetRequiredService<RefusedLines>().LookAsync);
        services.AddSingleton<UnreachedContacts>();
        services.AddToDo(ToDoPlace.UnreachedContacts, "Aufgenommene Adressen, die keine E-Mail erreicht",
            provider => provider.GetRequiredService<UnreachedContacts>().LookAsync);
        services.AddStaffPage(NavigationPlace.MailingList, "Verteiler", FindSubscriber.Path);
        services.AddSingleton<IHoldsPersonalData>(provider => new FilesWithAddress(provider.GetRequiredService<BlobServiceClient>(),
            Containers.Contacts, "Die Datei wird gerade eingelesen und danach gelöscht; bitte löschen Sie die Person danach noch einmal"));
        services.AddSingleton<LeaveLink>();
        services.AddSingleton<ConsentPdf>();
        services.AddSingleton<SettingsLink>();
        services.AddSingleton<IHoldsPersonalData, SubscribedPerson>();
        services.AddSingleton<IFollowsSuppression, EndSubscription>();
        services.AddSingleton<IFollowsRestore, ReapplyUnsubscriptions>();
        services.AddSingleton<IMailComposer, ConfirmationMail>();
        return services;
    }
}
