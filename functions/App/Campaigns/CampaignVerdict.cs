namespace ThaffFunctions.Campaigns;

public enum CampaignVerdict { Waiting, Due, Overdue }
