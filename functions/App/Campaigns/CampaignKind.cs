using ThaffFunctions.Campaigns.Announcements;

namespace ThaffFunctions.Campaigns;

public enum CampaignKind { Invitation, Reminder, FollowUp, Announcement, Digest }
