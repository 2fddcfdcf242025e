namespace ThaffFunctions.Staff;

/// <summary>The pages in the navigation of the staff area, in the order in which they stand there.</summary>
public enum NavigationPlace
{
    Today,
    Sessions,
    Campaigns,
    MailingList,
    Documentation,
    Questions,
    Privacy,
    State,
    Audit,
    Guide,
}
