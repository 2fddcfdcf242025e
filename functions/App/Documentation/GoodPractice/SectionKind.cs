namespace ThaffFunctions.Documentation.GoodPractice;

/// <summary>What a section of a Good Practice report is about.</summary>
enum SectionKind { Situation, Implementation, Conclusion, Transfer, Interview, Facts, Other }
