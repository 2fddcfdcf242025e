using Microsoft.Extensions.DependencyInjection;
using ThaffFunctions.Mail;
using ThaffFunctions.Programme.Staff;
using ThaffFunctions.Registration.Applying;
using ThaffFunctions.Registration.Calling;
using ThaffFunctions.Registration.Changes;
using ThaffFunctions.Registration.Confirming;
using ThaffFunctions.Registration.Headcounts;
using ThaffFunctions.Registration.Mails;
using ThaffFunctions.Registration.Managing;
using ThaffFunctions.Registration.Needs;
using ThaffFunctions.Registration.Pending;
using ThaffFunctions.Registration.PersonalData;
using ThaffFunctions.Registration.Questions;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Registration.Staff;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Staff;
using ThaffFunctions.Staff.Today;

namespace ThaffFunctions.Registration;

static class RegistrationSlice
{
    public static IServiceCollection AddRegistration(this IServiceCollection services)
    {
        services.AddCheckedOptions<RegistrationOptions, RegistrationOptionsValidator>(RegistrationOptions.Section);
        services.AddOptions<RegistrationOptions>().Validate(options => options.ManageLinkDays <= options.RetentionDays,
            $"{RegistrationOptions.Section}:{nameof(RegistrationOptions.ManageLinkDays)} must not be more than "
            + $"{nameof(RegistrationOptions.RetentionDays)}: the links would lead to nothing.");
        services.AddRetention<RegistrationOptions>(
            "Anmeldungen: Namen, Adressen, Angaben, Fragen, und die E-Mails dazu",
            options => $"{options.RetentionDays} Tage nach dem Termin, {options.CancelledRetentionDays} Tage nach dessen Absage",
            "Registration__RetentionDays, Registration__CancelledRetentionDays", nameof(EraseRegistrations));
        services.AddSingleton<RegistrationStore>();
        services.AddSingleton<AddressStore>();
        services.AddSingleton<SeatStore>();
        services.AddSingleton<PersonalRowStore>();
        services.AddSingleton<PendingStore>();
        services.AddSingleton<HeadcountStore>();
        services.AddSingleton<SeatLocks>();
        services.AddSingleton<SeatDesk>();
        services.AddSingleton<SeatAllotment>();
        services.AddSingleton<Promotion>();
        services.AddSingleton<Cancellation>();
        services.AddSingleton<CancellationUndo>();
        services.AddSingleton<SeatSwitch>();
        services.AddSingleton<ProgrammeUpdate>();
        services.AddSingleton<AttendeeErasure>();
        services.AddSingleton<ReturningApplicants>();
        services.AddSingleton<SeatQuery>();
        services.AddSingleton<SeatConfirmation>();
        services.AddSingleton<MailNames>();
        services.AddSingleton<Attendees>();
        services.AddSingleton<ManageLink>();
        services.AddSingleton<ManagePages>();
        services.AddSingleton<RegistrationAnswers>();
        services.AddSingleton<IMessageCompletion, SessionChangeCompletion>();
        foreach (var work in PendingWork.All)
            services.AddSingleton<IMessageCompletion>(provider => ActivatorUtilities.CreateInstance<PendingWorkCompletion>(provider, work));
        services.AddSingleton<IHoldsPersonalData, RegisteredPerson>();
        services.AddSingleton<IFollowsRestore, ReapplyErasures>();
        services.AddSingleton<AttendeeCorrection>();
        services.AddSingleton<CallList>();
        services.AddSingleton<UnreachedAttendees>();
        services.AddSingleton<AttendeePages>();
        services.AddSingleton<SignInSheet>();
        services.AddSingleton<SessionNoteProvider>(provider => provider.GetRequiredService<AttendeePages>().NoteAsync);
        services.AddSingleton<KeptRegistrations>();
        services.AddSingleton<SessionTie>(provider => provider.GetRequiredService<KeptRegistrations>().TieAsync);
        services.AddSingleton<FewerSeats>();
        services.AddSingleton<SessionConsequence>(provider => provider.GetRequiredService<FewerSeats>().OfAsync);
        services.AddSingleton<MovedToPast>();
        services.AddSingleton<SessionConsequence>(provider => provider.GetRequiredService<MovedToPast>().OfAsync);
        services.AddSingleton<RegistrationToDos>();
        services.AddToDo(ToDoPlace.UndeliveredMails, "E-Mails, die nicht ankamen",
            provider => provider.GetRequiredService<RegistrationToDos>().NotArrivedAsync);
        services.AddToDo(ToDoPlace.PersonsToCall, "Bitte anrufen",
            provider => provider.GetRequiredService<RegistrationToDos>().CallsAsync);
        services.AddToDo(ToDoPlace.SeatsWithdrawn, "Wartende ohne Plätze online",
            provider => provider.GetRequiredService<RegistrationToDos>().WaitingInVainAsync);
        services.AddToDo(ToDoPlace.SeatsToGive, "Freie Plätze, auf die jemand wartet",
            provider => provider.GetRequiredService<RegistrationToDos>().SeatsToGiveAsync);
        services.AddToDo(ToDoPlace.AccessNeeds, "Bedarf von Angemeldeten",
            provider => provider.GetRequiredService<RegistrationToDos>().NeedsAsync);
        services.AddToDo(ToDoPlace.QuestionsToTheRound, "Fragen an die Runde",
            provider => provider.GetRequiredService<RegistrationToDos>().QuestionsAsync);
        services.AddToDo(ToDoPlace.NextSession, "Nächster Termin",
            provider => provider.GetRequiredService<RegistrationToDos>().NextSessionAsync, isTask: false);
        services.AddSingleton<NotificationRecorder>();
        services.AddSingleton<EntryAgain>();
        services.AddSingleton<ChangeNotifier>();
        services.AddSingleton<ChangeMail>();
        services.AddSingleton<IMailComposer>(provider => provider.GetRequiredService<ChangeMail>());
        services.AddSingleton<IMailComposer, QuestionDigest>();
        services.AddSingleton<IMailComposer, NeedDigest>();
        services.AddSingleton<IMailComposer, NeedAnswerMail>();
        foreach (var kind in RegistrationMailKind.All)
            services.AddSingleton<IMailComposer>(provider => ActivatorUtilities.CreateInstance<RegistrationMail>(provider, kind));
        return services;
    }
}
