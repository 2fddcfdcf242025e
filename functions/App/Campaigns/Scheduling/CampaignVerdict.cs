namespace ThaffFunctions.Campaigns.Scheduling;

public enum CampaignVerdict { Waiting, Due, Overdue }
