namespace ThaffFunctions.Staff.Today;

/// <summary>The kinds of lines on the start page of staff, in the order in which they stand there: what is most urgent first.</summary>
public enum ToDoPlace
{
    RefusedProgrammes,
    RefusedNotes,
    RefusedContacts,
    UndeliveredMails,
    UnreachedContacts,
    WaitingMails,
    PersonsToCall,
    SeatsToGive,
    SeatsWithdrawn,
    FailedCampaigns,
    AccessNeeds,
    PoisonMessages,
    Drafts,
    WaitingCampaigns,
    CampaignsToCome,
    QuestionsToTheRound,
    OverdueAnswers,
    NextSession,
}
